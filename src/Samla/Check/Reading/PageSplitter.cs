using System.Text.RegularExpressions;

namespace Samla.Check.Reading;

/// <summary>
/// Finds the pages of text that was taken out of a PDF. A page begins after a form feed, at a line that begins with one
/// space, or after a line that holds nothing but a page number. Text without such signs is one page without number.
/// </summary>
internal static partial class PageSplitter
{
    // Fewer signs than this may be chance in a text without pages.
    private const int FewestLeadingSpaces = 3;

    public static IReadOnlyList<Page> Split(string text)
    {
        if (text.Contains('\f'))
        {
            return Numbered([.. text.TrimEnd().Split('\f').Select(page => page.Split('\n').ToList())]);
        }

        var lines = text.Split('\n');
        var leading = lines.Count(StartsPage);
        if (leading < FewestLeadingSpaces)
        {
            return [new Page(null, lines)];
        }

        var pages = new List<List<string>> { new() };
        var endsPage = false;
        foreach (var line in lines)
        {
            if ((StartsPage(line) && pages[^1].Exists(IsText)) || (endsPage && IsText(line)))
            {
                pages.Add([]);
                endsPage = false;
            }

            pages[^1].Add(line);
            endsPage |= LonePageNumber().IsMatch(line);
        }

        return Numbered(pages);
    }

    private static bool StartsPage(string line) => line is [' ', not ' ', ..] && !char.IsWhiteSpace(line[1]);

    private static bool IsText(string line) => !string.IsNullOrWhiteSpace(line);

    // The printed number is the page's place plus what the lone page numbers agree on.
    private static List<Page> Numbered(List<List<string>> pages)
    {
        var votes = new Dictionary<int, int>();
        foreach (var (index, lines) in pages.Index())
        {
            if (lines.FindLast(IsText) is { } last && LonePageNumber().IsMatch(last))
            {
                var offset = int.Parse(last, System.Globalization.CultureInfo.InvariantCulture) - index;
                votes[offset] = votes.GetValueOrDefault(offset) + 1;
                lines.RemoveRange(lines.FindLastIndex(line => line == last), 1);
            }
        }

        var first = votes.Count == 0 ? 1 : votes.MaxBy(vote => vote.Value).Key;
        return [.. pages.Index().Select(page => new Page(page.Index + first, page.Item))];
    }

    [GeneratedRegex(@"^\s*\d{1,4}\s*$")]
    private static partial Regex LonePageNumber();
}
