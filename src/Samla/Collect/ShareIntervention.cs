using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter says that another carries out an intervention with it. The other then has it in its register, and may take it out.</summary>
public sealed class ShareIntervention(SamlaDb db)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it was done before.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Who says so.</param>
    /// <param name="id">The intervention.</param>
    /// <param name="other">The other.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention> id,
        Key<Reporter> other,
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
            return "Insatsen står inte i ert register.";
        }

        if (intervention.Reporters.Find(one => one.ReporterId == other) is { } known)
        {
            return known.RemovedAt is null ? null : "De har själva tagit bort insatsen ur sitt register.";
        }

        if (!await db.Submissions.AnyAsync(one => one.RoundId == round && one.ReporterId == other, cancellation))
        {
            return "Välj en uppgiftslämnare som är med i omgången.";
        }

        intervention.Reporters.Add(new() { InterventionId = id, ReporterId = other });
        intervention.Revision++;
        return await db.SaveOr(
            new Change(actor, "intervention.share", InterventionQueries.SubjectOf(round, id)),
            "Någon ändrade insatsen i samma stund. Försök igen.",
            cancellation
        );
    }
}
