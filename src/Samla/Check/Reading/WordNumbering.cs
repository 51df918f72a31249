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

    private readonly WordStyleNames _styles;
    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _kinds = new(StringComparer.Ordinal);
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
                    _kinds.TryAdd(element.Value("abstractNumId") ?? "", element);
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
        if (!_kinds.TryGetValue(kindId, out var kind))
        {
            return "";
        }

        var at = Math.Clamp(level ?? LevelByStyle(kind, properties) ?? 0, 0, Levels - 1);
        var counts = Counts(kindId, id, list);
        counts[at] = (counts[at] ?? Start(kind, at) - 1) + 1;
        Array.Fill(counts, null, at + 1, Levels - at - 1);
        return Written(kind, at, counts);
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

    private static string Written(XElement kind, int level, int?[] counts)
    {
        if (LevelOf(kind, level)?.Child("lvlText")?.Value("val") is not { } pattern)
        {
            return "";
        }

        var isLegal = LevelOf(kind, level)?.Child("isLgl") is not null;
        var written = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '%' && at + 1 < pattern.Length && pattern[at + 1] is >= '1' and <= '9')
            {
                var of = pattern[++at] - '1';
                written.Append(Figure(counts[of] ?? Start(kind, of), isLegal ? "decimal" : FormatOf(kind, of)));
            }
            else
            {
                written.Append(pattern[at]);
            }
        }

        return written.ToString() is var label && label.Any(char.IsLetterOrDigit) && FormatOf(kind, level) != "bullet"
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

    private static int Start(XElement kind, int level) =>
        Number(LevelOf(kind, level)?.Child("start")?.Value("val")) ?? 1;

    private static string FormatOf(XElement kind, int level) =>
        LevelOf(kind, level)?.Child("numFmt")?.Value("val") ?? "decimal";

    private static XElement? LevelOf(XElement kind, int level) =>
        kind.Elements().FirstOrDefault(one => one.IsWord("lvl") && Number(one.Value("ilvl")) == level);

    private static int? LevelByStyle(XElement kind, XElement? properties) =>
        properties?.Child("pStyle")?.Value("val") is { } style
            ? Number(
                kind.Elements()
                    .FirstOrDefault(one => one.IsWord("lvl") && one.Child("pStyle")?.Value("val") == style)
                    ?.Value("ilvl")
            )
            : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
