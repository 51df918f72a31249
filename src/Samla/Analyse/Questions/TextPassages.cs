using Samla.Analyse.Search;

namespace Samla.Analyse.Questions;

/// <summary>A stretch of a document's text that can answer a question.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Heading">The heading it stands under; empty before the first.</param>
/// <param name="Paragraph">The number of its paragraph in the text, from 1: a source's page has it as an anchor.</param>
public readonly record struct TextPassage(int Start, int Length, string Heading, int Paragraph);

/// <summary>Parts a document's text into passages: its paragraphs, and of those that are very long some sentences at a time.</summary>
internal static class TextPassages
{
    private const int LongestHeading = 90;

    /// <summary>What a person reads at a glance.</summary>
    private const int LongestPassage = 1_500;

    public static IEnumerable<TextPassage> In(string text)
    {
        var (heading, isAfterHeading) = ("", false);
        foreach (var (number, (start, end)) in SearchExcerpts.Paragraphs(text).Index())
        {
            if (IsHeading(text.AsSpan(start, end - start)))
            {
                // A narrow column parts a heading in two.
                var line = text[start..end].Trim();
                heading = isAfterHeading && char.IsLower(line[0]) ? $"{heading} {line}" : line;
                isAfterHeading = true;
                continue;
            }

            isAfterHeading = false;

            foreach (var part in Parts(text, start, end))
            {
                yield return new TextPassage(part.Start, part.Length, heading, number + 1);
            }
        }
    }

    // What a file says of its looks is gone when it has become text: a heading is known by being short and ending as no sentence does.
    private static bool IsHeading(ReadOnlySpan<char> paragraph) =>
        paragraph.Trim() is { Length: > 0 and < LongestHeading } line
        && !line.Contains('\n')
        && char.IsLetterOrDigit(line[0])
        && !(line[^1] is '.' or ':' or '!' or '?' or ',' or ';' or '”');

    private static IEnumerable<(int Start, int Length)> Parts(string text, int start, int end)
    {
        if (end - start <= LongestPassage)
        {
            yield return (start, end - start);
            yield break;
        }

        var begun = start;
        var last = start;
        foreach (var (at, length) in Sentences.In(text[start..end]))
        {
            if (start + at + length - begun > LongestPassage && last > begun)
            {
                yield return (begun, last - begun);
                begun = start + at;
            }

            last = start + at + length;
        }

        if (last > begun)
        {
            yield return (begun, last - begun);
        }
    }
}
