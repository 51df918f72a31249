using System.Globalization;
using Samla.Domain;
using Samla.Reference;

namespace Samla.Collect.Word;

/// <summary>
/// What is said of one part of a template, by name. What cannot be understood is told with where it stands, and gets a value that
/// nobody sees.
/// </summary>
/// <param name="place">The part, as a reader finds it: "Avsnitt 6, kravet ”Genomförande”".</param>
/// <param name="kind">What each name stands in: "raden" or "kolumnen".</param>
/// <param name="known">The names that there are.</param>
/// <param name="report">Takes what is wrong.</param>
internal sealed class TemplateDocxRows(string place, string kind, IReadOnlyList<string> known, Action<string> report)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string Place => place;

    /// <summary>Takes a row of two cells.</summary>
    public void Add(IReadOnlyList<string> cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (cells is [var name, var value])
        {
            Add(name, value);
        }
        else
        {
            report(
                $"{place}: Raden ”{Short(cells[0])}” ska ha två rutor, namn och innehåll, men har {cells.Count}. Dela eller slå ihop rutorna så att de blir två."
            );
        }
    }

    public void Add(string name, string value)
    {
        name = TemplateDocxWords.Plain(name);
        if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            report(
                $"{place}: {Capital(kind)} ”{Short(name)}” känns inte igen. Välj bland: {string.Join(", ", known)}. Rätta namnet eller ta bort {kind}."
            );
        }
        else if (!_values.TryAdd(name, WordText.Canonical(value)))
        {
            report($"{place}: {Capital(kind)} ”{name}” står två gånger. Ta bort den ena.");
        }
    }

    /// <summary>"" where nothing is said.</summary>
    public string Text(string name) => _values.GetValueOrDefault(name, "");

    /// <summary>Text that may be empty, but whose place must be there.</summary>
    public string Kept(string name)
    {
        if (!_values.ContainsKey(name))
        {
            report($"{place}: {Capital(kind)} ”{name}” saknas. Lägg till den; den får vara tom.");
        }

        return Text(name);
    }

    /// <summary>The file's word for what is said with one of ours.</summary>
    public string Word(string name, IReadOnlyDictionary<string, string> words)
    {
        var said = TemplateDocxWords.Plain(Text(name));
        var match = words.FirstOrDefault(word => word.Value.Equals(said, StringComparison.OrdinalIgnoreCase)).Key;
        if (match is null)
        {
            Wrong(name, said.Length == 0 ? "Här saknas ett värde." : $"”{Short(said)}” känns inte igen.", words);
        }

        return match ?? "";
    }

    public bool Flag(string name)
    {
        var said = TemplateDocxWords.Plain(Text(name));
        if (said.Length > 0 && !Is(said, TemplateDocxWords.Yes) && !Is(said, TemplateDocxWords.No))
        {
            Wrong(
                name,
                $"”{Short(said)}” känns inte igen. Skriv {TemplateDocxWords.Yes} eller {TemplateDocxWords.No}."
            );
        }

        return Is(said, TemplateDocxWords.Yes);
    }

    /// <summary>Null where nothing is said.</summary>
    public int? Number(string name) => Text(name) is { Length: > 0 } said ? Number(name, said) : null;

    public TemplateFile.Limit Limit(string name)
    {
        var said = TemplateDocxWords.Plain(Text(name));
        var isAssumed = said.EndsWith(TemplateDocxWords.Assumed, StringComparison.OrdinalIgnoreCase);
        return new TemplateFile.Limit(
            Number(name, isAssumed ? said[..^TemplateDocxWords.Assumed.Length] : said),
            isAssumed
        );
    }

    /// <summary>Null for all.</summary>
    public IReadOnlyList<string>? Counties(string name)
    {
        var said = TemplateDocxWords.Plain(Text(name));
        if (said.Length == 0 || Is(said, TemplateDocxWords.AllCounties))
        {
            return null;
        }

        return
        [
            .. said.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(county => County(name, county)),
        ];
    }

    /// <summary>Each line is a choice, with its id in brackets where it has one.</summary>
    public IReadOnlyList<TemplateFile.OptionEntry>? Options(string name)
    {
        var lines = Text(name)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Marked)
            // A new line may be an item of a list; what has an id is as it was written, also where its words begin with a hyphen.
            .Select(line =>
                line.Id is null && line.Words.StartsWith("- ", StringComparison.Ordinal)
                    ? (Words: line.Words[2..], line.Id)
                    : line
            )
            .ToList();
        var ids = new TemplateDocxIds(report).Of(
            [
                .. lines.Select(line => new TemplateDocxIds.Part(
                    $"{place}, {kind} ”{name}”, valet ”{Short(line.Words)}”",
                    line.Id ?? "",
                    line.Words
                )),
            ],
            "val"
        );
        return lines.Count == 0
            ? null
            : [.. lines.Zip(ids, (line, id) => new TemplateFile.OptionEntry(id, line.Words))];
    }

    /// <summary>The table that is named by its id in brackets, by its id or by its title; null where none is.</summary>
    public string? Table(string name, IReadOnlyList<(string Id, string Title)> tables)
    {
        var said = TemplateDocxWords.Plain(Text(name));
        if (said.Length == 0)
        {
            return null;
        }

        var wanted = Marked(said).Id ?? said;
        var found = tables.Where(table => table.Id == wanted).Select(table => table.Id).ToList();
        if (found.Count == 0)
        {
            found =
            [
                .. tables.Where(table => Is(TemplateDocxWords.Plain(table.Title), said)).Select(table => table.Id),
            ];
        }

        if (found.Count != 1)
        {
            var all = string.Join(", ", tables.Select(table => table.Id));
            Wrong(
                name,
                $"{(found.Count == 0 ? $"Tabellen ”{Short(wanted)}” finns inte" : $"Flera tabeller heter ”{Short(said)}”")} under ”{TemplateDocxWords.Tables}”. Skriv en beteckning som finns där{(all.Length > 0 ? $": {all}" : "")}."
            );
        }

        return found.FirstOrDefault();
    }

    public void Wrong(string name, string reason) => report($"{place}, {kind} ”{name}”: {reason}");

    private void Wrong(string name, string reason, IReadOnlyDictionary<string, string> words) =>
        Wrong(name, $"{reason} Skriv något av: {TemplateDocxWords.Listed(words)}.");

    private int Number(string name, string said)
    {
        var figures = string.Concat(said.Where(sign => !char.IsWhiteSpace(sign)));
        if (!int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Wrong(
                name,
                said.Length == 0
                    ? "Här saknas ett tal. Skriv till exempel 4 000."
                    : $"”{Short(said)}” är inget heltal. Skriv det med siffror, till exempel 4 000."
            );
        }

        return number;
    }

    private string County(string name, string said)
    {
        var named = Regions.All.FirstOrDefault(region =>
            Is(said, region.County) || Is(said, $"{region.Code}") || Is(said, $"{region.County} ({region.Code})")
        );
        if (named is null)
        {
            Wrong(
                name,
                $"”{Short(said)}” är inget län. Skriv länets namn eller dess kod, till exempel Gotlands län eller 09, med kommatecken emellan, eller {TemplateDocxWords.AllCounties}."
            );
        }

        return named?.Code.ToString() ?? "";
    }

    /// <summary>"Kort sikt [short]" apart; without an id where it ends with no bracket.</summary>
    private static (string Words, string? Id) Marked(string text) =>
        text.EndsWith(']') && text.LastIndexOf('[') is >= 0 and var at
            ? (text[..at].TrimEnd(), text[(at + 1)..^1].Trim())
            : (text, null);

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>As much of a text as a message has room for.</summary>
    public static string Short(string text)
    {
        var plain = TemplateDocxWords.Plain(text);
        return plain.Length <= 60 ? plain : $"{plain[..60].TrimEnd()} …";
    }
}
