using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Search;
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
        });
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
