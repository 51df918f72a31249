using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How what is collected is kept in tables.</summary>
internal static class CollectMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Round>(round =>
        {
            round.Ignore(r => r.Mark);
            round.HasOne<Template>().WithMany().HasForeignKey(r => r.TemplateId).OnDelete(DeleteBehavior.Restrict);
        });
        MapTemplate(model);
        MapSubmission(model);
        MapIntervention(model);
        model.Entity<Source>(source =>
        {
            source.HasOne<Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
            source.HasOne<Reporter>().WithMany().HasForeignKey(s => s.ReporterId).OnDelete(DeleteBehavior.Restrict);
            source.HasIndex(s => new { s.RoundId, s.RequirementId });
            source.Property(s => s.Hash).HasMaxLength(64);
        });
    }

    private static void MapTemplate(ModelBuilder model)
    {
        model.Entity<Template>().HasMany(t => t.Sections).WithOne().HasForeignKey(s => s.TemplateId);
        model.Entity<Section>(section =>
        {
            section.HasKey(s => new { s.TemplateId, s.Id });
            section.HasMany(s => s.Requirements).WithOne().HasForeignKey(r => new { r.TemplateId, r.SectionId });
        });
        model.Entity<Requirement>().HasKey(r => new { r.TemplateId, r.Id });
    }

    private static void MapSubmission(ModelBuilder model)
    {
        model.Entity<Submission>(submission =>
        {
            submission.HasIndex(s => new { s.RoundId, s.ReporterId }).IsUnique();
            submission.HasOne<Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
            submission.HasOne<Reporter>().WithMany().HasForeignKey(s => s.ReporterId).OnDelete(DeleteBehavior.Restrict);
            submission.Property(s => s.CurrentVersion).IsConcurrencyToken();
        });
        model.Entity<Answer>(answer =>
        {
            answer.HasKey(a => new { a.SubmissionId, a.RequirementId });
            answer.HasOne<Submission>().WithMany().HasForeignKey(a => a.SubmissionId);
            answer.Property(a => a.Revision).IsConcurrencyToken();
        });
        model.Entity<SubmissionVersion>(version =>
        {
            version.HasKey(v => new { v.SubmissionId, v.Number });
            version
                .HasOne<Submission>()
                .WithMany()
                .HasForeignKey(v => v.SubmissionId)
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SubmittedAnswer>(answer =>
        {
            answer.HasKey(a => new
            {
                a.SubmissionId,
                a.Version,
                a.RequirementId,
            });
            answer
                .HasOne<SubmissionVersion>()
                .WithMany()
                .HasForeignKey(a => new { a.SubmissionId, a.Version })
                .OnDelete(DeleteBehavior.Restrict);
            answer.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapIntervention(ModelBuilder model)
    {
        model.Entity<Intervention>(intervention =>
        {
            intervention.HasOne<Round>().WithMany().HasForeignKey(i => i.RoundId).OnDelete(DeleteBehavior.Restrict);
            intervention
                .HasOne<Intervention>()
                .WithMany()
                .HasForeignKey(i => i.MergedIntoId)
                .OnDelete(DeleteBehavior.Restrict);
            intervention.Property(i => i.Revision).IsConcurrencyToken();
            intervention.OwnsMany(i => i.Funding, owned => MapOwned(owned, "Funding"));
            intervention.OwnsMany(i => i.Outputs, owned => MapOwned(owned, "Outputs"));
            intervention.OwnsMany(i => i.Outcomes, owned => MapOwned(owned, "Outcomes"));
            intervention.HasMany(i => i.Reporters).WithOne().HasForeignKey(r => r.InterventionId);
            intervention.HasMany(i => i.References).WithOne().HasForeignKey(r => r.InterventionId);
        });
        model.Entity<InterventionReference>(reference =>
        {
            reference.ToTable("InterventionReferences");
            reference.HasKey(r => new
            {
                r.InterventionId,
                r.ReporterId,
                r.RequirementId,
            });
            reference
                .HasOne<InterventionReporter>()
                .WithMany()
                .HasForeignKey(r => new { r.InterventionId, r.ReporterId });
        });
        model.Entity<InterventionReporter>(reporter =>
        {
            reporter.HasKey(r => new { r.InterventionId, r.ReporterId });
            reporter.HasOne<Reporter>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapOwned<T>(OwnedNavigationBuilder<Intervention, T> owned, string table)
        where T : class
    {
        owned.ToTable(table);
        owned.WithOwner().HasForeignKey("InterventionId");
        owned.HasKey("InterventionId", "Order");
        owned.Property("Order").ValueGeneratedNever();
    }
}
