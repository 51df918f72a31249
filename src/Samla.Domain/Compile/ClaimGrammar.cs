namespace Samla.Domain.Compile;

/// <summary>
/// The grammar of counted statements, in both directions: <see cref="ClaimWriter"/> writes with the first phrase of a
/// kind, <see cref="Find"/> reads with all of them. docs/method.md explains the wordings to readers.
/// </summary>
public static class ClaimGrammar
{
    /// <summary>Words of number found in a text.</summary>
    /// <param name="Quantifier">What they say.</param>
    /// <param name="FirstWord">Index of the first word.</param>
    /// <param name="Words">How many words.</param>
    /// <param name="Names">Regions named as exceptions ("alla utom Halland").</param>
    /// <param name="Subject">Who is counted; null where the words do not say ("fyra av dem", "alla").</param>
    /// <param name="NamesThem">Whether the words say "regioner" or "länsstyrelser".</param>
    public sealed record Phrase(
        Quantifier Quantifier,
        int FirstWord,
        int Words,
        RegionSet Names,
        ClaimSubject? Subject,
        bool NamesThem
    )
    {
        public int EndWord => FirstWord + Words;
    }

    // The first row of a kind is how Samla writes it.
    private static readonly QuantifierPhrase[] Phrases =
    [
        // "Alla 21 regioner" is all of them, though it gives a number: these come before the numbers.
        new(QuantifierKind.All, "samtliga {r:er}"),
        new(QuantifierKind.All, "samtliga/alla [av] [landets/sveriges] 21 [{adj}] {r}", count: 21),
        new(QuantifierKind.All, "samtliga/alla [av] [de/landets/sveriges] [{adj}] {r}"),
        new(QuantifierKind.Exact, "{n} {r:er}"),
        new(QuantifierKind.Exact, "[de/dessa] {n} [{adj}] {r}"),
        new(QuantifierKind.Exact, "[även] [de] [övriga/resterande/andra/samtliga/alla] {n} [{adj}] {r}"),
        new(QuantifierKind.Exact, "ytterligare {n} [{adj}] {r}"),
        new(QuantifierKind.Exact, "{n} av [dessa/de/landets/sveriges/länets] [totalt] {n} [{adj}] {r}"),
        new(QuantifierKind.Exact, "{n} av dem/dessa [{adj}] [{r}]"),
        new(QuantifierKind.Exact, "{n} av [de/landets/sveriges] [{adj}] {r}"),
        new(QuantifierKind.Exact, "den/en enda [{adj}] {r}", count: 1),
        new(QuantifierKind.Exact, "enda {r}", count: 1),
        new(QuantifierKind.AllButN, "samtliga {r:er} utom {n}"),
        new(QuantifierKind.AllButN, "samtliga/alla [{adj}] [{r}] [,] utom/förutom {n} [{adj}] [{r}]"),
        new(QuantifierKind.AllButN, "samtliga/alla [{adj}] [{r}] [,] med undantag för/av {n} [{adj}] [{r}]"),
        new(QuantifierKind.AllButN, "samtliga/alla [{adj}] [{r}] [,] utom/förutom {x}"),
        new(QuantifierKind.AllButN, "samtliga/alla [{adj}] [{r}] [,] med undantag för/av {x}"),
        new(QuantifierKind.AlmostAll, "nästan alla {r:er}"),
        new(QuantifierKind.AlmostAll, "nästan alla/samtliga [av] [de] [{adj}] {r}"),
        new(QuantifierKind.AlmostAll, "så gott som alla/samtliga {r}"),
        new(QuantifierKind.AlmostAll, "i stort sett alla/samtliga {r}"),
        new(QuantifierKind.Majority, "majoriteten av {r:na}"),
        new(QuantifierKind.Majority, "[en] [stor/klar/övervägande/knapp] majoritet/majoriteten av [{adj}] {r}"),
        new(QuantifierKind.Majority, "merparten/huvuddelen/lejonparten av [{adj}] {r}"),
        new(QuantifierKind.Majority, "[de] [allra] flesta [av] [{adj}] {r}"),
        new(QuantifierKind.Majority, "[en] stor/större del [av] [{adj}] {r}"),
        new(QuantifierKind.Majority, "[en] stor/större andel [av] [{adj}] {r}"),
        new(QuantifierKind.Majority, "[lite] mer/fler än hälften av [{adj}] {r}"),
        new(QuantifierKind.Majority, "drygt/över/gott hälften av [{adj}] {r}"),
        new(QuantifierKind.TwoThirds, "två tredjedelar av {r:na}"),
        new(QuantifierKind.TwoThirds, "[cirka/ungefär/drygt/knappt/omkring] två tredjedelar av [{adj}] {r}"),
        new(QuantifierKind.Half, "hälften av {r:na}"),
        // "häften" stands in print for "hälften" often enough to be read.
        new(QuantifierKind.Half, "[cirka/ungefär/omkring/runt] hälften/halvparten/häften av [{adj}] {r}"),
        new(QuantifierKind.AlmostHalf, "knappt hälften av {r:na}"),
        new(QuantifierKind.AlmostHalf, "knappt/knappa/nästan/närmare hälften/halvparten/häften av [{adj}] {r}"),
        new(QuantifierKind.Several, "flera {r:er}"),
        new(QuantifierKind.Several, "[en] [av] flera/många/flertalet/fler [av] [{adj}] {r}"),
        new(QuantifierKind.Several, "ett [stort] antal/flertal [av] [{adj}] {r}"),
        new(QuantifierKind.Several, "en rad [{adj}] {r}"),
        new(QuantifierKind.Some, "några {r:er}"),
        new(QuantifierKind.Some, "[ytterligare] några/enstaka [få/enstaka] [av] [{adj}] {r}"),
        new(QuantifierKind.Some, "vissa [av] [{adj}] {r}"),
        new(QuantifierKind.Some, "en del [av] [{adj}] {r}"),
        new(QuantifierKind.Some, "ett par [av] [{adj}] {r}"),
        new(QuantifierKind.Few, "få {r:er}"),
        new(QuantifierKind.Few, "få/färre [av] [{adj}] {r}"),
        new(QuantifierKind.Few, "ett fåtal [av] [{adj}] {r}"),
        new(QuantifierKind.Few, "fåtalet [av] [{adj}] {r}"),
        new(QuantifierKind.None, "ingen {r:en}"),
        new(QuantifierKind.None, "ingen/inga [av] [{adj}] {r}"),
        new(QuantifierKind.Unquantified, "övriga/andra/resterande [{adj}] {r}"),
        new(QuantifierKind.Unquantified, "de övriga/andra/resterande [{adj}] {r}"),
    ];

    // Words that stand for regions by themselves: "Alla säger att …", "Några enstaka nämner …".
    private static readonly QuantifierPhrase[] Pronouns =
    [
        new(QuantifierKind.Exact, "[de/dessa] {n}"),
        new(QuantifierKind.Exact, "ytterligare {n}"),
        new(QuantifierKind.Exact, "[de] övriga/resterande/andra {n}"),
        new(QuantifierKind.Exact, "de {n} övriga/resterande/andra"),
        new(QuantifierKind.All, "alla/samtliga"),
        new(QuantifierKind.AlmostAll, "nästan alla/samtliga"),
        new(QuantifierKind.Majority, "[en] [stor/klar/övervägande] majoritet/majoriteten"),
        new(QuantifierKind.Majority, "merparten/huvuddelen"),
        new(QuantifierKind.Majority, "de [allra] flesta"),
        new(QuantifierKind.Majority, "[lite] mer än hälften"),
        new(QuantifierKind.Majority, "drygt/över hälften"),
        new(QuantifierKind.TwoThirds, "två tredjedelar"),
        new(QuantifierKind.Half, "[cirka/ungefär/omkring] hälften/halvparten"),
        new(QuantifierKind.AlmostHalf, "knappt/knappa/nästan/närmare hälften/halvparten"),
        new(QuantifierKind.Several, "flera/många/flertalet"),
        new(QuantifierKind.Several, "ett [stort] antal/flertal"),
        new(QuantifierKind.Several, "flera/många av dem/dessa"),
        new(QuantifierKind.Some, "[ytterligare] några/enstaka [få/enstaka]"),
        new(QuantifierKind.Some, "vissa"),
        new(QuantifierKind.Some, "några/vissa av dem/dessa"),
        new(QuantifierKind.Some, "ett par"),
        new(QuantifierKind.Few, "få"),
        new(QuantifierKind.Few, "ett fåtal"),
        new(QuantifierKind.None, "ingen/inga"),
        new(QuantifierKind.Unquantified, "övriga/andra/resterande"),
    ];

    private static readonly Lookup PhraseLookup = new(Phrases);
    private static readonly Lookup PronounLookup = new(Pronouns);

    /// <summary>The words of number in a row of words, from left to right, the longest at each place.</summary>
    public static List<Phrase> Find(string text, IReadOnlyList<Word> words)
    {
        var found = new List<Phrase>();
        for (var at = 0; at < words.Count; at++)
        {
            if (PhraseLookup.Longest(text, words, at) is { } phrase)
            {
                found.Add(phrase);
                at = phrase.EndWord - 1;
            }
        }

        return found;
    }

    /// <summary>
    /// Words of number at word <paramref name="at"/> that stand for regions by themselves ("alla", "några enstaka"). They
    /// are ambiguous ("alla insatser"): the caller must know from what follows, such as a note mark or a verb.
    /// </summary>
    public static Phrase? PronounAt(string text, IReadOnlyList<Word> words, int at) =>
        PronounLookup.Longest(text, words, at);

    // They speak of a number that is told elsewhere, and another that can change.
    private static readonly HashSet<string> Remaining = ["andra", "resterande", "ytterligare", "återstående", "övriga"];

    /// <summary>How many a text says, where it says that and nothing else: "merparten av regionerna". Null for all else, and for what names regions or speaks of the rest.</summary>
    /// <param name="text">The words.</param>
    /// <param name="subject">Who is to be counted.</param>
    /// <param name="asked">How many were asked: the only other number that may be told, as in "sju av 21 regioner".</param>
    public static Quantifier? ReadAlone(string text, ClaimSubject subject, int asked)
    {
        var words = Words.In(text, 0, text.Length);
        if (
            Find(text, words) is not [{ Names.IsEmpty: true, FirstWord: 0 } phrase]
            || phrase.EndWord != words.Count
            || phrase.Subject != subject
            || words.Exists(word => Remaining.Contains(word.Lower))
        )
        {
            return null;
        }

        var quantifier = phrase.Quantifier;
        var isNumber = quantifier.Kind is QuantifierKind.Exact or QuantifierKind.All or QuantifierKind.AllButN;
        // "En majoritet" and "två tredjedelar" tell no number.
        var others = isNumber
            ? words
                .Select(word => Numeral.Read(word.Lower))
                .Where(number => number is not null && number != quantifier.Count)
            : [];
        return
            others.Any(number => number != asked)
            || (quantifier.Kind == QuantifierKind.All && quantifier.Count is { } all && all != asked)
            ? null
            : quantifier;
    }

    /// <summary>How a quantifier is written, in lower case: "sju regioner", "samtliga regioner utom tre".</summary>
    internal static string Write(Quantifier quantifier, ClaimSubject subject)
    {
        if (quantifier is { Kind: QuantifierKind.Exact, Count: 1 })
        {
            return $"en {CountedWords.Write(subject, "en")}";
        }

        var phrase = Array.Find(Phrases, p => p.Kind == quantifier.Kind)!;
        return phrase.Write(quantifier.Count, subject);
    }

    private sealed class Lookup
    {
        private readonly Dictionary<string, List<QuantifierPhrase>> _byWord = new(StringComparer.Ordinal);
        private readonly List<QuantifierPhrase> _byNumeral = [];

        public Lookup(IEnumerable<QuantifierPhrase> phrases)
        {
            foreach (var phrase in phrases)
            {
                foreach (var word in phrase.FirstWords.Distinct())
                {
                    if (word is null)
                    {
                        _byNumeral.Add(phrase);
                    }
                    else if (_byWord.TryGetValue(word, out var list))
                    {
                        list.Add(phrase);
                    }
                    else
                    {
                        _byWord[word] = [phrase];
                    }
                }
            }
        }

        public Phrase? Longest(string text, IReadOnlyList<Word> words, int at)
        {
            if (!words[at].IsWord)
            {
                return null;
            }

            Phrase? best = null;
            if (_byWord.TryGetValue(words[at].Lower, out var phrases))
            {
                best = Longer(best, phrases, text, words, at);
            }

            if (Numeral.Read(words[at].Lower) is not null)
            {
                best = Longer(best, _byNumeral, text, words, at);
            }

            return best;
        }

        private static Phrase? Longer(
            Phrase? best,
            List<QuantifierPhrase> phrases,
            string text,
            IReadOnlyList<Word> words,
            int at
        )
        {
            foreach (var phrase in phrases)
            {
                if (phrase.At(text, words, at) is { } match && match.Words > (best?.Words ?? 0))
                {
                    best = new Phrase(
                        new Quantifier(phrase.Kind, Count(phrase, match)),
                        at,
                        match.Words,
                        match.Names,
                        match.Subject,
                        match.Subject is not null && NamesThem(words, at, match.Words)
                    );
                }
            }

            return best;
        }

        private static int? Count(QuantifierPhrase phrase, QuantifierPhrase.Match match) =>
            match switch
            {
                { Names.IsEmpty: false } => match.Names.Count,
                { Number: { } number } => number,
                _ => phrase.Count,
            };

        private static bool NamesThem(IReadOnlyList<Word> words, int at, int count) =>
            Enumerable.Range(at, count).Any(i => CountedWords.Read(words[i].Lower) is { NamesThem: true });
    }
}
