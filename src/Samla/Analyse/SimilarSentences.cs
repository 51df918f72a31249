using System.Text.RegularExpressions;

namespace Samla.Analyse;

/// <summary>
/// Where a text most likely says again what it said before in other words. It is a proposal to a person and no more: half of
/// the letters of a passage, counted by its words, must stand in as many sentences.
/// </summary>
public sealed partial class SimilarSentences
{
    /// <summary>Words that begin with the same letters are forms of one: "strategi", "strategin".</summary>
    private const int Stem = 6;

    private readonly string _text;
    private readonly List<(int Start, int End, Dictionary<string, int> Words)> _sentences;

    /// <param name="text">The text to look in.</param>
    public SimilarSentences(string text)
    {
        _text = text;
        _sentences = [.. Split(text).Select(at => (at.Start, at.End, WordsIn(text[at.Start..at.End])))];
    }

    /// <param name="Start">UTF-16 offset in the text.</param>
    /// <param name="Words">The words there, word for word.</param>
    public sealed record Place(int Start, string Words);

    /// <summary>The sentences that are most like a passage: as many as the passage has. Null where none is like it.</summary>
    public Place? Find(string passage)
    {
        var wanted = WordsIn(passage);
        var all = Weight(wanted);
        var count = Math.Max(1, Split(passage).Count());
        (double Likeness, int First) best = (0, -1);
        for (var first = 0; first + count <= _sentences.Count && all > 0; first++)
        {
            var found = Sum(_sentences.GetRange(first, count).Select(sentence => sentence.Words));
            var shared = wanted.Sum(word => word.Key.Length * Math.Min(word.Value, found.GetValueOrDefault(word.Key)));
            // The share says whether it is a proposal at all, the likeness which is the nearest: a long sentence shares much with any.
            var likeness = 2.0 * shared / (all + Weight(found));
            if (2 * shared >= all && likeness > best.Likeness)
            {
                best = (likeness, first);
            }
        }

        if (best.First < 0)
        {
            return null;
        }

        var (start, end) = (_sentences[best.First].Start, _sentences[best.First + count - 1].End);
        return new Place(start, _text[start..end]);
    }

    private static IEnumerable<(int Start, int End)> Split(string text)
    {
        var start = 0;
        foreach (Match gap in Gaps().Matches(text))
        {
            if (gap.Index > start)
            {
                yield return (start, gap.Index);
            }

            start = gap.Index + gap.Length;
        }

        if (start < text.Length)
        {
            yield return (start, text.Length);
        }
    }

    private static Dictionary<string, int> WordsIn(string text) =>
        Words()
            .Matches(text)
            .Select(word => word.Value.ToLowerInvariant())
            .CountBy(word => word[..Math.Min(word.Length, Stem)])
            .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, int> Sum(IEnumerable<Dictionary<string, int>> sentences) =>
        sentences
            .SelectMany(words => words)
            .AggregateBy(word => word.Key, 0, (sum, word) => sum + word.Value)
            .ToDictionary(StringComparer.Ordinal);

    private static int Weight(Dictionary<string, int> words) => words.Sum(word => word.Key.Length * word.Value);

    // A full stop before a small letter ends an abbreviation.
    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}\d”""–-])|\s*\n\s*", RegexOptions.None, 1_000)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.None, 1_000)]
    private static partial Regex Words();
}
