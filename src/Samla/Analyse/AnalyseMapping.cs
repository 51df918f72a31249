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
        model.Entity<Reading>(reading =>
        {
            reading.HasKey(r => new { r.SourceId, r.Reader });
            reading.Property(r => r.Reader).HasMaxLength(200);
            reading.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
