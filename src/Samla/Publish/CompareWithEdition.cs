using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>What has changed in the report since its latest edition, claim by claim.</summary>
/// <remarks>
/// Claims are matched by code, and the claims of one code by their order in the chapter: their ids and notes change
/// whenever a claim before them comes or goes.
/// </remarks>
public sealed class CompareWithEdition(ReadEdition editions)
{
    /// <param name="Edition">The latest.</param>
    /// <param name="Chapters">One for each chapter as it is now, changed or not.</param>
    public sealed record Result(Edition Edition, IReadOnlyList<ChapterChange> Chapters)
    {
        public bool IsChanged => Chapters.Any(chapter => chapter.IsChanged);
    }

    /// <param name="Chapter">The chapter as it is now.</param>
    /// <param name="IsNew">Whether the edition has no such chapter.</param>
    /// <param name="IsTextChanged">Whether words around the claims have changed.</param>
    /// <param name="Claims">Those that have changed, in reading order; those that are gone come last.</param>
    public sealed record ChapterChange(
        ReportChapter Chapter,
        bool IsNew,
        bool IsTextChanged,
        IReadOnlyList<ClaimChange> Claims
    )
    {
        public bool IsChanged => IsNew || IsTextChanged || Claims.Count > 0;
    }

    /// <summary>Every chapter; null where the round has no edition.</summary>
    public async Task<Result?> Run(Key<Round> round, ReportDocument now, CancellationToken cancellation)
    {
        if (await editions.ReadWhole(round, cancellation) is not (var edition, var before))
        {
            return null;
        }

        var chapters = before.Chapters.ToDictionary(chapter => chapter.Section);
        return new Result(
            edition,
            [.. now.Chapters.Select(chapter => Compare(chapters.GetValueOrDefault(chapter.Section), chapter))]
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

        var section = Key<Section>.Parse(now.Section, null);
        return (edition, Compare(await editions.ReadChapter(edition.Id, section, cancellation), now));
    }

    private static ChapterChange Compare(ReportChapter? before, ReportChapter now)
    {
        var was = Keyed(before?.Claims ?? []);
        var isNow = Keyed(now.Claims);
        var earlier = was.ToDictionary(claim => claim.Key, claim => claim.Claim);
        var later = isNow.Select(claim => claim.Key).ToHashSet();
        return new ChapterChange(
            now,
            before is null,
            before is not null && !Words(before).SequenceEqual(Words(now)),
            [
                .. from claim in isNow
                let old = earlier.GetValueOrDefault(claim.Key)
                where old is null || Differ(old, claim.Claim)
                select new ClaimChange(old, claim.Claim),
                .. from claim in was where !later.Contains(claim.Key) select new ClaimChange(claim.Claim, null),
            ]
        );
    }

    private static List<((string Subject, int Order) Key, ReportClaim Claim)> Keyed(IEnumerable<ReportClaim> claims)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. claims.Select(claim =>
            {
                seen[claim.Subject] = seen.GetValueOrDefault(claim.Subject) + 1;
                return ((claim.Subject, seen[claim.Subject]), claim);
            }),
        ];
    }

    private static bool Differ(ReportClaim before, ReportClaim after) =>
        before.Words != after.Words || before.NoteText != after.NoteText || before.Standing != after.Standing;

    // A claim's own words count as the claim's change, not the text's.
    private static IEnumerable<string> Words(ReportChapter chapter) =>
        chapter
            .Blocks.SelectMany(block =>
                block switch
                {
                    ReportBlock.Heading heading => [heading.Text],
                    ReportBlock.Quotation quotation => [quotation.Text],
                    _ => block.Inlines.Select(inline => inline is ReportInline.Words words ? words.Text : ""),
                }
            )
            .Prepend(chapter.Title);
}
