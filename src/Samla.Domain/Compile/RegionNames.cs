namespace Samla.Domain.Compile;

/// <summary>Finds the names of regions in running text: short names, authorities, counties, other spellings, genitives.</summary>
public static class RegionNames
{
    /// <summary>A name found in a row of words.</summary>
    /// <param name="Region">The region.</param>
    /// <param name="Words">How many words the name has.</param>
    /// <param name="Genitive">Whether the last word has a genitive s that is no part of the name.</param>
    /// <param name="IsShortName">Whether it is the short name that lists should use.</param>
    public sealed record Match(Region Region, int Words, bool Genitive, bool IsShortName);

    private sealed record Spelling(string[] Words, Region Region, bool IsShortName);

    private static readonly Dictionary<string, Spelling[]> ByFirstWord = Spellings()
        .GroupBy(spelling => spelling.Words[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(s => s.Words.Length).ToArray());

    /// <summary>
    /// The name that begins at word <paramref name="at"/>, the longest if several do; null where none does. The name must
    /// be written with a capital, so that "kalmar" or "stockholmska" is none.
    /// </summary>
    public static Match? At(string text, IReadOnlyList<Word> words, int at)
    {
        if (!char.IsUpper(text[words[at].Start]))
        {
            return null;
        }

        return Longest(words, at, words[at].Lower, genitive: false)
            ?? (words[at].Lower is [.. var stem, 's'] ? Longest(words, at, stem, genitive: true) : null);
    }

    private static Match? Longest(IReadOnlyList<Word> words, int at, string first, bool genitive)
    {
        if (!ByFirstWord.TryGetValue(first, out var spellings))
        {
            return null;
        }

        foreach (var spelling in spellings)
        {
            if (genitive && spelling.Words.Length > 1)
            {
                continue;
            }

            if (Fits(words, at, spelling, genitive) is { } isGenitive)
            {
                return new Match(spelling.Region, spelling.Words.Length, isGenitive, spelling.IsShortName);
            }
        }

        return null;
    }

    private static bool? Fits(IReadOnlyList<Word> words, int at, Spelling spelling, bool genitive)
    {
        if (at + spelling.Words.Length > words.Count)
        {
            return null;
        }

        var isGenitive = genitive;
        for (var i = 1; i < spelling.Words.Length; i++)
        {
            var word = words[at + i].Lower;
            var isLast = i == spelling.Words.Length - 1;
            if (
                isLast
                && word.Length == spelling.Words[i].Length + 1
                && word[^1] == 's'
                && word.StartsWith(spelling.Words[i], StringComparison.Ordinal)
            )
            {
                isGenitive = true;
            }
            else if (word != spelling.Words[i])
            {
                return null;
            }
        }

        return isGenitive;
    }

    private static IEnumerable<Spelling> Spellings()
    {
        foreach (var region in Regions.All)
        {
            yield return New(region.Name, region, isShortName: true);
            foreach (var name in (string[])[region.Authority, region.County, .. region.OtherNames])
            {
                yield return New(name, region, isShortName: false);
            }
        }
    }

    private static Spelling New(string name, Region region, bool isShortName) =>
        new([.. Words.In(name, 0, name.Length).Select(word => word.Lower)], region, isShortName);
}
