using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>The texts that a chapter has had; each is named by its revision.</summary>
public sealed class ViewChapterHistory(SamlaDb db, ActorNames names)
{
    /// <param name="Title">The chapter's title, as readers see it.</param>
    public sealed record Result(Round Round, Chapter Chapter, string Title, TextHistory History);

    /// <summary>Null where there is no such chapter.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="chapterId">The chapter; one that is taken out has its history too.</param>
    /// <param name="from">The first revision to show; null for the latest.</param>
    /// <param name="chosen">The revision to show; null for none.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result?> Run(
        Key<Round> roundId,
        Key<Chapter> chapterId,
        int? from,
        int? chosen,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        var chapter = await db
            .Chapters.AsNoTracking()
            .SingleOrDefaultAsync(one => one.RoundId == roundId && one.Id == chapterId, cancellation);
        if (round is null || chapter is null)
        {
            return null;
        }

        var texts = db
            .ChapterRevisions.AsNoTracking()
            .Where(one => one.RoundId == roundId && one.ChapterId == chapterId)
            .Select(one => new TextHistory.Kept
            {
                Number = one.Number,
                Text = one.Text,
                SavedBy = one.SavedBy,
                SavedAt = one.SavedAt,
            });
        return new Result(
            round,
            chapter,
            ChapterMarkdown.TitleOf(chapter.Text),
            await TextHistory.Read(texts, names, from, chosen, cancellation)
        );
    }
}
