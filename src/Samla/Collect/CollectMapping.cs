using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How what is collected is kept in tables.</summary>
internal static class CollectMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Round>(round =>
        {
            round.Ignore(r => r.Mark).Ignore(r => r.Tag);
            round.HasOne<Round>().WithMany().HasForeignKey(r => r.PreviousRoundId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<Template>().WithMany().HasForeignKey(r => r.TemplateId).OnDelete(DeleteBehavior.Restrict);
        });
        MapTemplate(model);
        MapSubmission(model);
        MapTeamwork(model);
        MapDecision(model);
        MapDelivery(model);
        MapReturn(model);
        MapReminder(model);
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
        model.Entity<Template>(template =>
        {
            template.Ignore(t => t.State);
            template.HasMany(t => t.Sections).WithOne().HasForeignKey(s => s.TemplateId);
            template.HasMany(t => t.Tables).WithOne().HasForeignKey(t => t.TemplateId);
            template.HasOne<Template>().WithMany().HasForeignKey(t => t.BasedOn).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Section>(section =>
        {
            section.HasKey(s => new { s.TemplateId, s.Id });
            section.HasMany(s => s.Requirements).WithOne().HasForeignKey(r => new { r.TemplateId, r.SectionId });
        });
        // That its table is there is for TemplateChecks: SQLite could learn of a key of two columns only by a new table.
        model.Entity<Requirement>().HasKey(r => new { r.TemplateId, r.Id });
        MapTable(model);
        MapRequirementMapping(model);
        MapConsultation(model);
    }

    // What is commented on may be changed and removed, so nothing here refers to a template's parts.
    private static void MapConsultation(ModelBuilder model)
    {
        model.Entity<TemplateConsultation>(consultation =>
        {
            consultation.HasKey(c => c.TemplateId);
            consultation
                .HasOne<Template>()
                .WithMany()
                .HasForeignKey(c => c.TemplateId)
                .OnDelete(DeleteBehavior.Restrict);
            consultation.HasMany(c => c.Reporters).WithOne().HasForeignKey(r => r.TemplateId);
        });
        model.Entity<ConsultedReporter>(reporter =>
        {
            reporter.HasKey(r => new { r.TemplateId, r.ReporterId });
            reporter.HasOne<Reporter>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ConsultationLetter>(letter =>
        {
            letter.HasKey(l => new { l.TemplateId, l.AccountId });
            letter
                .HasOne<TemplateConsultation>()
                .WithMany()
                .HasForeignKey(l => l.TemplateId)
                .OnDelete(DeleteBehavior.Restrict);
            letter.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TemplateComment>(comment =>
        {
            comment
                .HasOne<TemplateConsultation>()
                .WithMany()
                .HasForeignKey(c => c.TemplateId)
                .OnDelete(DeleteBehavior.Restrict);
            comment.HasOne<Reporter>().WithMany().HasForeignKey(c => c.ReporterId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapTable(ModelBuilder model)
    {
        model.Entity<TemplateTable>(table =>
        {
            table.HasKey(t => new { t.TemplateId, t.Id });
            table.Ignore(t => t.InOrder);
            table.HasMany(t => t.Columns).WithOne().HasForeignKey(c => new { c.TemplateId, c.TableId });
        });
        model.Entity<TableColumn>(column =>
        {
            column.HasKey(c => new
            {
                c.TemplateId,
                c.TableId,
                c.Id,
            });
            column
                .HasMany(c => c.Options)
                .WithOne()
                .HasForeignKey(o => new
                {
                    o.TemplateId,
                    o.TableId,
                    o.ColumnId,
                });
        });
        model
            .Entity<ColumnOption>()
            .HasKey(o => new
            {
                o.TemplateId,
                o.TableId,
                o.ColumnId,
                o.Id,
            });
    }

    private static void MapRequirementMapping(ModelBuilder model) =>
        model.Entity<RequirementMapping>(mapping =>
        {
            mapping.HasKey(m => new
            {
                m.TemplateId,
                m.EarlierTemplateId,
                m.Order,
            });
            mapping.Property(m => m.Order).ValueGeneratedNever();
            mapping.HasOne<Template>().WithMany().HasForeignKey(m => m.TemplateId).OnDelete(DeleteBehavior.Restrict);
            mapping
                .HasOne<Template>()
                .WithMany()
                .HasForeignKey(m => m.EarlierTemplateId)
                .OnDelete(DeleteBehavior.Restrict);
            mapping
                .HasOne<Requirement>()
                .WithMany()
                .HasForeignKey(m => new { m.TemplateId, m.RequirementId })
                .OnDelete(DeleteBehavior.Restrict);
            mapping
                .HasOne<Requirement>()
                .WithMany()
                .HasForeignKey(m => new { m.EarlierTemplateId, m.EarlierRequirementId })
                .OnDelete(DeleteBehavior.Restrict);
        });

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
        model.Entity<AnswerRevision>(revision =>
        {
            revision.HasKey(r => new
            {
                r.SubmissionId,
                r.RequirementId,
                r.First,
            });
            revision.Property(r => r.First).ValueGeneratedNever();
            revision.HasOne<Answer>().WithMany().HasForeignKey(r => new { r.SubmissionId, r.RequirementId });
        });
        model.Entity<AnswerRow>(row =>
        {
            row.HasIndex(r => new { r.SubmissionId, r.RequirementId });
            row.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId);
            row.Property(r => r.Revision).IsConcurrencyToken();
        });
        model.Entity<AnswerRowRevision>(revision =>
        {
            revision.HasKey(r => new { r.RowId, r.First });
            revision.Property(r => r.First).ValueGeneratedNever();
            revision.HasOne<AnswerRow>().WithMany().HasForeignKey(r => r.RowId);
        });
        model.Entity<SubmissionVersion>(version =>
        {
            version.HasKey(v => new { v.SubmissionId, v.Number });
            version.Property(v => v.Hash).HasMaxLength(64);
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
        model.Entity<SubmittedIntervention>(intervention =>
        {
            intervention.HasKey(i => new
            {
                i.SubmissionId,
                i.Version,
                i.InterventionId,
            });
            intervention
                .HasOne<SubmissionVersion>()
                .WithMany()
                .HasForeignKey(i => new { i.SubmissionId, i.Version })
                .OnDelete(DeleteBehavior.Restrict);
            intervention
                .HasOne<Intervention>()
                .WithMany()
                .HasForeignKey(i => i.InterventionId)
                .OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapTeamwork(ModelBuilder model)
    {
        model.Entity<SectionWork>(work =>
        {
            work.HasKey(w => new { w.SubmissionId, w.SectionId });
            work.HasOne<Submission>().WithMany().HasForeignKey(w => w.SubmissionId);
            work.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AnswerComment>(comment =>
        {
            comment.HasIndex(c => new { c.SubmissionId, c.RequirementId });
            comment.HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId);
        });
    }

    private static void MapDecision(ModelBuilder model) =>
        model.Entity<SubmissionDecision>(decision =>
        {
            decision.Ignore(d => d.Swedish);
            decision.HasKey(d => new
            {
                d.SubmissionId,
                d.Version,
                d.Number,
            });
            decision.Property(d => d.Number).ValueGeneratedNever();
            decision
                .HasOne<SubmissionVersion>()
                .WithMany()
                .HasForeignKey(d => new { d.SubmissionId, d.Version })
                .OnDelete(DeleteBehavior.Restrict);
        });

    private static void MapDelivery(ModelBuilder model)
    {
        model.Entity<Delivery>(delivery =>
        {
            delivery
                .HasOne<SubmissionVersion>()
                .WithMany()
                .HasForeignKey(d => new { d.SubmissionId, d.Version })
                .OnDelete(DeleteBehavior.Restrict);
            delivery.Property(d => d.FileHash).HasMaxLength(64);
        });
        model.Entity<DeliveredFile>(file =>
        {
            file.HasKey(f => f.DeliveryId);
            file.HasOne<Delivery>()
                .WithOne()
                .HasForeignKey<DeliveredFile>(f => f.DeliveryId)
                .OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapReturn(ModelBuilder model)
    {
        model.Entity<SubmissionReturn>(returned =>
        {
            returned
                .HasOne<SubmissionVersion>()
                .WithMany()
                .HasForeignKey(r => new { r.SubmissionId, r.Version })
                .OnDelete(DeleteBehavior.Restrict);
            returned
                .HasMany(r => r.Comments)
                .WithOne()
                .HasForeignKey(c => c.ReturnId)
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReturnComment>().HasKey(c => new { c.ReturnId, c.RequirementId });
    }

    private static void MapReminder(ModelBuilder model)
    {
        model.Entity<Reminder>(reminder =>
        {
            reminder.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
            reminder.HasMany(r => r.Reporters).WithOne().HasForeignKey(r => r.ReminderId);
        });
        model.Entity<RemindedReporter>(reporter =>
        {
            reporter.Ignore(r => r.Unanswered);
            reporter.Ignore(r => r.IsReached);
            reporter.HasKey(r => new { r.ReminderId, r.ReporterId });
            reporter.HasOne<Reporter>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Restrict);
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
            // What is handed in while somebody changes it must not be lost to those who see only that.
            intervention.Property(i => i.SubmittedRevision).IsConcurrencyToken();
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
