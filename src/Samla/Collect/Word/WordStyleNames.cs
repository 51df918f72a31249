using System.Globalization;
using System.Xml.Linq;

namespace Samla.Collect.Word;

/// <summary>What paragraphs are by their styles: ids differ with the language, names do not.</summary>
internal sealed class WordStyleNames
{
    private const int MostSteps = 20;
    private const string Heading = "heading ";

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);

    public WordStyleNames(XElement? styles)
    {
        foreach (var style in styles?.Elements().Where(style => style.IsWord("style")) ?? [])
        {
            _styles.TryAdd(style.Value("styleId") ?? "", style);
        }
    }

    public bool IsHeading(XElement? properties) =>
        Level(properties) is not null
        || Chain(properties)
            .Any(style =>
                Level(style.Child("pPr")) is not null
                || NameOf(style).StartsWith(Heading, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>The level of a heading, from 1; null for other text.</summary>
    public int? LevelOf(XElement? properties)
    {
        foreach (
            var (layout, name) in Chain(properties)
                .Select(style => (style.Child("pPr"), NameOf(style)))
                .Prepend((properties, ""))
        )
        {
            if (layout?.Child("outlineLvl") is not null)
            {
                return Level(layout) + 1;
            }

            if (
                name.StartsWith(Heading, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name[Heading.Length..], CultureInfo.InvariantCulture, out var level)
                && level is >= 1 and <= 9
            )
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>The name of the style; "" for the text's own.</summary>
    public string NameOfStyle(XElement? properties) => Chain(properties).Select(NameOf).FirstOrDefault("");

    /// <summary>Whether it is an item of a list, by itself or by its style.</summary>
    public bool IsItem(XElement? properties) => ListOf(properties).Id is not null;

    /// <summary>The list that it is numbered in, by itself or by its style, and on which level where that is said, from 0; null for none.</summary>
    public (string? Id, int? Level) ListOf(XElement? properties)
    {
        var numbers = Chain(properties)
            .Select(style => style.Child("pPr"))
            .Prepend(properties)
            .Select(p => p?.Child("numPr"))
            .ToList();
        var id = numbers.Select(n => n?.Child("numId")?.Value("val")).FirstOrDefault(n => n is not null);
        var level = numbers.Select(n => n?.Child("ilvl")?.Value("val")).FirstOrDefault(n => n is not null);
        return (
            id is "0" ? null : id,
            int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
        );
    }

    private static string NameOf(XElement style) => style.Child("name")?.Value("val") ?? "";

    // Nine levels are headings; the tenth is body text.
    private static int? Level(XElement? properties) =>
        int.TryParse(properties?.Child("outlineLvl")?.Value("val"), CultureInfo.InvariantCulture, out var level)
        && level is >= 0 and < 9
            ? level
            : null;

    private IEnumerable<XElement> Chain(XElement? properties)
    {
        var id = properties?.Child("pStyle")?.Value("val");
        for (var step = 0; step < MostSteps && id is not null && _styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.Child("basedOn")?.Value("val");
        }
    }
}
