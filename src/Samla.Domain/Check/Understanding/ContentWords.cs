using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>What the sentences of a report are about: the stems of their content words, and how telling each is.</summary>
internal sealed class ContentWords
{
    private static readonly HashSet<string> Empty = SwedishText.Words(
        """
        alla andra anger annat antal använder arbetar att av avsnitt avsnittet bara berättar beskriver
        besvarar betonar bland blev bli blir de del dem den denna deras dess dessa det detta dock då där
        eller en enbart endast ett exempel exempelvis finns flera flesta framhåller från få får för förutom
        genom gör göra hade har hur hälften hänvisar här i inom inte kan kommer konstaterar lyfter län länen
        länet majoritet majoriteten man med mellan men menar mer mest mot många några nämner när nästan och
        också olika om på rapporterar redovisar region regionen regioner regionerna regionernas regioners
        resterande samt samtliga ser sig sin sina sitt ska skriver som stor svarar så såväl säger ta tar
        till tillväxtverket undantag under uppger utifrån utom uttrycker vad var vara varit vi vid vilka vilken
        vilket ytterligare år året än är även över övriga
        """
    );

    // In a short report every word is rare: its sentences are weighed as if it were of ordinary length.
    private const int TypicalReport = 1_000;

    private readonly HashSet<string>[] _ofSentence;
    private readonly Dictionary<string, int> _sentences = new(StringComparer.Ordinal);

    public ContentWords(PublishedReport report)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        _ofSentence = [.. report.Sentences.Select(sentence => StemsIn(report, sentence.Place, stems))];
        foreach (var stem in _ofSentence.SelectMany(set => set))
        {
            _sentences[stem] = _sentences.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>The stems of a sentence's content words; numerals and the names of regions are none.</summary>
    public IReadOnlySet<string> Of(Sentence sentence) => _ofSentence[sentence.Index];

    /// <summary>The stems in a stretch of text.</summary>
    public static IReadOnlySet<string> In(PublishedReport report, Place place) =>
        StemsIn(report, place, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>How telling a stem is: the logarithm of how many sentences there are for each that holds it.</summary>
    public double Weight(string stem) =>
        Math.Log((1.0 + Math.Max(_ofSentence.Length, TypicalReport)) / (1 + _sentences.GetValueOrDefault(stem)));

    /// <summary>The weight of what two sets of stems share.</summary>
    public double Shared(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Where(large.Contains).Sum(Weight);
    }

    /// <summary>The weight of a set of stems.</summary>
    public double Total(IReadOnlySet<string> stems) => stems.Sum(Weight);

    private static HashSet<string> StemsIn(PublishedReport report, Place place, Dictionary<string, string> cache)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var text = report.Text.Blocks[place.Block].Text;
        var words = ClaimFinder.Slice(report.Words[place.Block], place);
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            // "samverkar med andra regioner" is about whom they work with, not about those counted.
            if (
                word.Lower == "andra"
                && at + 1 < words.Count
                && words[at + 1].Lower.StartsWith("region", StringComparison.Ordinal)
            )
            {
                found.Add("andra regioner");
                at++;
                continue;
            }

            if (!word.IsWord || word.Length < 3 || Empty.Contains(word.Lower) || Numeral.Read(word.Lower) is not null)
            {
                continue;
            }

            if (RegionNames.At(text, words, at) is { } name)
            {
                at += name.Words - 1;
                continue;
            }

            if (!cache.TryGetValue(word.Lower, out var stem))
            {
                cache[word.Lower] = stem = Synonym(Stem.Of(word.Lower));
            }

            found.Add(stem);
        }

        return found;
    }

    // The reports use these words for one another.
    private static string Synonym(string stem) =>
        stem.StartsWith("samverk", StringComparison.Ordinal) ? "samarbet" : stem;
}
