using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A reporter saves an intervention in its register: a new one, or one that it carries out.</summary>
public sealed class SaveIntervention(SamlaDb db, Taxonomy taxonomy)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose register.</param>
    /// <param name="id">The intervention; null for a new one.</param>
    /// <param name="written">All that is written of it.</param>
    /// <param name="seenRevision">The revision that the writer began from; 0 for a new one.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention>? id,
        InterventionTexts written,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        var register = await InterventionRegister.Find(db, taxonomy, round, reporter, cancellation);
        if (register is null)
        {
            return new Outcome.Refused("Redovisningen finns inte.");
        }

        if (!register.Round.IsOpen)
        {
            return new Outcome.Refused(InterventionRegister.Closed);
        }

        var read = InterventionReader.Read(written, register.Columns, taxonomy);
        if (read.Faults.Count > 0)
        {
            return new Outcome.Invalid(read.Faults);
        }

        return id is null
            ? await Add(register, read, actor, cancellation)
            : await Change(register, id, read, seenRevision, actor, cancellation);
    }

    private async Task<Outcome> Add(
        InterventionRegister register,
        InterventionReader.Result read,
        string actor,
        CancellationToken cancellation
    )
    {
        // Alone, so that nobody takes the same id in between.
        await using var transaction = await db.BeginAlone(cancellation);
        var ids = new InterventionIds(await db.Interventions.Select(one => one.Id).ToListAsync(cancellation));
        var intervention = register.New(ids.For(read.Content.Name), read);
        db.Interventions.Add(intervention);
        await db.Save(
            new Change(actor, "intervention.add", InterventionQueries.SubjectOf(register.Round.Id, intervention.Id)),
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return new Outcome.Saved(intervention.Id, intervention.Revision);
    }

    private async Task<Outcome> Change(
        InterventionRegister register,
        Key<Intervention> id,
        InterventionReader.Result read,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        var intervention = await Find(register, id, cancellation);
        if (intervention is null)
        {
            return new Outcome.Refused("Insatsen finns inte i ert register.");
        }

        if (!intervention.IsIn(register.Reporter.Id))
        {
            return new Outcome.Refused(
                "Insatsen är borttagen ur ert register. Återställ den först, så kan den ändras."
            );
        }

        if (intervention.Revision != seenRevision)
        {
            return Compared(register, intervention, read);
        }

        if (!register.Change(intervention, read))
        {
            return new Outcome.Saved(id, intervention.Revision);
        }

        try
        {
            await db.Save(
                new Change(actor, "intervention.save", InterventionQueries.SubjectOf(register.Round.Id, id)),
                cancellation
            );
            return new Outcome.Saved(id, intervention.Revision);
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our reading and our writing.
            db.ChangeTracker.Clear();
            var theirs = await Find(register, id, cancellation);
            if (theirs is null || theirs.Revision < intervention.Revision)
            {
                throw; // nobody did: the database could not be written
            }

            return Compared(register, theirs, read);
        }
    }

    private Task<Intervention?> Find(
        InterventionRegister register,
        Key<Intervention> id,
        CancellationToken cancellation
    ) =>
        db.Interventions.Whole.SingleOrDefaultAsync(
            one =>
                one.Id == id
                && one.RoundId == register.Round.Id
                && one.Reporters.Any(whose => whose.ReporterId == register.Reporter.Id),
            cancellation
        );

    /// <summary>The same from two sides is no conflict.</summary>
    private static Outcome Compared(
        InterventionRegister register,
        Intervention theirs,
        InterventionReader.Result read
    ) =>
        register.IsSaidBy(theirs, read)
            ? new Outcome.Saved(theirs.Id, theirs.Revision)
            : new Outcome.Conflict(register.TextsOf(theirs), theirs.Revision);

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Revision">What the next save must say it has seen.</param>
        public sealed record Saved(Key<Intervention> Id, int Revision) : Outcome;

        /// <summary>Somebody else has saved something else since the writer began; nothing is overwritten.</summary>
        public sealed record Conflict(InterventionTexts Theirs, int Revision) : Outcome;

        /// <param name="Faults">At least one.</param>
        public sealed record Invalid(IReadOnlyList<InterventionFault> Faults) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
