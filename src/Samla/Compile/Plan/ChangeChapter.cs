using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile.Plan;

/// <summary>Changes what a chapter rests on: whose codes, words and interventions its author is offered. Its text stays.</summary>
public sealed class ChangeChapter(SamlaDb db)
{
    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="restsOn">The requirements that it compiles; may be none.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<PlanOutcome> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        IReadOnlyCollection<Key<Requirement>> restsOn,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (
            await db.ChaptersOf(round).SingleOrDefaultAsync(one => one.Id == chapterId, cancellation) is not { } chapter
        )
        {
            return PlanOutcome.NoChapter;
        }

        var template = await db
            .Rounds.Where(one => one.Id == round)
            .Select(one => one.TemplateId)
            .SingleAsync(cancellation);
        var asked = await db.RequirementsOf(template, cancellation);
        chapter.RestsOn = [.. asked.Select(one => one.Id).Where(restsOn.Contains)];
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(actor, "chapter.basis", $"{round}/{chapterId}"), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return new PlanOutcome.Changed(chapterId);
    }
}
