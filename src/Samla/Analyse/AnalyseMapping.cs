using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Assessments;
using Samla.Analyse.Blind;
using Samla.Analyse.Model;
using Samla.Analyse.Search;
using Samla.Data;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>How what is analysed is kept in tables.</summary>
internal static class AnalyseMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Code>(code =>
        {
            code.HasKey(c => new { c.RoundId, c.Id });
            code.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
            code.HasOne<Code>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.ParentId })
                .OnDelete(DeleteBehavior.Restrict);
            code.Ignore(c => c.IsGiven);
            code.Ignore(c => c.IsAboutDocuments);
            code.Ignore(c => c.AnsweredRequirement);
            code.Ignore(c => c.Counts);
            code.Property(c => c.CountedFrom)
                .HasConversion<Conversions.CountedFromConverter>()
                .HasMaxLength(CountedFrom.MaxLength);
            code.Property(c => c.Inclusion).HasDefaultValue("");
            code.Property(c => c.Exclusion).HasDefaultValue("");
            code.Property(c => c.Version).HasDefaultValue(1);
        });
        model.Entity<MatterAnswer>(answer =>
        {
            answer.HasKey(a => new { a.RoundId, a.CodeId });
            answer.Property(a => a.Text).HasMaxLength(MatterAnswer.LongestText);
            answer.Property(a => a.SavedBy).HasMaxLength(200);
            answer
                .HasOne<Code>()
                .WithMany()
                .HasForeignKey(a => new { a.RoundId, a.CodeId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        MapCodings(model);
        MapNotes(model);
        DoubleCodingMapping.Map(model);
        AssessmentMapping.Map(model);
        MapPrinted(model);
        MapSuggestions(model);
        model.Entity<WorkStep>(step =>
        {
            step.HasKey(s => s.Number);
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.Actor).HasMaxLength(200);
            step.Property(s => s.Action).HasMaxLength(40);
            step.HasOne<Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
            step.HasIndex(s => new
            {
                s.RoundId,
                s.Actor,
                s.Number,
            });
            step.HasIndex(s => new { s.RoundId, s.CodeId });
            step.HasIndex(s => new { s.RoundId, s.OtherCodeId });
            step.HasIndex(s => s.Turn);
        });
    }

    private static void MapCodings(ModelBuilder model)
    {
        model.Entity<Coding>(coding =>
        {
            coding.Ignore(c => c.End);
            coding.HasIndex(c => new { c.SourceId, c.Start });
            // The matrix asks which codes each text has, and needs no other part of the rows.
            coding.HasIndex(c => new { c.SourceId, c.CodeId });
            // A person gives a code to the same words once.
            coding
                .HasIndex(c => new
                {
                    c.CodeId,
                    c.SourceId,
                    c.Start,
                    c.Length,
                    c.Coder,
                })
                .IsUnique();
            coding.HasOne<Source>().WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
            coding
                .HasOne<Code>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.CodeId })
                .OnDelete(DeleteBehavior.Restrict);
            coding.Property(c => c.Coder).HasMaxLength(200);
        });
        model.Entity<Attribution>(attribution =>
        {
            // A person says it of a reporter once.
            attribution
                .HasIndex(a => new
                {
                    a.RoundId,
                    a.CodeId,
                    a.ReporterId,
                    a.Coder,
                })
                .IsUnique();
            attribution
                .HasOne<Reporter>()
                .WithMany()
                .HasForeignKey(a => a.ReporterId)
                .OnDelete(DeleteBehavior.Restrict);
            attribution
                .HasOne<Code>()
                .WithMany()
                .HasForeignKey(a => new { a.RoundId, a.CodeId })
                .OnDelete(DeleteBehavior.Restrict);
            attribution.Property(a => a.Reason).HasMaxLength(Attribution.LongestReason);
            attribution.Property(a => a.Coder).HasMaxLength(200);
        });
        model.Entity<SearchText>(text =>
        {
            text.HasKey(t => t.Number);
            text.Property(t => t.Number).ValueGeneratedOnAdd();
            text.HasIndex(t => t.SourceId).IsUnique();
            text.HasOne<Source>()
                .WithOne()
                .HasForeignKey<SearchText>(t => t.SourceId)
                .OnDelete(DeleteBehavior.Restrict);
        });
        MapDocuments(model);
        model.Entity<Reading>(reading =>
        {
            reading.HasKey(r => new { r.SourceId, r.Reader });
            reading.Property(r => r.Reader).HasMaxLength(200);
            reading.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapSuggestions(ModelBuilder model)
    {
        model.Entity<SuggestionVerdict>(verdict =>
        {
            verdict.HasIndex(v => new { v.SourceId, v.Start });
            verdict.HasIndex(v => new { v.RoundId, v.Verdict });
            verdict.HasOne<Source>().WithMany().HasForeignKey(v => v.SourceId).OnDelete(DeleteBehavior.Restrict);
            verdict.Property(v => v.Suggester).HasMaxLength(200).HasDefaultValue(SuggestionVerdict.Learner);
            verdict.Property(v => v.Actor).HasMaxLength(200);
        });
        model.Entity<ModelAnswer>(answer =>
        {
            answer.Ignore(a => a.Coder);
            answer.HasIndex(a => new { a.SourceId, a.AskedAt });
            answer.HasIndex(a => new { a.RoundId, a.AskedAt });
            answer.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
            answer.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
            answer.Property(a => a.Host).HasMaxLength(300);
            answer.Property(a => a.Model).HasMaxLength(ModelSettings.LongestName);
            answer.Property(a => a.AskedBy).HasMaxLength(200);
        });
    }

    private static void MapNotes(ModelBuilder model) =>
        model.Entity<Memo>(memo =>
        {
            memo.Property(m => m.Text).HasMaxLength(Memo.LongestText);
            memo.Property(m => m.Author).HasMaxLength(200);
            memo.HasOne<Round>().WithMany().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Restrict);
            memo.HasIndex(m => m.CodingId);
            memo.HasIndex(m => new { m.RoundId, m.CodeId });
            memo.HasIndex(m => m.SourceId);
            memo.HasIndex(m => new { m.RoundId, m.RequirementId });
        });

    private static void MapPrinted(ModelBuilder model) =>
        model.Entity<PrintedClaim>(claim =>
        {
            claim.Property(c => c.Section).HasMaxLength(PrintedClaim.LongestWords);
            claim.Property(c => c.Words).HasMaxLength(PrintedClaim.LongestWords);
            claim.Property(c => c.TiedBy).HasMaxLength(200);
            claim
                .HasIndex(c => new
                {
                    c.RoundId,
                    c.Year,
                    c.Number,
                })
                .IsUnique();
            claim.HasIndex(c => new { c.RoundId, c.CodeId });
            claim.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
            claim
                .HasOne<Code>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.CodeId })
                .OnDelete(DeleteBehavior.Restrict);
        });

    private static void MapDocuments(ModelBuilder model)
    {
        model.Entity<Document>(document =>
        {
            document.HasOne<Round>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Restrict);
            document.Property(d => d.Title).HasMaxLength(Document.LongestTitle);
        });
        model.Entity<DocumentVersion>(version =>
        {
            version.HasKey(v => new { v.DocumentId, v.Number });
            version.HasOne<Document>().WithMany().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
            version.HasOne<Source>().WithMany().HasForeignKey(v => v.SourceId).OnDelete(DeleteBehavior.Restrict);
            version.Property(v => v.FileHash).HasMaxLength(64);
        });
        model.Entity<DocumentFile>(file =>
        {
            file.HasKey(f => new { f.DocumentId, f.Number });
            file.HasOne<DocumentVersion>()
                .WithOne()
                .HasForeignKey<DocumentFile>(f => new { f.DocumentId, f.Number })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DocumentUpload>(upload =>
        {
            upload.HasOne<Round>().WithMany().HasForeignKey(u => u.RoundId).OnDelete(DeleteBehavior.Restrict);
            upload.HasOne<Document>().WithMany().HasForeignKey(u => u.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
