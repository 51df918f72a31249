using System.Text;
using System.Text.RegularExpressions;
using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>What of a printed report says who, and what says only how many.</summary>
internal static partial class PrintedReading
{
    /// <summary>As many as a claim is known again by: with as few the codes that it is like are found as often as with all.</summary>
    private const int MostWords = 18;

    /// <summary>The claims that say who, in the order of the text.</summary>
    public static IEnumerable<ReadClaim> Whole(PublishedReport report) =>
        report.Claims.Where(claim => !claim.Claim.Regions.IsEmpty);

    /// <summary>The claims that do not, each with the reason.</summary>
    public static IReadOnlyList<UnreadClaim> Unread(PublishedReport report) =>
        [
            .. from claim in report.Claims
            where claim.Claim.Regions.IsEmpty
            select new UnreadClaim(SectionOf(claim), report.PageOf(claim), WordsOf(report, claim), WhyNot(claim)),
        ];

    /// <summary>What the checker is sure is wrong with the lists that are read: the set may be another than was meant.</summary>
    public static IReadOnlyList<string> Doubts(PublishedReport report, IReadOnlyList<Finding> findings)
    {
        var notes = Whole(report).Select(claim => claim.Footnote?.Footnote.Number).OfType<int>().ToHashSet();
        return
        [
            .. from finding in findings
            where finding.Severity == Severity.Error && finding.Footnote is { } note && notes.Contains(note)
            select $"Not {finding.Footnote}: {finding.Message}",
        ];
    }

    /// <summary>"2.1 Vatten"; empty before any heading.</summary>
    public static string SectionOf(ReadClaim claim)
    {
        var section = claim.Sentence.Section;
        var isNumbered = section.Number is [>= '0' and <= '9', ..];
        return Cut($"{(isNumbered ? $"{section.Number} " : "")}{section.Title}".Trim());
    }

    /// <summary>The sentence from its words of number on, as many words as it is known again by.</summary>
    public static string WordsOf(PublishedReport report, ReadClaim claim)
    {
        var place = claim.Sentence.Place;
        var block = report.Text.Blocks[place.Block];
        var all = WordsIn(block, place.Start, place.End);
        var before = claim.QuantifierPlace is { } number ? WordsIn(block, place.Start, number.Start).Length : 0;
        var start = Math.Clamp(before, 0, Math.Max(0, all.Length - MostWords));
        var end = Math.Min(all.Length, start + MostWords);
        return Cut($"{(start > 0 ? "… " : "")}{string.Join(' ', all[start..end])}{(end < all.Length ? " …" : "")}");
    }

    private static string[] WordsIn(Block block, int start, int end)
    {
        var text = new StringBuilder();
        var at = start;
        foreach (var mark in block.MarksIn(start, end))
        {
            text.Append(block.Text, at, mark.Start - at);
            at = mark.End;
        }

        text.Append(block.Text, at, Math.Max(0, end - at));
        // What is left of a mark in Markdown.
        return EmptyMark().Replace(text.ToString(), "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static string WhyNot(ReadClaim claim) =>
        claim.Footnote is { } note
            ? $"Not {note.Footnote.Number} räknar inte upp några regioner."
            : "Det finns ingen not som säger vilka det gäller.";

    private static string Cut(string text) =>
        text.Length <= Domain.Analyse.PrintedClaim.LongestWords
            ? text
            : $"{text[..(Domain.Analyse.PrintedClaim.LongestWords - 2)]} …";

    [GeneratedRegex(@"\[\^\]", RegexOptions.None, 1_000)]
    private static partial Regex EmptyMark();
}

/// <summary>A claim of a printed report that does not say who.</summary>
/// <param name="Section">The heading that it stands under.</param>
/// <param name="Page">The printed page; null where the file has none.</param>
/// <param name="Words">As few of its words as it is known again by.</param>
/// <param name="Why">Why it cannot be compared, in Swedish.</param>
public sealed record UnreadClaim(string Section, int? Page, string Words, string Why);
