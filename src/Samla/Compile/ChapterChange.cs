using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>What has changed in a chapter, claim by claim and amount by amount.</summary>
/// <remarks>
/// Claims are matched by whom they count, amounts by what is asked, and those that are alike by their order in the chapter: their ids
/// and notes change whenever a claim before them comes or goes.
/// </remarks>
/// <param name="Chapter">The chapter as it is now.</param>
/// <param name="IsNew">Whether there was no such chapter before.</param>
/// <param name="IsTextChanged">Whether words around the claims and amounts have changed.</param>
/// <param name="Claims">Those that have changed, in reading order; those that are gone come last.</param>
/// <param name="Amounts">Those that have changed, in the same order.</param>
public sealed record ChapterChange(
    ReportChapter Chapter,
    bool IsNew,
    bool IsTextChanged,
    IReadOnlyList<ClaimChange> Claims,
    IReadOnlyList<AmountChange> Amounts
)
{
    public bool IsChanged => IsNew || IsTextChanged || Claims.Count > 0 || Amounts.Count > 0;

    /// <param name="before">The chapter as it was; null where there was none.</param>
    /// <param name="now">The chapter as it is.</param>
    public static ChapterChange Between(ReportChapter? before, ReportChapter now) =>
        new(
            now,
            before is null,
            before is not null && !Words(before).SequenceEqual(Words(now)),
            [
                .. Pairs(before?.Claims, now.Claims, claim => claim.Subject)
                    .Where(pair => pair is (null, _) or (_, null) || Differ(pair.Before, pair.After))
                    .Select(pair => new ClaimChange(pair.Before, pair.After)),
            ],
            [
                .. Pairs(before?.Amounts, now.Amounts, amount => amount.Asked)
                    .Where(pair => Said(pair.Before) != Said(pair.After))
                    .Select(pair => new AmountChange(pair.Before, pair.After)),
            ]
        );

    /// <summary>What is now, each with what it was, and last what is gone.</summary>
    private static IEnumerable<(T? Before, T? After)> Pairs<T>(
        IEnumerable<T>? before,
        IEnumerable<T> now,
        Func<T, string> subject
    )
        where T : class
    {
        var (was, isNow) = (Keyed(before ?? []), Keyed(now));
        var earlier = was.ToDictionary(one => one.Key, one => one.One);
        var later = isNow.Select(one => one.Key).ToHashSet();
        return isNow
            .Select(one => (earlier.GetValueOrDefault(one.Key), (T?)one.One))
            .Concat(was.Where(one => !later.Contains(one.Key)).Select(one => ((T?)one.One, (T?)null)));

        List<((string Subject, int Order) Key, T One)> Keyed(IEnumerable<T> all)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            return
            [
                .. all.Select(one =>
                {
                    var about = subject(one);
                    seen[about] = seen.GetValueOrDefault(about) + 1;
                    return ((about, seen[about]), one);
                }),
            ];
        }
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
                    .Concat(chapter.Amounts.Select(amount => $"{amount.Asked}|{Said(amount)}"))
                    .Select(part => $"{part.Length} {part}")
            )
        );

    private static bool Differ(ReportClaim? before, ReportClaim? after) =>
        before!.Words != after!.Words || before.NoteText != after.NoteText || before.Standing != after.Standing;

    private static string? Said(ReportAmount? amount) =>
        amount is null ? null : $"{amount.Words} {amount.Told} {(amount.Note is null ? "" : "med not")}";

    // The words of claims and amounts count as their change, not the text's.
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
                            ReportInline.Counted or ReportInline.Amount => "",
                            ReportInline.Compared(var comparison) => $"{comparison.Words} {comparison.Told}",
                            // Its number follows when chapters move, and says nothing of its own.
                            ReportInline.Reference(_, var chapterId, _) => chapterId,
                            _ => inline.Plain,
                        }
                    ),
                }
            )
            .Prepend(chapter.Title);
}
