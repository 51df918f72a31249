using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Samla.Collect.Word;

namespace Samla.Check.Reading;

/// <summary>
/// The numbers that Word sets before headings and items of a list by itself, such as "2.1": they are not in the text, and must be
/// counted as Word counts them, in the order of the paragraphs.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    // The highest number that Word lets a list begin with.
    private const int Highest = 32_767;

    private readonly WordStyleNames _styles;
    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement?[]> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    public WordNumbering(XElement? numbering, WordStyleNames styles)
    {
        _styles = styles;
        foreach (var element in numbering?.Elements() ?? [])
        {
            switch (element.WordName)
            {
                case "num":
                    _lists.TryAdd(element.Value("numId") ?? "", element);
                    break;
                case "abstractNum":
                    _kinds.TryAdd(element.Value("abstractNumId") ?? "", LevelsOf(element));
                    break;
            }
        }
    }

    /// <summary>Counts a paragraph, and tells what stands before it: "2.1", "a)"; "" for one without number or with a sign instead.</summary>
    public string Next(XElement? properties)
    {
        var (id, level) = _styles.ListOf(properties);
        if (id is null || !_lists.TryGetValue(id, out var list))
        {
            return "";
        }

        var kindId = list.Child("abstractNumId")?.Value("val") ?? "";
        if (!_kinds.TryGetValue(kindId, out var levels))
        {
            return "";
        }

        var at = Math.Clamp(level ?? LevelByStyle(levels, properties) ?? 0, 0, Levels - 1);
        var counts = Counts(kindId, id, list);
        counts[at] = (counts[at] ?? Start(levels, at) - 1) + 1;
        Array.Fill(counts, null, at + 1, Levels - at - 1);
        return Written(levels, at, counts);
    }

    private int?[] Counts(string kindId, string id, XElement list)
    {
        if (!_counts.TryGetValue(kindId, out var counts))
        {
            counts = _counts[kindId] = new int?[Levels];
        }

        if (_begun.Add(id))
        {
            foreach (var anew in list.Elements().Where(one => one.IsWord("lvlOverride")))
            {
                if (
                    Number(anew.Value("ilvl")) is { } level and < Levels
                    && Number(anew.Child("startOverride")?.Value("val")) is { } start
                )
                {
                    counts[level] = start - 1;
                }
            }
        }

        return counts;
    }

    private static string Written(XElement?[] levels, int level, int?[] counts)
    {
        if (levels[level]?.Child("lvlText")?.Value("val") is not { } pattern)
        {
            return "";
        }

        var isLegal = levels[level]?.Child("isLgl") is { } legal && legal.Value("val") is not ("0" or "false");
        var written = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '%' && at + 1 < pattern.Length && pattern[at + 1] is >= '1' and <= '9')
            {
                var of = pattern[++at] - '1';
                written.Append(Figure(counts[of] ?? Start(levels, of), isLegal ? "decimal" : FormatOf(levels, of)));
            }
            else
            {
                written.Append(pattern[at]);
            }
        }

        return written.ToString() is var label && label.Any(char.IsLetterOrDigit) && FormatOf(levels, level) != "bullet"
            ? label.Trim()
            : "";
    }

    private static string Figure(int count, string format) =>
        format switch
        {
            "lowerLetter" => Letter('a', count),
            "upperLetter" => Letter('A', count),
            "lowerRoman" => Roman(count).ToLowerInvariant(),
            "upperRoman" => Roman(count),
            "none" => "",
            _ => count.ToString(CultureInfo.InvariantCulture),
        };

    private static string Letter(char first, int count) =>
        count is > 0 and <= 26 ? ((char)(first + count - 1)).ToString() : count.ToString(CultureInfo.InvariantCulture);

    private static string Roman(int count)
    {
        if (count is <= 0 or > 100)
        {
            return count.ToString(CultureInfo.InvariantCulture);
        }

        var written = new StringBuilder();
        foreach (
            var (value, sign) in new[]
            {
                (100, "C"),
                (90, "XC"),
                (50, "L"),
                (40, "XL"),
                (10, "X"),
                (9, "IX"),
                (5, "V"),
                (4, "IV"),
                (1, "I"),
            }
        )
        {
            for (; count >= value; count -= value)
            {
                written.Append(sign);
            }
        }

        return written.ToString();
    }

    private static int Start(XElement?[] levels, int level) => Number(levels[level]?.Child("start")?.Value("val")) ?? 1;

    private static string FormatOf(XElement?[] levels, int level) =>
        levels[level]?.Child("numFmt")?.Value("val") ?? "decimal";

    /// <summary>The levels of a kind of list, by their numbers from 0.</summary>
    private static XElement?[] LevelsOf(XElement kind)
    {
        var levels = new XElement?[Levels];
        foreach (var level in kind.Elements().Where(one => one.IsWord("lvl")))
        {
            if (Number(level.Value("ilvl")) is { } at and < Levels)
            {
                levels[at] ??= level;
            }
        }

        return levels;
    }

    private static int? LevelByStyle(XElement?[] levels, XElement? properties) =>
        properties?.Child("pStyle")?.Value("val") is { } style
        && Array.FindIndex(levels, level => level?.Child("pStyle")?.Value("val") == style) is >= 0 and var at
            ? at
            : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Highest
            ? number
            : null;
}
