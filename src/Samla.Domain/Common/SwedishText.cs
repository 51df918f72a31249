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

    /// <summary>Swedish alphabetical order, the same on every machine: capitals do not matter, and å, ä, ö come last.</summary>
    public static IComparer<string> Order { get; } =
        Comparer<string>.Create((one, other) => string.CompareOrdinal(Sorted(one), Sorted(other)));

    private static string Sorted(string text) =>
        text.ToLowerInvariant()
            .Replace('å', '{')
            .Replace('ä', '|')
            .Replace('æ', '|')
            .Replace('ö', '}')
            .Replace('ø', '}')
            .Replace('é', 'e')
            .Replace('ü', 'u');

    /// <summary>The text with its first letter in upper case, as a sentence begins.</summary>
    public static string Capitalized(string text) =>
        text is [var first, ..] ? char.ToUpperInvariant(first) + text[1..] : text;

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
}
