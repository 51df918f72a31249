using System.Text;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>Makes one text of pages, and keeps where each begins.</summary>
internal static class PageText
{
    // After these a hyphen stays: "mark- och vattenanvändning".
    private static readonly string[] AfterHyphen = ["och ", "eller ", "samt ", "respektive ", "till "];

    /// <summary>
    /// Joins the paragraphs of pages; one that goes on over a page break is one paragraph, and so is an item of a list whose lines
    /// stand further in than its sign.
    /// </summary>
    public static DocumentText Join(string mediaType, IEnumerable<IReadOnlyList<string>> pages)
    {
        var text = new StringBuilder();
        var starts = new List<int>();
        var empty = new List<int>();
        foreach (var page in pages)
        {
            var paragraphs = page.Select(Source.Normalised).Where(paragraph => paragraph.Length > 0).ToList();
            if (paragraphs.Count == 0)
            {
                empty.Add(starts.Count + 1);
            }

            var isFirst = true;
            foreach (var paragraph in paragraphs)
            {
                var goesOn = text.Length > 0 && (isFirst || IsInItem(text)) && GoesOn(text, paragraph);
                if (goesOn)
                {
                    Append(text, paragraph, starts, isFirst);
                }
                else
                {
                    text.Append(text.Length > 0 ? "\n\n" : "");
                    starts.AddRange(isFirst ? [text.Length] : []);
                    text.Append(paragraph);
                }

                isFirst = false;
            }

            if (isFirst)
            {
                starts.Add(text.Length); // an empty page begins where the next one does
            }
        }

        return new DocumentText(mediaType, text.ToString(), starts, empty);
    }

    /// <summary>Puts lines together that a page has parted, and words that a hyphen has.</summary>
    public static string JoinLines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (text.Length == 0)
            {
                text.Append(line);
            }
            else if (BeginsItem(line))
            {
                text.Append('\n').Append(line);
            }
            else
            {
                Append(text, line, [], isFirst: false);
            }
        }

        return text.ToString();
    }

    private static bool BeginsItem(string line) => line is ['•' or '–' or '-' or '▪' or '■' or '○', ' ' or '\t', ..];

    private static bool IsInItem(StringBuilder text)
    {
        var at = text.Length;
        while (at > 0 && text[at - 1] != '\n')
        {
            at--;
        }

        return BeginsItem(text.ToString(at, text.Length - at));
    }

    private static void Append(StringBuilder text, string next, List<int> starts, bool isFirst)
    {
        if (text[^1] == '\u00AD' || (EndsInHyphen(text) && char.IsLower(next[0]) && !IsSuspended(next)))
        {
            text.Length--;
        }
        else
        {
            text.Append(' ');
        }

        if (isFirst)
        {
            starts.Add(text.Length);
        }

        text.Append(next);
    }

    private static bool EndsInHyphen(StringBuilder text) =>
        text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetter(text[^2]);

    private static bool IsSuspended(string next) =>
        Array.Exists(AfterHyphen, word => next.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a paragraph goes on on the next page: it has not ended, and what comes begins with a small letter.</summary>
    private static bool GoesOn(StringBuilder text, string next) =>
        char.IsLower(next[0]) && (char.IsLetterOrDigit(text[^1]) || text[^1] is ',' or '-' or '\u00AD' or '–');
}
