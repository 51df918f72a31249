using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile.Plan;

/// <summary>Moves a chapter one step up or down in its report; those that change places change numbers.</summary>
public sealed class MoveChapter(SamlaDb db)
{
    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="isUp">Whether it is to come before the one that it comes after now.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<PlanOutcome> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        bool isUp,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var chapters = await db.ChaptersOf(round).ToListAsync(cancellation);
        var from = chapters.FindIndex(one => one.Id == chapterId);
        if (from < 0)
        {
            return PlanOutcome.NoChapter;
        }

        if (ChapterOrder.Move(chapters, from, isUp ? from - 1 : from + 1))
        {
            await db.Save(new Change(actor, "chapter.move", $"{round}/{chapterId}"), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return new PlanOutcome.Changed(chapterId);
    }
}
