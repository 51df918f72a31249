using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>How what is compiled is kept in tables.</summary>
internal static class CompileMapping
{
    public static void Map(ModelBuilder model)
    {
        MapReviews(model);
        MapAmounts(model);
        MapFactChecks(model);
        model.Entity<Chapter>(chapter =>
        {
            chapter.HasKey(c => new { c.RoundId, c.Id });
            chapter.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
            chapter
                .Property(c => c.RestsOn)
                .HasConversion<Conversions.KeyListConverter<Requirement>, Conversions.KeyListComparer<Requirement>>();
            chapter.Property(c => c.Revision).IsConcurrencyToken();
        });
        model.Entity<ChapterRevision>(revision =>
        {
            revision.HasKey(r => new
            {
                r.RoundId,
                r.ChapterId,
                r.Number,
            });
            revision
                .HasOne<Chapter>()
                .WithMany()
                .HasForeignKey(r => new { r.RoundId, r.ChapterId })
                .OnDelete(DeleteBehavior.Restrict);
            revision.Property(r => r.SavedBy).HasMaxLength(200);
        });
        model.Entity<AcceptedClaim>(claim =>
        {
            claim.HasKey(c => new
            {
                c.RoundId,
                c.ChapterId,
                c.Who,
            });
            claim
                .HasOne<Chapter>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.ChapterId })
                .OnDelete(DeleteBehavior.Cascade);
            claim.Property(c => c.Who).HasMaxLength(Who.MaxLength);
            claim.Ignore(c => c.Standing);
            claim.Ignore(c => c.Earlier);
        });
    }

    private static void MapAmounts(ModelBuilder model) =>
        model.Entity<AcceptedAmount>(amount =>
        {
            amount.HasKey(a => new
            {
                a.RoundId,
                a.ChapterId,
                a.Asked,
            });
            amount
                .HasOne<Chapter>()
                .WithMany()
                .HasForeignKey(a => new { a.RoundId, a.ChapterId })
                .OnDelete(DeleteBehavior.Cascade);
            amount.Property(a => a.Asked).HasMaxLength(Who.MaxLength);
            amount.Property(a => a.Words).HasMaxLength(AcceptedAmount.LongestWords);
        });

    private static void MapReviews(ModelBuilder model)
    {
        model.Entity<ChapterReview>(review =>
        {
            review.HasKey(r => new
            {
                r.RoundId,
                r.ChapterId,
                r.AccountId,
            });
            review
                .HasOne<Chapter>()
                .WithMany()
                .HasForeignKey(r => new { r.RoundId, r.ChapterId })
                .OnDelete(DeleteBehavior.Restrict);
            review.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ChapterComment>(comment =>
        {
            comment.HasIndex(c => new { c.RoundId, c.ChapterId });
            comment
                .HasOne<Chapter>()
                .WithMany()
                .HasForeignKey(c => new { c.RoundId, c.ChapterId })
                .OnDelete(DeleteBehavior.Restrict);
            comment.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
            comment.Property(c => c.Who).HasMaxLength(Who.MaxLength);
        });
    }

    private static void MapFactChecks(ModelBuilder model)
    {
        model.Entity<FactCheck>(check =>
        {
            check.HasIndex(c => new { c.RoundId, c.Number }).IsUnique();
            check.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FactCheckPart>(part =>
        {
            part.HasKey(p => new { p.FactCheckId, p.ReporterId });
            part.HasOne<FactCheck>().WithMany().HasForeignKey(p => p.FactCheckId).OnDelete(DeleteBehavior.Restrict);
            part.HasOne<Reporter>().WithMany().HasForeignKey(p => p.ReporterId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FactCheckLetter>(letter =>
        {
            letter.HasKey(l => new { l.FactCheckId, l.AccountId });
            letter.HasOne<FactCheck>().WithMany().HasForeignKey(l => l.FactCheckId).OnDelete(DeleteBehavior.Restrict);
            letter.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FactCheckAnswer>(answer =>
        {
            answer.HasKey(a => new
            {
                a.RoundId,
                a.ReporterId,
                a.Statement,
            });
            answer.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
            answer.HasOne<Reporter>().WithMany().HasForeignKey(a => a.ReporterId).OnDelete(DeleteBehavior.Restrict);
            answer.Property(a => a.Statement).HasMaxLength(64);
            answer.Property(a => a.Revision).IsConcurrencyToken();
            answer.Ignore(a => a.IsOpen);
        });
    }
}
