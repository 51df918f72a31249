namespace Samla.Domain;

/// <summary>Small rules of written Swedish, after Språkrådet's Svenska skrivregler.</summary>
public static class SwedishText
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "t.ex",
        "bl.a",
        "s.k",
        "m.m",
        "d.v.s",
        "dvs",
        "o.s.v",
        "osv",
        "t.o.m",
        "fr.o.m",
        "f.d",
        "p.g.a",
        "ca",
        "nr",
        "kl",
        "prop",
        "dir",
        "dnr",
        "kap",
        "resp",
        "jfr",
        "inkl",
        "exkl",
        "st",
        "art",
        "s",
        "f",
        "ff",
    };

    /// <summary>The order of a Swedish index, the same on every machine: å, ä and ö last, accents and capitals only where all else is equal.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <summary>The genitive of a name: s is added, except after s, x and z.</summary>
    public static string Genitive(string name) => name is [.., 's' or 'x' or 'z'] ? name : name + "s";

    /// <summary>An enumeration as a sentence has it: "Halland", "Halland och Skåne", "Dalarna, Halland och Skåne".</summary>
    public static string Enumeration(IReadOnlyList<string> items) =>
        items switch
        {
            [] => "",
            [var only] => only,
            _ => $"{string.Join(", ", items.Take(items.Count - 1))} och {items[^1]}",
        };

    /// <summary>The text with its first letter in upper case, as a sentence begins.</summary>
    public static string Capitalized(string text) =>
        text is [var first, ..] ? char.ToUpperInvariant(first) + text[1..] : text;

    /// <summary>The text with its first letter in lower case, as within a sentence.</summary>
    public static string Uncapitalized(string text) =>
        text is [var first, ..] ? char.ToLowerInvariant(first) + text[1..] : text;

    /// <summary>Whether the sign at <paramref name="dot"/> is the full stop of an abbreviation such as "t.ex.".</summary>
    public static bool EndsAbbreviation(string text, int dot)
    {
        if (text[dot] != '.')
        {
            return false;
        }

        var start = dot;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        return Abbreviations.Contains(text[start..dot]);
    }

    /// <summary>A set of words, given in one text with spaces and line breaks between them.</summary>
    internal static HashSet<string> Words(string words) =>
        [.. words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private static int Compare(string one, string other)
    {
        for (var at = 0; at < Math.Min(one.Length, other.Length); at++)
        {
            var difference = PlaceOf(one[at]) - PlaceOf(other[at]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return one.Length != other.Length ? one.Length - other.Length : string.CompareOrdinal(one, other);
    }

    private static int PlaceOf(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'å' => 'z' + 1,
            'ä' or 'æ' => 'z' + 2,
            'ö' or 'ø' => 'z' + 3,
            'é' or 'è' or 'ê' => 'e',
            'á' or 'à' => 'a',
            'ü' => 'y',
            var other and <= 'z' => other,
            var other => other + 3,
        };
}
