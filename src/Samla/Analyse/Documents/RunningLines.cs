using System.Text.RegularExpressions;

namespace Samla.Analyse.Documents;

/// <summary>Lines at the top and at the foot of pages that say the same on several of them, and page numbers: they are no part of the text.</summary>
internal sealed partial class RunningLines
{
    /// <summary>How much of a page's height is its top and its foot.</summary>
    private const double Margin = 0.12;

    /// <summary>What stands on fewer pages may be a heading that happens to be repeated.</summary>
    private const int FewestPages = 3;

    private readonly HashSet<string> _repeated;

    private RunningLines(HashSet<string> repeated) => _repeated = repeated;

    public static RunningLines Of(IReadOnlyList<PdfPage> pages) =>
        new([
            .. pages
                .SelectMany(page => page.Blocks.SelectMany(block => block).Where(IsInMargin).Select(Key).Distinct())
                .CountBy(key => key)
                .Where(key => key.Value >= FewestPages)
                .Select(key => key.Key),
        ]);

    public bool Contains(PdfPage page, PdfLine line) =>
        IsInMargin(line)
        && (_repeated.Contains(Key(line)) || (IsOutermost(page, line) && PageNumber().IsMatch(line.Text.Trim())));

    // A number further in is a note's.
    private static bool IsOutermost(PdfPage page, PdfLine line) =>
        page.Blocks.SelectMany(block => block).All(other => other.Height >= line.Height)
        || page.Blocks.SelectMany(block => block).All(other => other.Height <= line.Height);

    private static bool IsInMargin(PdfLine line) => line.Height is < Margin or > 1 - Margin;

    // The same words at the same height; the number of the page differs.
    private static string Key(PdfLine line) => $"{line.Height:0.00} {Figures().Replace(line.Text.Trim(), "#")}";

    [GeneratedRegex(@"\d+", RegexOptions.None, 1_000)]
    private static partial Regex Figures();

    /// <summary>"7", "– 7 –", "Sida 7", "7 (90)", "7 av 90".</summary>
    [GeneratedRegex(
        @"^([Ss]id(a|an)?\.?\s*)?[–-]?\s*\d{1,4}\s*[–-]?(\s*(\(|/|av)\s*\d{1,4}\)?)?$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex PageNumber();
}
