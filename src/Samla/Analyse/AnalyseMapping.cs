using Microsoft.EntityFrameworkCore;
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
            code.Property(c => c.Inclusion).HasDefaultValue("");
            code.Property(c => c.Exclusion).HasDefaultValue("");
            code.Property(c => c.Version).HasDefaultValue(1);
        });
        MapCodings(model);
        MapNotes(model);
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
        model.Entity<Reading>(reading =>
        {
            reading.HasKey(r => new { r.SourceId, r.Reader });
            reading.Property(r => r.Reader).HasMaxLength(200);
            reading.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
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
}
