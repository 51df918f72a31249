using System.Buffers;

namespace Samla.Analyse;

/// <summary>
/// Cuts a Swedish word to its stem after Martin Porter's Snowball algorithm (swedish.sbl), so that "regionerna",
/// "regioner" and "regionens" count as one word.
/// </summary>
public static class SwedishStemmer
{
    // Longest first: the algorithm takes the longest ending that fits.
    private static readonly string[] Endings =
    [
        .. new[]
        {
            "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas",
            "ernas ornas es ades andes ens arens hetens erns at andet het ast",
        }
            .SelectMany(line => line.Split(' '))
            .OrderByDescending(ending => ending.Length),
    ];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäåö");
    private static readonly SearchValues<char> BeforeS = SearchValues.Create("bcdfghjklmnoprtvy");
    private static readonly string[] Pairs = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    /// <param name="word">In small letters, with å, ä and ö each as one character.</param>
    public static string Stem(string word)
    {
        var start = Region(word);
        if (start >= word.Length)
        {
            return word;
        }

        var stem = word.AsSpan();
        stem = WithoutEnding(stem, start);
        if (EndsWithAny(stem, start, Pairs))
        {
            stem = stem[..^1];
        }

        return WithoutLikeness(stem, start);
    }

    /// <summary>Where R1 begins: after the first consonant that follows a vowel, and after three letters at least.</summary>
    private static int Region(string word)
    {
        var vowel = word.AsSpan().IndexOfAny(Vowels);
        if (word.Length < 3 || vowel < 0)
        {
            return word.Length;
        }

        var consonant = word.AsSpan(vowel).IndexOfAnyExcept(Vowels);
        return consonant < 0 ? word.Length : Math.Max(3, vowel + consonant + 1);
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word, int start)
    {
        foreach (var ending in Endings)
        {
            if (EndsWith(word, start, ending))
            {
                return word[..^ending.Length];
            }
        }

        return EndsWith(word, start, "s") && word.Length > 1 && BeforeS.Contains(word[^2]) ? word[..^1] : word;
    }

    private static string WithoutLikeness(ReadOnlySpan<char> word, int start) =>
        word switch
        {
            _ when EndsWith(word, start, "fullt") => word[..^1].ToString(),
            _ when EndsWith(word, start, "löst") => word[..^1].ToString(),
            _ when EndsWith(word, start, "lig") => word[..^3].ToString(),
            _ when EndsWith(word, start, "els") => word[..^3].ToString(),
            _ when EndsWith(word, start, "ig") => word[..^2].ToString(),
            _ => word.ToString(),
        };

    private static bool EndsWith(ReadOnlySpan<char> word, int start, string ending) =>
        word.Length - ending.Length >= start && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool EndsWithAny(ReadOnlySpan<char> word, int start, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (EndsWith(word, start, ending))
            {
                return true;
            }
        }

        return false;
    }
}
