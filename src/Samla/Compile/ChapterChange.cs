using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>What has changed in a chapter, claim by claim.</summary>
/// <remarks>
/// Claims are matched by whom they count, and those that count the same by their order in the chapter: their ids and notes change
/// whenever a claim before them comes or goes.
/// </remarks>
/// <param name="Chapter">The chapter as it is now.</param>
/// <param name="IsNew">Whether there was no such chapter before.</param>
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

    /// <param name="before">The chapter as it was; null where there was none.</param>
    /// <param name="now">The chapter as it is.</param>
    public static ChapterChange Between(ReportChapter? before, ReportChapter now)
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

    /// <summary>The same for chapters between which nothing has changed, wherever their claims and notes are numbered.</summary>
    public static string Fingerprint(ReportChapter chapter) =>
        Source.HashOf(
            string.Join(
                '\n',
                Words(chapter)
                    .Concat(
                        chapter.Claims.Select(claim =>
                            $"{claim.Subject}|{claim.Words}|{claim.NoteText}|{claim.Standing.Says}|{claim.Standing.Silent}|{claim.Standing.NotAsked}"
                        )
                    )
                    .Select(part => $"{part.Length} {part}")
            )
        );

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
                    ReportBlock.Exhibit exhibit => exhibit
                        .Rows.Select(row => row.Label)
                        // A group's rows stand by their numbers: who counts them anew has not changed the text.
                        .Order(StringComparer.Ordinal)
                        .Prepend($"{exhibit.Form} {exhibit.Title}"),
                    _ => block.Inlines.Select(inline =>
                        inline switch
                        {
                            ReportInline.Counted => "",
                            ReportInline.Compared(var comparison) => $"{comparison.Words} {comparison.Told}",
                            ReportInline.Amount(var said) => $"{said.Words} {said.Told}",
                            // Its number follows when chapters move, and says nothing of its own.
                            ReportInline.Reference(_, var chapterId, _) => chapterId,
                            _ => inline.Plain,
                        }
                    ),
                }
            )
            .Prepend(chapter.Title);
}
