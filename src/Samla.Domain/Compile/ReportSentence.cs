namespace Samla.Domain.Compile;

/// <summary>A sentence of a chapter, with the claims that stand in it.</summary>
/// <param name="Heading">The number of the heading that it stands under, such as "3.1.2".</param>
/// <param name="Text">All of its words.</param>
/// <param name="Claims">In reading order, each with where its words begin in <paramref name="Text"/>.</param>
public sealed record ReportSentence(string Heading, string Text, IReadOnlyList<(ReportClaim Claim, int Start)> Claims)
{
    /// <summary>Whether it is a row of a table or a figure.</summary>
    public bool IsRow { get; init; }

    /// <summary>Where the words of its claims stand in the text.</summary>
    internal IReadOnlyList<Range> ClaimRanges =>
        [.. Claims.Select(one => one.Start..(one.Start + one.Claim.Words.Length))];

    /// <summary>Its words beside those of its claims.</summary>
    internal List<Word> WordsBesideClaims => Words.In(Text, 0, Text.Length, ClaimRanges);

    /// <summary>
    /// The sentences of a chapter in reading order, without its headings and quotations. What begins with words in bold and counts nothing is one: the name
    /// of an example and what is told of it.
    /// </summary>
    public static IEnumerable<ReportSentence> In(ReportChapter chapter) =>
        InBlocks(chapter).SelectMany(one => one.Sentences);

    /// <summary>The blocks of a chapter in reading order, each with its sentences and the heading that it stands under.</summary>
    internal static IEnumerable<(ReportBlock Block, string Heading, IEnumerable<ReportSentence> Sentences)> InBlocks(
        ReportChapter chapter
    )
    {
        var heading = $"{chapter.Number}";
        foreach (var block in chapter.Blocks)
        {
            if (block is ReportBlock.Heading(_, var number, _))
            {
                heading = number;
            }

            yield return (block, heading, In(block, heading));
        }
    }

    private static IEnumerable<ReportSentence> In(ReportBlock block, string heading) =>
        block switch
        {
            ReportBlock.Paragraph(var words) => In(words, heading),
            ReportBlock.Bullets(var items) => items.SelectMany(item => In(item, heading)),
            ReportBlock.Exhibit exhibit => exhibit.Rows.Select(row => Of(exhibit, row, heading)),
            _ => [],
        };

    /// <summary>A row says what a sentence would: "Verktyg – Finansiering: sju regioner."</summary>
    private static ReportSentence Of(ReportBlock.Exhibit exhibit, ReportClaim row, string heading)
    {
        var before = $"{exhibit.Title} – {row.Label}: ";
        return new ReportSentence(heading, $"{before}{row.Words}.", [(row, before.Length)]) { IsRow = true };
    }

    private static IEnumerable<ReportSentence> In(IReadOnlyList<ReportInline> words, string heading)
    {
        var text = string.Concat(words.Select(inline => inline.Plain));
        List<(ReportClaim Claim, int Start)> claims = [];
        var at = 0;
        foreach (var inline in words)
        {
            if (inline is ReportInline.Counted(var claim))
            {
                claims.Add((claim, at));
            }

            at += inline.Plain.Length;
        }

        var isExample = claims.Count == 0 && words is [ReportInline.Words { IsStrong: true }, ..];
        for (var start = 0; start < text.Length; )
        {
            var end = isExample ? text.Length : EndOf(text, start, claims);
            List<(ReportClaim, int)> inside =
            [
                .. from one in claims where one.Start >= start && one.Start < end select (one.Claim, one.Start - start),
            ];
            if (inside.Count > 0 || !string.IsNullOrWhiteSpace(text[start..end]))
            {
                yield return new ReportSentence(heading, text[start..end], inside);
            }

            start = end == text.Length ? end : end + 1;
        }
    }

    private static int EndOf(string text, int start, List<(ReportClaim Claim, int Start)> claims)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (
                Ends(text, i)
                && Begins(text, i + 2)
                && !claims.Exists(one => i >= one.Start && i < one.Start + one.Claim.Words.Length)
            )
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    // A number of more than twelve begins a sentence in figures.
    private static bool Begins(string text, int at) =>
        at >= text.Length || char.IsUpper(text[at]) || char.IsDigit(text[at]);

    // The full stop of "bl.a." ends nothing.
    private static bool Ends(string text, int at) =>
        text[at] is '.' or '!' or '?'
        && (at + 1 == text.Length || (char.IsWhiteSpace(text[at + 1]) && !SwedishText.EndsAbbreviation(text, at)));
}
