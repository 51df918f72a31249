using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>What has changed in the report since its latest edition, claim by claim.</summary>
public sealed class CompareWithEdition(ReadEdition editions)
{
    /// <param name="Edition">The latest.</param>
    /// <param name="Chapters">One for each chapter as it is now, changed or not.</param>
    public sealed record Result(Edition Edition, IReadOnlyList<ChapterChange> Chapters)
    {
        public bool IsChanged => Chapters.Any(chapter => chapter.IsChanged);
    }

    /// <summary>Every chapter; null where the round has no edition.</summary>
    public async Task<Result?> Run(Key<Round> round, ReportDocument now, CancellationToken cancellation)
    {
        if (await editions.ReadWhole(round, cancellation) is not (var edition, var before))
        {
            return null;
        }

        var chapters = before.Chapters.ToDictionary(chapter => chapter.Id);
        return new Result(
            edition,
            [.. now.Chapters.Select(chapter => ChapterChange.Between(chapters.GetValueOrDefault(chapter.Id), chapter))]
        );
    }

    /// <summary>One chapter; null where the round has no edition.</summary>
    public async Task<(Edition Edition, ChapterChange Change)?> Run(
        Key<Round> round,
        ReportChapter now,
        CancellationToken cancellation
    )
    {
        if (await editions.ReadContents(round, cancellation) is not { Edition: var edition })
        {
            return null;
        }

        var chapterId = Key<Chapter>.Parse(now.Id, null);
        return (edition, ChapterChange.Between(await editions.ReadChapter(edition.Id, chapterId, cancellation), now));
    }
}
