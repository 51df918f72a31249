using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile.Plan;

/// <summary>Takes a chapter out of its report, or puts it back where it stood. Its text, comments and signatures stay.</summary>
public sealed class RemoveChapter(SamlaDb db, TimeProvider clock)
{
    /// <summary>Takes it out; those after it get the numbers before.</summary>
    public async Task<PlanOutcome> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var chapters = await db.ChaptersOf(round).ToListAsync(cancellation);
        if (chapters.Find(one => one.Id == chapterId) is not { } chapter)
        {
            return PlanOutcome.NoChapter;
        }

        List<Chapter> others = chapters.FindAll(one => one != chapter);
        // A report that does not begin at 1 goes on with what it had before one was put first.
        var first = chapters[0] is { Number: > 1 } ? others.FirstOrDefault()?.Number ?? 1 : chapters[0].Number;
        chapter.RemovedAt = clock.GetUtcNow();
        ChapterOrder.Number(others, first);
        await db.Save(new Change(actor, "chapter.remove", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new PlanOutcome.Changed(chapterId);
    }

    /// <summary>Puts it back before the one that has its number now.</summary>
    public async Task<PlanOutcome> Restore(
        Key<Round> round,
        Key<Chapter> chapterId,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var chapter = await db.Chapters.SingleOrDefaultAsync(
            one => one.RoundId == round && one.Id == chapterId && one.RemovedAt != null,
            cancellation
        );
        if (chapter is null)
        {
            return new PlanOutcome.Refused("Kapitlet är redan tillbaka, eller finns inte.");
        }

        var others = await db.ChaptersOf(round).ToListAsync(cancellation);
        chapter.RemovedAt = null;
        ChapterOrder.PutBack(others, chapter);
        await db.Save(new Change(actor, "chapter.restore", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new PlanOutcome.Changed(chapterId);
    }
}
