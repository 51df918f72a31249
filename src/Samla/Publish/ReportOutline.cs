using System.Globalization;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>What the Word file and the web page print alike: headings, quotations, and the names of the places they link to.</summary>
internal static class ReportOutline
{
    // Word cuts a longer name off, and the link then leads nowhere.
    private const int LongestAnchor = 40;

    /// <param name="Level">1 for a chapter.</param>
    /// <param name="Text">With the number.</param>
    /// <param name="Anchor">The place it leads to.</param>
    public sealed record Entry(int Level, string Text, string Anchor);

    /// <summary>The headings right below a chapter's title.</summary>
    public static IEnumerable<Entry> Below(ReportChapter chapter) =>
        chapter.Blocks.OfType<ReportBlock.Heading>().Where(heading => heading.Level == 2).Select(Of);

    public static Entry Of(ReportChapter chapter)
    {
        var number = chapter.Number.ToString(CultureInfo.InvariantCulture);
        return new(1, $"{number} {chapter.Title}", OfChapter(number));
    }

    public static Entry Of(ReportBlock.Heading heading) =>
        new(heading.Level, $"{heading.Number} {heading.Text}", OfSection(heading.Number));

    /// <summary>Where what is referred to begins.</summary>
    public static string Of(ReportInline.Reference reference) =>
        reference.IsToChapter ? OfChapter(reference.Number) : OfSection(reference.Number);

    /// <summary>Where a claim stands in the text.</summary>
    public static string Of(ReportClaim claim) => Anchor(claim.Id);

    /// <summary>A quotation's paragraphs, with quotation marks around the whole.</summary>
    public static string[] Paragraphs(ReportBlock.Quotation quotation) =>
        $"”{quotation.Text.Trim()}”".Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    private static string OfChapter(string number) => Anchor($"kapitel_{number}");

    private static string OfSection(string number) => Anchor($"avsnitt_{number}");

    /// <summary>Nothing but letters a–z, digits and "_": what both Word and HTML take in a name.</summary>
    private static string Anchor(string name) =>
        string.Concat(name.Take(LongestAnchor).Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_'));
}
