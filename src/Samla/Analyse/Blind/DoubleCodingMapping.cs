using Microsoft.EntityFrameworkCore;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>How double codings are kept in tables.</summary>
internal static class DoubleCodingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DoubleCoding>(coding =>
        {
            coding.Ignore(c => c.IsOpen);
            coding.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
            coding.Property(c => c.Title).HasMaxLength(DoubleCoding.LongestTitle);
            coding.Property(c => c.StartedBy).HasMaxLength(200);
        });
        model.Entity<DoubleCodingSource>(part =>
        {
            part.HasKey(p => new { p.DoubleCodingId, p.SourceId });
            part.HasOne<DoubleCoding>()
                .WithMany()
                .HasForeignKey(p => p.DoubleCodingId)
                .OnDelete(DeleteBehavior.Restrict);
            part.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DoubleCoder>(coder =>
        {
            coder.HasKey(c => new { c.DoubleCodingId, c.Coder });
            coder
                .HasOne<DoubleCoding>()
                .WithMany()
                .HasForeignKey(c => c.DoubleCodingId)
                .OnDelete(DeleteBehavior.Restrict);
            coder.Property(c => c.Coder).HasMaxLength(200);
        });
        MapWork(model);
        model.Entity<Settlement>(settlement =>
        {
            settlement.HasKey(s => new
            {
                s.DoubleCodingId,
                s.SourceId,
                s.CodeId,
            });
            settlement
                .HasOne<DoubleCodingSource>()
                .WithMany()
                .HasForeignKey(s => new { s.DoubleCodingId, s.SourceId })
                .OnDelete(DeleteBehavior.Restrict);
            settlement.Property(s => s.Reason).HasMaxLength(Settlement.LongestReason);
            settlement.Property(s => s.Actor).HasMaxLength(200);
        });
    }

    private static void MapWork(ModelBuilder model)
    {
        model.Entity<BlindCoding>(coding =>
        {
            // A person gives a code to the same words once.
            coding
                .HasIndex(c => new
                {
                    c.DoubleCodingId,
                    c.SourceId,
                    c.Coder,
                    c.CodeId,
                    c.Start,
                    c.Length,
                })
                .IsUnique();
            coding
                .HasOne<DoubleCodingSource>()
                .WithMany()
                .HasForeignKey(c => new { c.DoubleCodingId, c.SourceId })
                .OnDelete(DeleteBehavior.Restrict);
            coding
                .HasOne<Code>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.CodeId })
                .OnDelete(DeleteBehavior.Restrict);
            coding.Property(c => c.Coder).HasMaxLength(200);
        });
        model.Entity<BlindReading>(reading =>
        {
            reading.HasKey(r => new
            {
                r.DoubleCodingId,
                r.SourceId,
                r.Reader,
            });
            reading
                .HasOne<DoubleCodingSource>()
                .WithMany()
                .HasForeignKey(r => new { r.DoubleCodingId, r.SourceId })
                .OnDelete(DeleteBehavior.Restrict);
            reading.Property(r => r.Reader).HasMaxLength(200);
        });
    }
}
