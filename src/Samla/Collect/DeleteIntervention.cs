using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter takes an intervention out of its register. Nothing is lost: it can be put back, and others that carry it out keep it.</summary>
public sealed class DeleteIntervention(SamlaDb db, TimeProvider clock)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it was done before.</summary>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention> id,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        var (intervention, refusal) = await db.InterventionToChange(round, reporter, id, cancellation);
        if (intervention is null)
        {
            return refusal;
        }

        if (!intervention.IsIn(reporter))
        {
            return null;
        }

        if (intervention.Revision != seenRevision)
        {
            return "Någon har ändrat insatsen sedan du öppnade den. Läs igenom den och ta bort den igen om den ska bort.";
        }

        intervention.BeginChange();
        intervention.Reporters.First(one => one.ReporterId == reporter).RemovedAt = clock.GetUtcNow();
        return await db.SaveOr(
            new Change(actor, "intervention.delete", InterventionQueries.SubjectOf(round, id)),
            "Någon ändrade insatsen i samma stund. Läs igenom den och ta bort den igen om den ska bort.",
            cancellation
        );
    }
}

/// <summary>A reporter puts an intervention back into its register, with all that it held.</summary>
public sealed class RestoreIntervention(SamlaDb db)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it was never out.</summary>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention> id,
        string actor,
        CancellationToken cancellation
    )
    {
        var (intervention, refusal) = await db.InterventionToChange(round, reporter, id, cancellation);
        if (intervention is null)
        {
            return refusal;
        }

        var whose = intervention.Reporters.First(one => one.ReporterId == reporter);
        if (whose.RemovedAt is null)
        {
            return null;
        }

        if (intervention.MergedIntoId is not null)
        {
            return "Andra som bär insatsen har slagit ihop den med en annan. Be dem skilja dem åt, eller göra den andra gemensam med er.";
        }

        intervention.BeginChange();
        whose.RemovedAt = null;
        return await db.SaveOr(
            new Change(actor, "intervention.restore", InterventionQueries.SubjectOf(round, id)),
            "Någon ändrade insatsen i samma stund. Försök igen.",
            cancellation
        );
    }
}
