using System.Collections.Concurrent;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What has been learnt of the codes. Never changes, so any number of readers may share it.</summary>
public sealed class LearntCodes
{
    private const int MostWords = 5;

    /// <summary>How many codes are reckoned for each sentence of a source.</summary>
    private const int MostForSentence = 3;

    private readonly string[] _codes;
    private readonly CodeWeights _weights;
    private readonly FeatureRarity _rarity;
    private readonly ConfidenceScale _scale;

    // A page is shown after each action, and a source never changes: what was said of it once is said again.
    private readonly ConcurrentDictionary<Id<Source>, IReadOnlyList<SentenceSuggestions>> _read = new();

    internal LearntCodes(string[] codes, CodeWeights weights, FeatureRarity rarity, ConfidenceScale scale)
    {
        _codes = codes;
        _weights = weights;
        _rarity = rarity;
        _scale = scale;
    }

    /// <summary>The keys of the codes that there was anything to learn of, in order.</summary>
    public IReadOnlyList<string> Codes => Array.AsReadOnly(_codes);

    /// <summary>
    /// The codes that fit best, the best first. Empty when no word of the passage was ever seen: then there is nothing
    /// to go by, and a guess at the commonest code would only look like an opinion.
    /// </summary>
    /// <param name="count">How many to give, at most.</param>
    public IReadOnlyList<Suggestion> Suggest(string passage, int count)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var read = Read(passage);
        if (read.Vector.IsEmpty)
        {
            return [];
        }

        return
        [
            .. _weights
                .Scores(read.Vector)
                .Select((score, code) => (score, code))
                .OrderByDescending(s => s.score)
                .ThenBy(s => s.code)
                .Take(count)
                .Select(s => new Suggestion(_codes[s.code], _scale.At(s.score), Speakers(s.code, read))),
        ];
    }

    /// <summary>The codes that fit each sentence of a source best, the best first; reckoned once.</summary>
    internal IReadOnlyList<SentenceSuggestions> Suggest(Source source) =>
        _read.GetOrAdd(
            source.Id,
            _ =>
                [
                    .. from sentence in Sentences.In(source.Text)
                    select new SentenceSuggestions(
                        sentence.Start,
                        sentence.Length,
                        Suggest(source.Text.Substring(sentence.Start, sentence.Length), MostForSentence)
                    ),
                ]
        );

    /// <summary>
    /// The passages in the order of how well the code fits them, the best first. Empty when the code is not among
    /// <see cref="Codes"/>. A passage without a known word comes last, with confidence 0.
    /// </summary>
    public IReadOnlyList<RankedPassage> Rank(string code, IEnumerable<string> passages)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(passages);
        var place = Array.BinarySearch(_codes, code, StringComparer.Ordinal);
        return place < 0
            ? []
            :
            [
                .. passages
                    .Select((passage, i) => (Passage: passage, Place: i, Score: Score(passage, place)))
                    .OrderByDescending(p => p.Score)
                    .ThenBy(p => p.Place)
                    .Select(p => new RankedPassage(p.Place, p.Passage, _scale.At(p.Score))),
            ];
    }

    /// <summary>The passage's words that speak most for a code, as in <see cref="Suggestion.Words"/>; none where the code is not among <see cref="Codes"/>.</summary>
    public IReadOnlyList<string> Speaking(string code, string passage)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(passage);
        var place = Array.BinarySearch(_codes, code, StringComparer.Ordinal);
        var read = Read(passage);
        return place < 0 || read.Vector.IsEmpty ? [] : Speakers(place, read);
    }

    private double Score(string passage, int code)
    {
        var vector = Read(passage).Vector;
        return vector.IsEmpty ? double.NegativeInfinity : _weights.Score(vector, code);
    }

    private ReadPassage Read(string passage)
    {
        var words = PassageWord.In(passage);
        var features = PassageFeature.In(words);
        var tally = FeatureRarity.Tally(features);
        return new(words, features, tally.Times, _rarity.Weigh(tally));
    }

    /// <summary>A passage as it is weighed.</summary>
    /// <param name="Times">How often each of the vector's features stands in it.</param>
    private sealed record ReadPassage(
        IReadOnlyList<PassageWord> Words,
        List<PassageFeature> Features,
        int[] Times,
        PassageVector Vector
    );

    /// <summary>How much of a feature's weight each occurrence of it has.</summary>
    private static Dictionary<int, float> Shares(PassageVector vector, int[] times) =>
        vector.Numbers.Index().ToDictionary(n => n.Item, n => vector.Values[n.Index] / times[n.Index]);

    /// <summary>The words whose features add most to the code's score. A pair of words speaks for both.</summary>
    private List<string> Speakers(int code, ReadPassage read)
    {
        var (words, features, times, vector) = read;
        var shares = Shares(vector, times);
        var voices = new double[words.Count];
        foreach (var (number, first, last) in features)
        {
            var voice = shares[number] * _weights[number, code];
            voices[first] += voice;
            if (last != first)
            {
                voices[last] += voice;
            }
        }

        return
        [
            .. words
                .Zip(voices)
                .GroupBy(w => w.First.Stem, StringComparer.Ordinal)
                .Select(g => (g.First().First.Surface, Voice: g.Sum(w => w.Second)))
                .Where(g => g.Voice > 0)
                .OrderByDescending(g => g.Voice)
                .ThenBy(g => g.Surface, StringComparer.Ordinal)
                .Take(MostWords)
                .Select(g => g.Surface),
        ];
    }
}
