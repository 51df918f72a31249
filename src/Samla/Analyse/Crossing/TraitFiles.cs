using System.Text.Json;
using Samla.Collect;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Reference;

namespace Samla.Analyse.Crossing;

/// <summary>Codes by what the regions differ in, as files: CSV and JSON with a row for each code and value, and a workbook that also has the table.</summary>
public static class TraitFiles
{
    private static readonly string[] Heads =
    [
        "kod",
        "etikett",
        "indelning",
        "värde",
        "tillfrågade",
        StandingWords.Says,
        StandingWords.Silent,
        StandingWords.NotAsked,
        StandingWords.NotRead,
        "andel",
        "länskoder",
    ];

    private static readonly (string, string)[] Words =
    [
        (
            "3 av 5",
            "Tre av de fem tillfrågade säger det. Är någon av dem inte läst står det efter, och antalet kan öka."
        ),
        ("tillfrågade", "Alla som frågan ställdes till, också de som inte är lästa."),
        (
            "andel",
            "Andelen av de tillfrågade som säger det. Tomt så länge någon inte är läst, och där ingen tillfrågades."
        ),
        ("länskoder", "De som säger det, med länets kod."),
    ];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="view">The table; the mark of a round of reconstructed texts then ends each row.</param>
    public static void WriteCsv(Stream output, ViewCodesByTrait.Result view) =>
        Csv.Write(output, Heads, Cells(view).Select(row => row.Select(Csv.Text)), view.Chosen.Round.Mark);

    /// <summary>An XLSX workbook.</summary>
    public static void WriteXlsx(Stream output, ViewCodesByTrait.Result view)
    {
        using var workbook = new WorkbookWriter(output);
        workbook.AddSheet(
            "Tabell",
            ["kod", "etikett", .. view.Columns.Select(column => column.Name)],
            view.Chosen.Rows.Select(row =>
                (IReadOnlyList<object>)
                    [
                        row.Code.Id.Value,
                        row.Code.Label,
                        .. view.Columns.Select(column => InWords(row.Standing.Among(column.Members))),
                    ]
            ),
            [],
            new SheetLayout(FrozenColumns: 2, column => column == 1 ? 40 : 22, HasFilter: false)
        );
        workbook.AddSheet(
            "Data",
            Heads,
            Cells(view).Select(row => (IReadOnlyList<object>)[.. row.Select(cell => cell ?? "")]),
            [],
            new SheetLayout(FrozenColumns: 0, column => column == 1 ? 40 : 18, HasFilter: true)
        );
        KeySheet.Add(
            workbook,
            view.Chosen.Round,
            [
                ("indelning", view.Trait.Name),
                .. view.Trait.Values.Select(value => (value.Name, value.Members.Names)),
                .. Words,
                .. StandingWords.Key,
                .. WithheldWords.Of(view.Chosen),
            ]
        );
    }

    public static void WriteJson(Stream output, ViewCodesByTrait.Result view)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("mark", view.Chosen.Round.Mark);
        json.WriteStartObject("attribute");
        json.WriteString("id", view.Trait.Id);
        json.WriteString("name", view.Trait.Name);
        json.WriteStartArray("values");
        foreach (var column in view.Columns)
        {
            json.WriteStartObject();
            json.WriteString("id", column.Id);
            json.WriteString("name", column.Name);
            json.WriteRegions("counties", column.Members);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        CodesJson.Write(json, view.Chosen);
        json.WriteStartArray("cells");
        foreach (var row in view.Chosen.Rows)
        {
            foreach (var column in view.Columns)
            {
                Cell(json, row, column);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Cell(Utf8JsonWriter json, CodeRow row, RegionTrait.Value column)
    {
        var standing = row.Standing.Among(column.Members);
        json.WriteStartObject();
        json.WriteString("code", row.Code.Id.Value);
        json.WriteString("value", column.Id);
        json.WriteRegions("says", standing.Says);
        json.WriteRegions("silent", standing.Silent);
        json.WriteRegions("notAsked", standing.NotAsked);
        json.WriteRegions("notRead", standing.NotRead);
        json.WriteNumberOrNull("share", standing.Share is { } share ? Math.Round((decimal)share, 4) : null);
        json.WriteEndObject();
    }

    /// <summary>A cell of the table as it is read: "3 av 5, 1 ej läst".</summary>
    private static string InWords(Standing standing)
    {
        var asked = standing.Asked.Count + standing.NotRead.Count;
        var unread = standing.NotRead.IsEmpty ? "" : $", {standing.NotRead.Count} {StandingWords.NotRead}";
        return asked == 0 ? StandingWords.NotAsked : $"{standing.Says.Count} av {asked}{unread}";
    }

    private static IEnumerable<IEnumerable<object?>> Cells(ViewCodesByTrait.Result view) =>
        from row in view.Chosen.Rows
        from column in view.Columns
        let standing = row.Standing.Among(column.Members)
        select (IEnumerable<object?>)
            [
                row.Code.Id.Value,
                row.Code.Label,
                view.Trait.Name,
                column.Name,
                (decimal)(standing.Asked.Count + standing.NotRead.Count),
                (decimal)standing.Says.Count,
                (decimal)standing.Silent.Count,
                (decimal)standing.NotAsked.Count,
                (decimal)standing.NotRead.Count,
                standing.Share is { } share ? Math.Round((decimal)share, 4) : null,
                string.Join(' ', standing.Says),
            ];
}
