using Microsoft.EntityFrameworkCore;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>How what is published is kept in tables.</summary>
internal static class PublishMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Edition>(edition =>
        {
            edition.HasIndex(e => new { e.RoundId, e.Number }).IsUnique();
            edition.HasOne<Round>().WithMany().HasForeignKey(e => e.RoundId).OnDelete(DeleteBehavior.Restrict);
            edition.Property(e => e.Hash).HasMaxLength(64);
            edition.Property(e => e.DecidedBy).HasMaxLength(Decision.MostSigns);
            edition.Property(e => e.RecordNumber).HasMaxLength(Decision.MostSigns);
            edition.Property(e => e.PresentedBy).HasMaxLength(Decision.MostSigns);
            edition.Property(e => e.Handlers).HasMaxLength(Imprint.MostHandlers);
            edition.Property(e => e.ChangeNote).HasMaxLength(Imprint.LongestNote);
            edition.Ignore(e => e.Imprint).Ignore(e => e.HasHalfDecision);
        });
        model.Entity<EditionChapter>(chapter =>
        {
            chapter.HasKey(c => new { c.EditionId, c.Number });
            chapter.HasOne<Edition>().WithMany().HasForeignKey(c => c.EditionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EditionPassage>(passage =>
        {
            passage.HasKey(p => new
            {
                p.EditionId,
                p.CodeId,
                p.SourceId,
                p.Start,
                p.Length,
            });
            passage.HasOne<Edition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
            passage.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EditionAttribution>(attribution =>
        {
            attribution.HasKey(a => new { a.EditionId, a.AttributionId });
            attribution.HasIndex(a => new { a.EditionId, a.CodeId });
            attribution.HasOne<Edition>().WithMany().HasForeignKey(a => a.EditionId).OnDelete(DeleteBehavior.Restrict);
            attribution
                .HasOne<Reporter>()
                .WithMany()
                .HasForeignKey(a => a.ReporterId)
                .OnDelete(DeleteBehavior.Restrict);
            attribution.Property(a => a.Reason).HasMaxLength(Attribution.LongestReason);
        });
    }
}
