using Microsoft.EntityFrameworkCore;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>How assessments are kept in tables.</summary>
internal static class AssessmentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AssessmentForm>(form =>
        {
            form.HasKey(f => new { f.RoundId, f.Id });
            form.Ignore(f => f.Levels);
            form.Ignore(f => f.Questions);
            form.Ignore(f => f.Groups);
            form.HasOne<Round>().WithMany().HasForeignKey(f => f.RoundId).OnDelete(DeleteBehavior.Restrict);
            form.Property(f => f.Title).HasMaxLength(AssessmentForm.LongestTitle);
            form.Property(f => f.Purpose).HasMaxLength(AssessmentForm.LongestPurpose);
            form.Property(f => f.MadeBy).HasMaxLength(200);
        });
        model.Entity<Assessment>(assessment =>
        {
            assessment.Ignore(a => a.IsOpen);
            assessment
                .HasOne<AssessmentForm>()
                .WithMany()
                .HasForeignKey(a => new { a.RoundId, a.FormId })
                .OnDelete(DeleteBehavior.Restrict);
            assessment.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
            // A person judges a document by a form once.
            assessment
                .HasIndex(a => new
                {
                    a.RoundId,
                    a.FormId,
                    a.SourceId,
                    a.Expert,
                })
                .IsUnique();
            assessment.HasIndex(a => a.Expert);
            assessment.Property(a => a.Expert).HasMaxLength(200);
            assessment.Property(a => a.HandedOutBy).HasMaxLength(200);
        });
        model.Entity<AssessmentAnswer>(answer =>
        {
            answer.HasKey(a => new { a.AssessmentId, a.QuestionId });
            answer.Ignore(a => a.Judgement);
            answer.HasOne<Assessment>().WithMany().HasForeignKey(a => a.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            answer.Property(a => a.Text).HasMaxLength(AssessmentAnswer.LongestText);
        });
        model.Entity<AssessmentEvidence>(evidence =>
        {
            evidence
                .HasOne<AssessmentAnswer>()
                .WithMany()
                .HasForeignKey(e => new { e.AssessmentId, e.QuestionId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AssessmentSettlement>(settlement =>
        {
            settlement.HasKey(s => new
            {
                s.RoundId,
                s.FormId,
                s.SourceId,
                s.QuestionId,
            });
            settlement.Ignore(s => s.Judgement);
            settlement
                .HasOne<AssessmentForm>()
                .WithMany()
                .HasForeignKey(s => new { s.RoundId, s.FormId })
                .OnDelete(DeleteBehavior.Restrict);
            settlement.HasOne<Source>().WithMany().HasForeignKey(s => s.SourceId).OnDelete(DeleteBehavior.Restrict);
            settlement.Property(s => s.Reason).HasMaxLength(AssessmentSettlement.LongestReason);
            settlement.Property(s => s.Actor).HasMaxLength(200);
        });
    }
}
