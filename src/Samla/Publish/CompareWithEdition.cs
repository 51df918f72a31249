using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>What has changed in a report since an edition of it, claim by claim.</summary>
public sealed class CompareWithEdition(ReadEdition editions)
{
    /// <param name="Edition">The edition that it is compared with.</param>
    /// <param name="Chapters">One for each chapter of the later report, changed or not.</param>
    /// <param name="Moved">The chapters that had another number then, as they were.</param>
    /// <param name="Gone">The chapters that are no longer in the report, as they were.</param>
    public sealed record Result(
        Edition Edition,
        IReadOnlyList<ChapterChange> Chapters,
        IReadOnlyList<ReportChapter> Moved,
        IReadOnlyList<ReportChapter> Gone
    )
    {
        public bool IsChanged => Moved.Count + Gone.Count > 0 || Chapters.Any(chapter => chapter.IsChanged);
    }

    /// <summary>Every chapter; null where the round has no edition.</summary>
    public async Task<Result?> Run(Key<Round> round, ReportDocument now, CancellationToken cancellation)
    {
        if (await editions.ReadWhole(round, cancellation) is not (var edition, var before))
        {
            return null;
        }

        return Between(edition, before, now);
    }

    /// <summary>What is changed in a report since it was an edition.</summary>
    public static Result Between(Edition edition, ReportDocument before, ReportDocument now)
    {
        var chapters = before.Chapters.ToDictionary(chapter => chapter.Id);
        var numbers = now.Chapters.ToDictionary(chapter => chapter.Id, chapter => chapter.Number);
        return new Result(
            edition,
            [.. now.Chapters.Select(chapter => ChapterChange.Between(chapters.GetValueOrDefault(chapter.Id), chapter))],
            [
                .. before.Chapters.Where(chapter =>
                    numbers.TryGetValue(chapter.Id, out var number) && number != chapter.Number
                ),
            ],
            [.. before.Chapters.Where(chapter => !numbers.ContainsKey(chapter.Id))]
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
