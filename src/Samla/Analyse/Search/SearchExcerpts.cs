using System.Text.RegularExpressions;

namespace Samla.Analyse.Search;

/// <summary>Some of a text around places where a search holds.</summary>
/// <param name="Paragraph">The number of its paragraph in the text, from 1: a source's page has it as an anchor.</param>
/// <param name="Pieces">Its words in order.</param>
public sealed record SearchExcerpt(int Paragraph, IReadOnlyList<ExcerptPiece> Pieces);

/// <summary>Words of an excerpt.</summary>
/// <param name="IsMatch">Whether they are what was looked for.</param>
public sealed record ExcerptPiece(string Text, bool IsMatch);

/// <summary>Cuts out of a text what is needed to judge whether it is what was looked for.</summary>
public static partial class SearchExcerpts
{
    private const int Before = 90;
    private const int After = 140;

    /// <param name="text">A source's text.</param>
    /// <param name="places">Where the search holds, in the order of the text.</param>
    /// <param name="most">How many excerpts at most.</param>
    public static IReadOnlyList<SearchExcerpt> Of(string text, IReadOnlyList<(int Start, int End)> places, int most)
    {
        var paragraphs = Paragraphs(text);
        var excerpts = new List<SearchExcerpt>();
        var shown = 0;
        for (var at = 0; at < places.Count && excerpts.Count < most; )
        {
            var number = paragraphs.Count(paragraph => paragraph.Start <= places[at].Start) - 1;
            // What the excerpt before has said is not said again.
            var begins = Math.Max(paragraphs[number].Start, shown);
            var (start, end) = Around(text, places[at], (begins, paragraphs[number].End));
            shown = end;
            var inside = places.Skip(at).TakeWhile(place => place.End <= end).ToList();
            excerpts.Add(new SearchExcerpt(number + 1, [.. Pieces(text, start, end, paragraphs[number], inside)]));
            at += inside.Count;
        }

        return excerpts;
    }

    /// <summary>Where each paragraph begins and ends, as pages number them.</summary>
    public static IReadOnlyList<(int Start, int End)> Paragraphs(string text)
    {
        var paragraphs = new List<(int Start, int End)>();
        var start = 0;
        foreach (Match gap in BlankLines().Matches(text))
        {
            if (gap.Index > start)
            {
                paragraphs.Add((start, gap.Index));
            }

            start = gap.Index + gap.Length;
        }

        if (start < text.Length)
        {
            paragraphs.Add((start, text.Length));
        }

        return paragraphs;
    }

    /// <summary>Whole words before and after a place, within its paragraph.</summary>
    private static (int Start, int End) Around(string text, (int Start, int End) place, (int Start, int End) paragraph)
    {
        var start = Math.Max(paragraph.Start, place.Start - Before);
        if (start > paragraph.Start)
        {
            start = text.IndexOf(' ', start, place.Start - start) is >= 0 and var space ? space + 1 : place.Start;
        }

        var end = Math.Min(paragraph.End, place.End + After);
        if (end < paragraph.End)
        {
            end = text.LastIndexOf(' ', end, end - place.End) is >= 0 and var space ? space : place.End;
        }

        return (start, end);
    }

    private static IEnumerable<ExcerptPiece> Pieces(
        string text,
        int start,
        int end,
        (int Start, int End) paragraph,
        List<(int Start, int End)> places
    )
    {
        var at = start;
        var cut = start > paragraph.Start ? "… " : "";
        foreach (var place in places)
        {
            if (place.Start > at || cut.Length > 0)
            {
                yield return new ExcerptPiece(cut + text[at..place.Start], IsMatch: false);
                cut = "";
            }

            yield return new ExcerptPiece(text[place.Start..place.End], IsMatch: true);
            at = place.End;
        }

        if (at < end || end < paragraph.End)
        {
            yield return new ExcerptPiece(text[at..end] + (end < paragraph.End ? " …" : ""), IsMatch: false);
        }
    }

    [GeneratedRegex(@"\n[^\S\n]*\n\s*", RegexOptions.None, 1_000)]
    private static partial Regex BlankLines();
}
