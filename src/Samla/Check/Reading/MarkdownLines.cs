using System.Text.RegularExpressions;

namespace Samla.Check.Reading;

/// <summary>Takes off what Markdown puts before and around the text of a report.</summary>
internal static partial class MarkdownLines
{
    /// <summary>The text without a head of settings and without the signs before quoted lines.</summary>
    public static string Plain(string text) => QuoteSigns().Replace(Head().Replace(text, ""), "");

    /// <summary>Settings between two lines of hyphens, first in the file (title, language).</summary>
    [GeneratedRegex(@"\A---\n(?:[^\n]*\n){0,50}?---\n", RegexOptions.None, 1_000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?:> ?)+", RegexOptions.Multiline, 5_000)]
    private static partial Regex QuoteSigns();
}
