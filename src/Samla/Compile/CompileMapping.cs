using Microsoft.EntityFrameworkCore;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>How what is compiled is kept in tables.</summary>
internal static class CompileMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Chapter>(chapter =>
        {
            chapter.HasKey(c => new { c.RoundId, c.SectionId });
            chapter.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
            chapter.Property(c => c.Revision).IsConcurrencyToken();
        });
        model.Entity<AcceptedClaim>(claim =>
        {
            claim.HasKey(c => new
            {
                c.RoundId,
                c.SectionId,
                c.Who,
            });
            claim
                .HasOne<Chapter>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.SectionId })
                .OnDelete(DeleteBehavior.Cascade);
            claim.Property(c => c.Who).HasMaxLength(Who.MaxLength);
            claim.Ignore(c => c.Standing);
        });
    }
}
