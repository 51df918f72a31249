using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>The words of a report, or their stems, and which of them are one letter apart.</summary>
internal sealed class Vocabulary
{
    private const ulong HashBase = 1_000_003;

    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);

    // By the hash of what is left when one letter is taken out: two words one letter apart share such a rest.
    private readonly Dictionary<ulong, List<string>> _byRest = [];

    /// <param name="words">Words, and how often each stands; one given twice counts for both.</param>
    /// <param name="often">How often a word must stand to be a model for others.</param>
    public Vocabulary(IEnumerable<KeyValuePair<string, int>> words, int often)
    {
        foreach (var (word, count) in words)
        {
            _frequency[word] = _frequency.GetValueOrDefault(word) + count;
        }

        Span<ulong> rests = stackalloc ulong[MostRests];
        foreach (var word in _frequency.Where(count => count.Value >= often).Select(count => count.Key))
        {
            foreach (var rest in Rests(word, rests))
            {
                if (_byRest.TryGetValue(rest, out var list))
                {
                    list.Add(word);
                }
                else
                {
                    _byRest[rest] = [word];
                }
            }
        }
    }

    /// <summary>The longest word that is taken, in letters.</summary>
    public const int LongestWord = 40;

    private const int MostRests = LongestWord + 1;

    public int this[string word] => _frequency.GetValueOrDefault(word);

    /// <summary>The most frequent word that is one letter from a word and passes a test; null if none is.</summary>
    public string? OneLetterFrom(string word, Func<string, bool> isRight)
    {
        string? best = null;
        Span<ulong> rests = stackalloc ulong[MostRests];
        foreach (var rest in Rests(word, rests))
        {
            if (!_byRest.TryGetValue(rest, out var others))
            {
                continue;
            }

            foreach (var other in others)
            {
                var isBetter = other != word && (best is null || this[other] > this[best]);
                if (isBetter && Likeness.Distance(word, other, limit: 1) == 1 && isRight(other))
                {
                    best = other;
                }
            }
        }

        return best;
    }

    // The hash of the word, and of the word without each of its letters. The hash is a polynomial, so that each follows
    // from the whole without writing the shorter word down.
    private static Span<ulong> Rests(string word, Span<ulong> rests)
    {
        unchecked
        {
            ulong before = 0,
                power = 1,
                after = 0;
            foreach (var letter in word)
            {
                before = (before * HashBase) + letter;
            }

            rests[0] = before;
            for (var at = word.Length - 1; at >= 0; at--)
            {
                // before: the letters up to and with this one, times what stands after it
                var upTo = before - after;
                var withoutThis = (upTo - (word[at] * power)) * Inverse;
                rests[at + 1] = withoutThis + after;
                after += word[at] * power;
                power *= HashBase;
            }
        }

        return rests[..(word.Length + 1)];
    }

    // The number that undoes a multiplication by the base, modulo 2^64 (Newton's iteration; the base is odd).
    private static readonly ulong Inverse = InverseOf(HashBase);

    private static ulong InverseOf(ulong odd)
    {
        unchecked
        {
            var inverse = odd;
            for (var i = 0; i < 6; i++)
            {
                inverse *= 2 - (odd * inverse);
            }

            return inverse;
        }
    }
}
