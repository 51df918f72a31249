using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>The texts that a chapter has had, the latest first, and one of them beside the one before it.</summary>
public sealed class ViewChapterHistory(SamlaDb db, ActorNames names)
{
    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 50;

    /// <param name="Number">The revision.</param>
    /// <param name="By">Who wrote it, by name; empty where nobody knows.</param>
    /// <param name="Length">The text's characters.</param>
    public sealed record Entry(int Number, string By, DateTimeOffset SavedAt, int Length);

    /// <param name="Before">The text before it; empty for the first.</param>
    public sealed record Chosen(Entry Entry, string Text, string Before);

    /// <param name="Entries">At most <see cref="PageSize"/>.</param>
    /// <param name="Older">What to ask for to see those before them; null where there are none.</param>
    /// <param name="Chosen">Null where none is chosen, or there is none such.</param>
    public sealed record Result(
        Round Round,
        Chapter Chapter,
        string Title,
        IReadOnlyList<Entry> Entries,
        int? Older,
        Chosen? Chosen
    );

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

        var revisions = db
            .ChapterRevisions.AsNoTracking()
            .Where(one => one.RoundId == roundId && one.ChapterId == chapterId)
            .OrderByDescending(one => one.Number);
        var page = await revisions
            .Where(one => from == null || one.Number <= from)
            .Select(one => new
            {
                one.Number,
                one.SavedBy,
                one.SavedAt,
                one.Text.Length,
            })
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var pair = chosen is null
            ? []
            : await revisions.Where(one => one.Number <= chosen).Take(2).ToListAsync(cancellation);
        var called = await names.Run(
            page.Select(one => one.SavedBy).Concat(pair.Select(one => one.SavedBy)).Where(by => by.Length > 0),
            cancellation
        );
        return new Result(
            round,
            chapter,
            ChapterMarkdown.TitleOf(chapter.Text),
            [.. page.Take(PageSize).Select(one => AsEntry(one.Number, one.SavedBy, one.SavedAt, one.Length))],
            page.Count > PageSize ? page[^1].Number : null,
            pair is [var one, ..] && one.Number == chosen
                ? new Chosen(
                    AsEntry(one.Number, one.SavedBy, one.SavedAt, one.Text.Length),
                    one.Text,
                    pair.Count > 1 ? pair[1].Text : ""
                )
                : null
        );

        Entry AsEntry(int number, string by, DateTimeOffset at, int length) =>
            new(number, by.Length > 0 ? called[by] : "", at, length);
    }
}
