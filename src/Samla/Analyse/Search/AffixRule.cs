namespace Samla.Analyse.Search;

/// <summary>How a word of the dictionary takes an ending: "a" goes, "or" comes, where the word ends in "a".</summary>
/// <param name="Flag">The letter that words which take the ending carry.</param>
/// <param name="Strip">What the word loses at its end.</param>
/// <param name="Ending">What it gets instead.</param>
/// <param name="Condition">How the word must end; the sets of signs from left to right.</param>
/// <param name="BeginsCompound">Whether the form stands only at the beginning of compounds, as "kvinno" does.</param>
internal sealed record AffixRule(
    char Flag,
    string Strip,
    string Ending,
    IReadOnlyList<SignSet> Condition,
    bool BeginsCompound
)
{
    /// <summary>The rule on a line of a Hunspell file of affixes; null where the line is none.</summary>
    public static AffixRule? Read(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["SFX", [var flag], var strip, var ending, var condition, ..] when ending.Split('/') is [var letters, ..] =>
                new AffixRule(
                    flag,
                    Letters(strip),
                    Letters(letters),
                    [.. SignSet.Read(condition)],
                    // The flags after the slash are for compounds alone: the form is no word by itself.
                    ending.Contains('/', StringComparison.Ordinal)
                ),
            _ => null,
        };

    /// <summary>Whether a word takes the ending.</summary>
    public bool Fits(string word)
    {
        if (word.Length < Condition.Count || !word.EndsWith(Strip, StringComparison.Ordinal))
        {
            return false;
        }

        for (var at = 0; at < Condition.Count; at++)
        {
            if (!Condition[at].Holds(word[word.Length - Condition.Count + at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The word with the ending.</summary>
    public string Apply(string word) => string.Concat(word.AsSpan(0, word.Length - Strip.Length), Ending);

    private static string Letters(string written) => written == "0" ? "" : written;
}

/// <summary>The signs that may stand at one place, or those that may not.</summary>
internal sealed record SignSet(string Signs, bool IsExcluding)
{
    public bool Holds(char sign) => Signs.Contains(sign, StringComparison.Ordinal) != IsExcluding;

    /// <summary>From "[^m]el": all but m, then e, then l. A full stop is any sign, so it asks for nothing.</summary>
    public static IEnumerable<SignSet> Read(string condition)
    {
        for (var at = 0; at < condition.Length; at++)
        {
            if (condition[at] == '[')
            {
                var end = condition.IndexOf(']', at);
                var inside = condition[(at + 1)..end];
                yield return inside.StartsWith('^') ? new SignSet(inside[1..], true) : new SignSet(inside, false);
                at = end;
            }
            else if (condition[at] != '.')
            {
                yield return new SignSet(condition[at].ToString(), false);
            }
        }
    }
}
