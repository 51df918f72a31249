using Samla.Domain.Check.Understanding;

namespace Samla.Domain.Check.Rules;

/// <summary>A rare word is one letter from a word that the report uses often.</summary>
/// <remarks>
/// The report is its own dictionary: it needs no list of Swedish words, knows the field's own, and does not stumble over
/// names. Endings may differ, since Swedish inflects.
/// </remarks>
public sealed class Spelling : IRule
{
    private const int ShortestWord = 6;
    private const int WordEnding = 3;
    private const int StemEnding = 2;

    // Long words that differ by one letter are hardly ever both right; short ones often are, so more must speak for it.
    private const int LongWord = 10;
    private const int OftenForLong = 2;
    private const int OftenForShort = 6;
    private const int SeldomAtMost = 5;
    private const int OftenForChangedLetter = 40;
    private const string Vowels = "aeiouyåäöé";

    public string Name => "spelling";

    public string Title => "Stavning";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        List<KeyValuePair<string, int>> all =
        [
            .. report
                .Words.SelectMany(inBlock => inBlock)
                .CountBy(word => word.Lower, StringComparer.Ordinal)
                .Where(count => IsOrdinary(count.Key)),
        ];
        var words = new Vocabulary(all, OftenForLong);
        var stems = new Vocabulary(
            all.Select(count => KeyValuePair.Create(Stem.Of(count.Key), count.Value)),
            OftenForLong
        );
        var corrections = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (place, word) in WordsToJudge(report))
        {
            if (!corrections.TryGetValue(word, out var correction))
            {
                corrections[word] = correction = IsOrdinary(word) ? InFull(words, word) ?? ByStem(stems, word) : null;
            }

            if (correction is not null)
            {
                yield return New(report, place, correction);
            }
        }
    }

    // Names are left alone: a word with a capital inside a sentence is one.
    private static IEnumerable<(Place Place, string Word)> WordsToJudge(PublishedReport report)
    {
        foreach (var sentence in report.Sentences)
        {
            var words = report.WordsOf(sentence);
            var text = report.Text.Blocks[sentence.Place.Block].Text;
            for (var at = 0; at < words.Count; at++)
            {
                if (words[at].Length >= ShortestWord && (at == 0 || char.IsLower(text[words[at].Start])))
                {
                    yield return (new Place(sentence.Place.Block, words[at].Start, words[at].Length), words[at].Lower);
                }
            }
        }
    }

    private static bool IsOrdinary(string word) =>
        word.Length is >= ShortestWord and <= Vocabulary.LongestWord && word.All(char.IsLetter);

    // A word that stands often is spelt as the report spells it.
    private static string? InFull(Vocabulary words, string word) =>
        words[word] > SeldomAtMost
            ? null
            : words.OneLetterFrom(
                word,
                other => IsSafe(word, other, words[word], words[other]) && !DiffersInEnding(word, other, WordEnding)
            );

    // "villkorbeslutet" beside "villkorsbesluten": in long words the stems tell, whatever the ending.
    private static string? ByStem(Vocabulary stems, string word)
    {
        var stem = Stem.Of(word);
        if (stem.Length < LongWord || stems[stem] > 1)
        {
            return null;
        }

        var other = stems.OneLetterFrom(
            stem,
            other => other.Length >= LongWord && !DiffersInEnding(stem, other, StemEnding)
        );
        return other is null ? null : other + word[stem.Length..];
    }

    private Finding New(PublishedReport report, Place place, string correction)
    {
        var written = report.TextOf(place);
        return new Finding
        {
            Rule = Name,
            Severity = Severity.Info,
            Message = $"”{written}” liknar ”{correction}”, som rapporten annars skriver.",
            Places = [place],
            Suggestion = char.IsUpper(written[0]) ? SwedishText.Capitalized(correction) : correction,
        };
    }

    // "stärka" and "starka", "ligger" and "lägger" are both right: in a short word a changed letter proves nothing.
    private static bool IsSafe(string word, string other, int own, int others)
    {
        if (Math.Min(word.Length, other.Length) >= LongWord)
        {
            return own == 1 || others >= OftenForShort * own;
        }

        var isChangedLetter = word.Length == other.Length && !IsSwap(word, other);
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

    private static bool DiffersInEnding(string a, string b, int ending)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return same == 0 || same >= Math.Min(a.Length, b.Length) - ending + 1;
    }
}
