using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter says that two of its interventions are one: the one stands for both, and what referred to the other refers to it.
/// The other keeps all that it held, and its history, so that it can be undone.
/// </summary>
public sealed class MergeInterventions(SamlaDb db)
{
    /// <summary>Why not, in Swedish; null when it is done.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose register.</param>
    /// <param name="away">The one that leaves the register.</param>
    /// <param name="into">The one that stays.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention> away,
        Key<Intervention> into,
        string actor,
        CancellationToken cancellation
    )
    {
        if (away == into)
        {
            return "Välj två olika insatser.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var (leaving, refusal) = await db.InterventionToChange(round, reporter, away, cancellation);
        var (staying, otherRefusal) = await db.InterventionToChange(round, reporter, into, cancellation);
        if (leaving is null || staying is null)
        {
            return leaving is null ? refusal : otherRefusal;
        }

        if (!leaving.IsIn(reporter) || !staying.IsIn(reporter))
        {
            return "Båda insatserna ska stå i registret för att kunna slås ihop.";
        }

        if (leaving.Reporters.Exists(one => one.RemovedAt is null && !staying.IsIn(one.ReporterId)))
        {
            return $"{leaving.Name} bärs också av andra, som inte bär {staying.Name}. Behåll den i stället.";
        }

        leaving.BeginChange();
        leaving.MergedIntoId = into;
        await db.Save(
            new Change(actor, "intervention.merge", InterventionQueries.SubjectOf(round, away)),
            cancellation
        );
        staying.BeginChange();
        var known = staying.References.Select(one => (one.ReporterId, one.RequirementId)).ToHashSet();
        staying.References.AddRange(
            leaving
                .References.Where(one =>
                    staying.IsIn(one.ReporterId) && !known.Contains((one.ReporterId, one.RequirementId))
                )
                .Select(one => new InterventionReference
                {
                    InterventionId = into,
                    ReporterId = one.ReporterId,
                    RequirementId = one.RequirementId,
                    MovedFromId = away,
                })
        );
        await db.Save(
            new Change(actor, "intervention.merge", InterventionQueries.SubjectOf(round, into)),
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return null;
    }
}

/// <summary>A reporter takes back that two of its interventions were one.</summary>
public sealed class UndoMerge(SamlaDb db)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it was done before.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose register.</param>
    /// <param name="away">The one that left the register.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention> away,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var (left, refusal) = await db.InterventionToChange(round, reporter, away, cancellation);
        if (left is null)
        {
            return refusal;
        }

        if (!left.IsOpenTo(reporter))
        {
            return "Ni har tagit bort insatsen ur ert register, och andra arbetar vidare med den.";
        }

        if (left.MergedIntoId is not { } into)
        {
            return null;
        }

        var stayed = await db.Interventions.Whole.SingleAsync(one => one.Id == into, cancellation);
        left.BeginChange();
        left.MergedIntoId = null;
        await db.Save(
            new Change(actor, "intervention.unmerge", InterventionQueries.SubjectOf(round, away)),
            cancellation
        );
        stayed.BeginChange();
        stayed.References.RemoveAll(one => one.MovedFromId == away);
        await db.Save(
            new Change(actor, "intervention.unmerge", InterventionQueries.SubjectOf(round, into)),
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return null;
    }
}
