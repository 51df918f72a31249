using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Carries out what a preview has shown, all of it or nothing. Each intervention gets its own line in the audit trail.</summary>
public sealed class ImportWorkbook(SamlaDb db, PreviewWorkbook preview, Taxonomy taxonomy, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose register.</param>
    /// <param name="content">The file that was shown.</param>
    /// <param name="seen">The preview's <see cref="WorkbookPlan.Seen"/>.</param>
    /// <param name="remove">Those of the missing that are to be removed.</param>
    /// <param name="actor">Who reads it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        byte[] content,
        string seen,
        IReadOnlyCollection<Key<Intervention>> remove,
        string actor,
        CancellationToken cancellation
    )
    {
        // Alone, so that the register is still as it is compared with when it is changed.
        await using var transaction = await db.BeginAlone(cancellation);
        var outcome = await preview.Run(round, reporter, content, cancellation);
        if (outcome is PreviewWorkbook.Outcome.Refused(var message))
        {
            return new Outcome.Refused(message);
        }

        var plan = outcome is PreviewWorkbook.Outcome.Compared(var compared)
            ? compared
            : throw new UnreachableException();
        if (plan.Faults.Count > 0)
        {
            return new Outcome.Other(plan, "Filen kan inte läsas in som den är.");
        }

        if (plan.Seen != seen)
        {
            return new Outcome.Other(
                plan,
                "Någon har ändrat i registret sedan förhandsvisningen gjordes. Se igenom den nya och läs in igen."
            );
        }

        var removed = plan.Missing.Where(one => remove.Contains(one.Id)).ToList();
        await Carry(plan, removed, actor, cancellation);
        await transaction.CommitOwn(cancellation);

        return new Outcome.Imported(
            plan.Of(WorkbookPlan.RowKind.Added).Count(),
            plan.Of(WorkbookPlan.RowKind.Changed).Count(),
            removed.Count
        );
    }

    private async Task Carry(
        WorkbookPlan plan,
        List<Intervention> removed,
        string actor,
        CancellationToken cancellation
    )
    {
        var register = plan.Register;
        var ids = new InterventionIds(await db.Interventions.Select(one => one.Id).ToListAsync(cancellation));
        foreach (var row in plan.Rows.Where(row => row.Kind != WorkbookPlan.RowKind.Unchanged))
        {
            var read = InterventionReader.Read(row.After, register.Columns, taxonomy);
            if (row.Existing is { } existing)
            {
                db.Attach(existing);
                register.Change(existing, read);
                await Save(existing.Id, "intervention.save");
            }
            else
            {
                var added = register.New(ids.For(row.Name), read);
                db.Interventions.Add(added);
                await Save(added.Id, "intervention.add");
            }
        }

        foreach (var intervention in removed)
        {
            db.Attach(intervention);
            intervention.Reporters.First(one => one.ReporterId == register.Reporter.Id).RemovedAt = clock.GetUtcNow();
            intervention.Revision++;
            await Save(intervention.Id, "intervention.delete");
        }

        async Task Save(Key<Intervention> id, string action)
        {
            await db.Save(
                new Change(actor, action, InterventionQueries.SubjectOf(register.Round.Id, id)),
                cancellation
            );
            db.ChangeTracker.Clear(); // else each save looks through all the others
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Imported(int Added, int Changed, int Removed) : Outcome;

        /// <summary>It is not what was shown, or cannot be carried out; nothing is done.</summary>
        /// <param name="Plan">What the file would do now.</param>
        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Other(WorkbookPlan Plan, string Message) : Outcome;

        /// <param name="Message">Why the file cannot be used, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
