using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>The words of a report, or their stems, and which of them are one letter apart.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);

    // By what is left when one letter is taken out: two words one letter apart share such a rest.
    private readonly Dictionary<string, List<string>> _byRest = new(StringComparer.Ordinal);

    /// <param name="words">Every word as often as it stands.</param>
    /// <param name="often">How often a word must stand to be a model for others.</param>
    public Vocabulary(IEnumerable<string> words, int often)
    {
        foreach (var word in words)
        {
            _frequency[word] = _frequency.GetValueOrDefault(word) + 1;
        }

        foreach (var word in _frequency.Where(count => count.Value >= often).Select(count => count.Key))
        {
            foreach (var rest in Rests(word))
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

    public int this[string word] => _frequency.GetValueOrDefault(word);

    /// <summary>The most frequent word that is one letter from a word and passes a test; null if none is.</summary>
    public string? OneLetterFrom(string word, Func<string, bool> isRight)
    {
        string? best = null;
        foreach (var rest in Rests(word))
        {
            foreach (var other in _byRest.GetValueOrDefault(rest, []))
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

    private static IEnumerable<string> Rests(string word)
    {
        yield return word;
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
        }
    }
}
