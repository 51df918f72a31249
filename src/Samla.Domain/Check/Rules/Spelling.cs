using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A rare word is one letter from a word that the report uses often.</summary>
/// <remarks>
/// The report is its own dictionary: it needs no list of Swedish words, knows the field's own, and does not stumble over
/// names. Endings may differ, since Swedish inflects.
/// </remarks>
public sealed class Spelling : IRule
{
    private const int ShortestWord = 6;
    private const int Ending = 3;

    // Long words that differ by one letter are hardly ever both right; short ones often are, so more must speak for it.
    private const int LongWord = 10;
    private const int OftenForLong = 2;
    private const int OftenForShort = 6;
    private const int OftenForChangedLetter = 40;
    private const string Vowels = "aeiouyåäöé";

    public string Name => "spelling";

    public string Title => "Stavning";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var frequency = Frequencies(report);
        var neighbours = Neighbours(frequency);
        var corrections = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var sentence in report.Sentences)
        {
            var words = report.WordsOf(sentence);
            var block = report.Text.Blocks[sentence.Place.Block];
            for (var at = 0; at < words.Count; at++)
            {
                var word = words[at];
                if (!IsOrdinary(word.Lower) || (at > 0 && char.IsUpper(block.Text[word.Start])))
                {
                    continue;
                }

                if (!corrections.TryGetValue(word.Lower, out var correction))
                {
                    corrections[word.Lower] = correction = Correction(word.Lower, frequency, neighbours);
                }

                if (correction is not null)
                {
                    yield return new Finding
                    {
                        Rule = Name,
                        Severity = Severity.Info,
                        Message =
                            $"”{block.Text.Substring(word.Start, word.Length)}” liknar ”{correction}”, som rapporten annars skriver.",
                        Places = [new Place(block.Index, word.Start, word.Length)],
                        Suggestion = char.IsUpper(block.Text[word.Start])
                            ? SwedishText.Capitalized(correction)
                            : correction,
                    };
                }
            }
        }
    }

    private static Dictionary<string, int> Frequencies(PublishedReport report)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in report.Words.SelectMany(words => words).Where(word => IsOrdinary(word.Lower)))
        {
            frequency[word.Lower] = frequency.GetValueOrDefault(word.Lower) + 1;
        }

        return frequency;
    }

    private static bool IsOrdinary(string word) =>
        word.Length >= ShortestWord && word.Length <= 40 && word.All(char.IsLetter);

    // The frequent words, by what is left when one letter is taken out: two words one letter apart share such a rest.
    private static Dictionary<string, List<string>> Neighbours(Dictionary<string, int> frequency)
    {
        var neighbours = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in frequency.Where(count => count.Value >= OftenForLong).Select(count => count.Key))
        {
            foreach (var rest in Rests(word).Append(word))
            {
                if (neighbours.TryGetValue(rest, out var list))
                {
                    list.Add(word);
                }
                else
                {
                    neighbours[rest] = [word];
                }
            }
        }

        return neighbours;
    }

    private static IEnumerable<string> Rests(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
        }
    }

    private static string? Correction(
        string word,
        Dictionary<string, int> frequency,
        Dictionary<string, List<string>> neighbours
    )
    {
        var own = frequency[word];
        string? best = null;
        foreach (var rest in Rests(word).Append(word))
        {
            foreach (var other in neighbours.GetValueOrDefault(rest, []))
            {
                if (
                    other != word
                    && IsSafe(word, other, own, frequency[other])
                    && Likeness.Distance(word, other, limit: 1) == 1
                    && !DiffersInEnding(word, other)
                    && (best is null || frequency[other] > frequency[best])
                )
                {
                    best = other;
                }
            }
        }

        return best;
    }

    // "stärka" and "starka", "ligger" and "lägger" are both right: in a short word a changed letter proves nothing.
    private static bool IsSafe(string word, string other, int own, int others)
    {
        var isLong = Math.Min(word.Length, other.Length) >= LongWord;
        var isChangedLetter = word.Length == other.Length && !IsSwap(word, other);
        if (isLong)
        {
            return own == 1 || others >= OftenForShort * own;
        }

        return others >= (isChangedLetter ? OftenForChangedLetter : OftenForShort) * own
            && !(isChangedLetter && IsChangedVowel(word, other));
    }

    private static bool IsChangedVowel(string a, string b)
    {
        var at = a.AsSpan().CommonPrefixLength(b);
        return Vowels.Contains(a[at]) && Vowels.Contains(b[at]);
    }

    private static bool IsSwap(string a, string b)
    {
        var at = a.AsSpan().CommonPrefixLength(b);
        return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at];
    }

    private static bool DiffersInEnding(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return same == 0 || same >= Math.Min(a.Length, b.Length) - Ending + 1;
    }
}
