using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Samla.Analyse.Search;

/// <summary>A word of a text, and what it can be found by.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Terms">What it is found by.</param>
public readonly record struct SearchToken(int Start, int Length, SearchTerms Terms);

/// <summary>What a word is found by: all in small letters and digits.</summary>
/// <param name="Words">The words that it can be a form of, the likeliest first; a compound is one word.</param>
/// <param name="Parts">The words and shorter compounds within a compound.</param>
public sealed record SearchTerms(IReadOnlyList<string> Words, IReadOnlyList<string> Parts)
{
    /// <summary>The likeliest of its words: what phrases are made of.</summary>
    public string Word => Words[0];

    public IEnumerable<string> All => Words.Concat(Parts);
}

/// <summary>
/// Reads Swedish text as the search does: each word as the words of the dictionary that it can be a form of, and compounds
/// by their parts as well. Texts and questions are read alike.
/// </summary>
public sealed class SearchAnalyzer(SwedishLexicon lexicon)
{
    /// <summary>Longer words are cut: no Swedish word is so long, and what is, is none.</summary>
    private const int LongestWord = 60;

    /// <summary>A text has few words that are not in the one before it, so most are looked up once.</summary>
    private const int MostRemembered = 50_000;

    /// <summary>The endings of words that the dictionary does not know, such as names; the longest first.</summary>
    private static readonly string[] Endings =
    [
        .. "ernas arnas ornas erna arna orna ens ets ers ars ors en et er ar or ns n s".Split(' '),
    ];

    private static readonly Lazy<SearchAnalyzer> OfProgram = new(() => new SearchAnalyzer(SwedishLexicon.Shipped));

    private readonly Compounds _compounds = new(lexicon);
    private readonly ConcurrentDictionary<string, SearchTerms> _known = new(StringComparer.Ordinal);

    /// <summary>The one with the dictionary that comes with the program.</summary>
    public static SearchAnalyzer Shipped => OfProgram.Value;

    /// <summary>The words of a text in their order.</summary>
    public IEnumerable<SearchToken> Read(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            while (at < text.Length && IsPartOfWord(text, at))
            {
                at++;
            }

            if (at > start)
            {
                yield return new SearchToken(start, at - start, TermsOf(text[start..at]));
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>A word as it is looked for by its beginning: in small letters, and not as a form of a word.</summary>
    public static string Plain(string word)
    {
        var plain = word.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        return plain.Length <= LongestWord ? plain : plain[..LongestWord];
    }

    /// <summary>What a word is found by.</summary>
    public SearchTerms TermsOf(string word)
    {
        var plain = Plain(word);
        if (_known.TryGetValue(plain, out var terms))
        {
            return terms;
        }

        if (_known.Count > MostRemembered)
        {
            _known.Clear();
        }

        return _known[plain] = Find(plain);
    }

    private SearchTerms Find(string word)
    {
        var words = lexicon.WordsOf(word);
        var parts = _compounds.PartsOf(words is [var known, ..] ? known : word);
        if (words.Count == 0)
        {
            words = [parts.Count > 0 ? Joined(parts) : Stem(word)];
        }

        return new SearchTerms(words, [.. Within(parts).Except(words, StringComparer.Ordinal)]);
    }

    /// <summary>The parts, and each compound of some of them that follow on each other.</summary>
    private static IEnumerable<string> Within(IReadOnlyList<CompoundPart> parts) =>
        from first in Enumerable.Range(0, parts.Count)
        from last in Enumerable.Range(first, parts.Count - first)
        where last - first + 1 < parts.Count
        select Joined([.. parts.Skip(first).Take(last - first + 1)]);

    private static string Joined(IReadOnlyList<CompoundPart> parts) =>
        string.Concat(parts.SkipLast(1).Select(part => part.Written).Append(parts[^1].Word));

    private static string Stem(string word)
    {
        const int ShortestStem = 4;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    // A sign that is two in UTF-16 is looked at as a whole.
    private static bool IsPartOfWord(string text, int at)
    {
        var place = char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at;
        return CharUnicodeInfo.GetUnicodeCategory(text, place)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;
    }
}
