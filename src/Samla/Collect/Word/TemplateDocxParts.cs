namespace Samla.Collect.Word;

/// <summary>A part of a template as its headings and tables in a Word file give it: the template itself, a section, a requirement, a table.</summary>
/// <param name="Rows">What is said of it.</param>
internal sealed record TemplateDocxPart(string Title, TemplateDocxRows Rows)
{
    /// <summary>What stands under it, in the file's order.</summary>
    public List<TemplateDocxPart> Inner { get; } = [];

    public string Place => Rows.Place;
}

/// <summary>Sorts what stands in a Word file under its headings. What has no place is told.</summary>
internal sealed class TemplateDocxParts
{
    // Of headings; and of cells in a row that says one thing.
    private const int Levels = 2;
    private const int Cells = 2;

    private readonly Action<string> _report;
    private readonly TemplateDocxPart _tables;
    private readonly List<string> _titles = [];

    private TemplateDocxPart _now;
    private bool _isTables;

    private TemplateDocxParts(Action<string> report)
    {
        _report = report;
        Template = _now = New("", "Mallen", TemplateDocxWords.TemplateRows);
        _tables = New(TemplateDocxWords.Tables, $"Under ”{TemplateDocxWords.Tables}”", []);
    }

    /// <summary>With its sections, and in them their requirements.</summary>
    public TemplateDocxPart Template { get; private set; }

    /// <summary>Each with its columns.</summary>
    public IReadOnlyList<TemplateDocxPart> Tables => _tables.Inner;

    public static TemplateDocxParts Sort(IReadOnlyList<WordBlock> blocks, Action<string> report)
    {
        var parts = new TemplateDocxParts(report);
        // A section may have the same title; the tables are the last.
        var tables = blocks.LastOrDefault(block =>
            block is WordBlock.Text { Level: 1 } text && TemplateDocxWords.Plain(text.Words) == TemplateDocxWords.Tables
        );
        foreach (var block in blocks)
        {
            switch (block)
            {
                case WordBlock.Table table:
                    parts.Take(table);
                    break;
                case WordBlock.Text text when ReferenceEquals(text, tables):
                    (parts._now, parts._isTables) = (parts._tables, true);
                    break;
                case WordBlock.Text text when !string.IsNullOrWhiteSpace(text.Words):
                    parts.Take(text);
                    break;
            }
        }

        parts.TakeTitle();
        return parts;
    }

    private void Take(WordBlock.Text text)
    {
        switch (text)
        {
            case { Level: 1 }:
                Begin(text, Template, $"Avsnitt {Template.Inner.Count + 1}", TemplateDocxWords.SectionRows);
                _isTables = false;
                break;
            case { Level: 2 } when _isTables:
                Begin(text, _tables, $"Tabellen ”{Short(text)}”", TemplateDocxWords.TableRows);
                break;
            case { Level: 2 } when Template.Inner is [.., var section]:
                Begin(text, section, $"{section.Place}, kravet ”{Short(text)}”", TemplateDocxWords.RequirementRows);
                break;
            case { Level: 2 }:
                _report(
                    $"{_now.Place}: Kravet ”{Short(text)}” står före det första avsnittet. Flytta in det i ett avsnitt."
                );
                break;
            case { Level: > Levels }:
                _report(
                    $"{_now.Place}: Rubriken ”{Short(text)}” är på nivå {text.Level}. Avsnitt har formatmallen Rubrik 1, krav och tabeller Rubrik 2. Ändra den, eller ta bort den."
                );
                break;
            case { Style: "Title" or "title" }:
                _titles.Add(WordText.Canonical(text.Words));
                break;
            case var _ when TemplateDocxWords.IsOwn(text.Words) || IsContents(text.Style):
                break;
            default:
                _report(
                    $"{_now.Place}: Texten ”{Short(text)}” har ingen plats i mallen. Flytta in den i en ruta, gör den till en kommentar eller ta bort den."
                );
                break;
        }
    }

    private void Begin(WordBlock.Text heading, TemplateDocxPart outer, string place, IReadOnlyList<string> rows)
    {
        var title = WordText.Canonical(heading.Words);
        _now = New(title == TemplateDocxWords.Untitled ? "" : title, place, rows);
        outer.Inner.Add(_now);
    }

    private void Take(WordBlock.Table table)
    {
        if (table.Rows is [{ Count: > Cells } header, ..])
        {
            TakeColumns(header, [.. table.Rows.Skip(1)]);
            return;
        }

        if (_now == _tables)
        {
            _report(
                $"{_now.Place}: Före den första tabellens rubrik står en ruta. Flytta den till sin rubrik, eller ta bort den."
            );
            return;
        }

        foreach (var row in table.Rows.Where(row => row.Count > 0))
        {
            _now.Rows.Add(row);
        }
    }

    private void TakeColumns(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (!_isTables || _now == _tables)
        {
            _report(
                $"{_now.Place}: Här står en tabell med {header.Count} kolumner. Tabeller med så många hör hemma under ”{TemplateDocxWords.Tables}”, under en egen rubrik."
            );
            return;
        }

        List<string> names = [.. header.Select(TemplateDocxWords.Plain)];
        foreach (var name in names.Where(name => !IsColumn(name)).Concat(Twice(names)))
        {
            _report(
                $"{_now.Place}: Rubrikraden har kolumnen ”{TemplateDocxRows.Short(name)}”, som inte känns igen eller står två gånger. Kolumnerna heter: {string.Join(", ", TemplateDocxWords.ColumnRows)}."
            );
        }

        foreach (var (at, cells) in rows.Index().Where(row => !row.Item.All(string.IsNullOrWhiteSpace)))
        {
            var place = $"{_now.Place}, rad {at + 1}";
            if (cells.Count != header.Count)
            {
                _report($"{place}: Raden ska ha {header.Count} rutor, som rubrikraden, men har {cells.Count}.");
                continue;
            }

            var column = new TemplateDocxRows(place, "kolumnen", TemplateDocxWords.ColumnRows, _report);
            foreach (
                var (name, value) in names.Zip(cells).DistinctBy(cell => cell.First).Where(cell => IsColumn(cell.First))
            )
            {
                column.Add(name, value);
            }

            _now.Inner.Add(new TemplateDocxPart("", column));
        }
    }

    private static bool IsColumn(string name) =>
        TemplateDocxWords.ColumnRows.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private void TakeTitle()
    {
        if (_titles.Count != 1)
        {
            _report(
                _titles.Count == 0
                    ? "Mallen: Rubriken saknas. Skriv den överst, med formatmallen Rubrik (Title)."
                    : $"Mallen: Flera stycken har formatmallen Rubrik (Title): {string.Join(", ", _titles.Select(title => $"”{TemplateDocxRows.Short(title)}”"))}. Bara ett får ha den."
            );
        }

        var title = _titles.FirstOrDefault("");
        Template = Template with { Title = title == TemplateDocxWords.Untitled ? "" : title };
    }

    private TemplateDocxPart New(string title, string place, IReadOnlyList<string> rows) =>
        new(title, new TemplateDocxRows(place, "raden", rows, _report));

    private static string Short(WordBlock.Text text) => TemplateDocxRows.Short(text.Words);

    // What Word has made of the headings by itself.
    private static bool IsContents(string style) => style.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);
}
