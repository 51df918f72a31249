using System.Text.Json;
using Samla.Collect;
using Samla.Common;

namespace Samla.Analyse.Crossing;

/// <summary>Codes beside each other as files: CSV and JSON with a row for each pair, and a workbook that also has the square tables.</summary>
public static class CooccurrenceFiles
{
    /// <summary>What is read off a pair, by the name of its sheet.</summary>
    private static readonly (string Sheet, Func<CooccurrenceTable.Pair, decimal?> Of)[] Squares =
    [
        ("Uppgiftslämnare", pair => pair.Both?.Count),
        ("Uppgiftslämnare, Jaccard", pair => Rounded(pair.SayingJaccard)),
        ("Textställen", pair => pair.Overlaps),
        ("Textställen, Jaccard", pair => Rounded(pair.TextJaccard)),
    ];

    private static readonly string[] Heads =
    [
        "kod 1",
        "etikett 1",
        "kod 2",
        "etikett 2",
        "uppgiftslämnare",
        "uppgiftslämnare jaccard",
        "kan tillkomma",
        "textställen",
        "textställen jaccard",
        "länskoder",
    ];

    private static readonly (string, string)[] Words =
    [
        (
            "uppgiftslämnare",
            "Hur många som säger båda. På diagonalen, där koden möter sig själv: hur många som säger den. Tomt där den ena koden gäller regioner och den andra länsstyrelser."
        ),
        (
            "textställen",
            "Hur många par av textställen som överlappar med minst ett tecken. På diagonalen: hur många textställen koden har. Tomt där koderna hör till olika krav och därför inte ges i samma text."
        ),
        (
            "jaccard",
            "Hur lika två mängder är: det gemensamma delat med allt, |A ∩ B| / |A ∪ B|, från 0 till 1 (Jaccard 1912). För uppgiftslämnare räknat på dem som säger, för textställen på kodade tecken. Tomt där någon inte är läst, och där ingen har någon av koderna."
        ),
        ("kan tillkomma", "Hur många som kan komma att säga båda, eftersom något av deras svar inte är läst."),
        ("länskoder", "De som säger båda, med länets kod."),
    ];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="view">The table; the mark of a round of reconstructed texts then ends each row.</param>
    public static void WriteCsv(Stream output, ViewCooccurrence.Result view) =>
        Csv.Write(output, Heads, view.Table.Pairs.Select(pair => Cells(pair).Select(Csv.Text)), view.Chosen.Round.Mark);

    /// <summary>An XLSX workbook.</summary>
    public static void WriteXlsx(Stream output, ViewCooccurrence.Result view)
    {
        var rows = view.Table.Rows;
        using var workbook = new WorkbookWriter(output);
        foreach (var (sheet, valueOf) in Squares)
        {
            workbook.AddSheet(
                sheet,
                ["kod", "etikett", .. rows.Select(row => row.Code.Label)],
                rows.Select(
                    (row, one) =>
                        (IReadOnlyList<object>)
                            [
                                row.Code.Id.Value,
                                row.Code.Label,
                                .. rows.Select((_, other) => InWorkbook(valueOf(view.Table[one, other]))),
                            ]
                ),
                [],
                new SheetLayout(FrozenColumns: 2, WidthOf, HasFilter: false)
            );
        }

        workbook.AddSheet(
            "Par",
            Heads,
            view.Table.Pairs.Select(pair => (IReadOnlyList<object>)[.. Cells(pair).Select(InWorkbook)]),
            [],
            new SheetLayout(FrozenColumns: 0, column => column is 1 or 3 ? 40 : 18, HasFilter: true)
        );
        KeySheet.Add(workbook, view.Chosen.Round, [.. Words, .. WithheldWords.Of(view.Chosen)]);
    }

    /// <summary>Codes once, and the pairs by their ids.</summary>
    public static void WriteJson(Stream output, ViewCooccurrence.Result view)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("mark", view.Chosen.Round.Mark);
        CodesJson.Write(json, view.Chosen);
        json.WriteStartArray("pairs");
        foreach (var pair in view.Table.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("one", pair.One.Code.Id.Value);
            json.WriteString("other", pair.Other.Code.Id.Value);
            json.WriteNumberOrNull("reporters", pair.Both?.Count);
            json.WriteNumberOrNull("reportersJaccard", Rounded(pair.SayingJaccard));
            json.WriteNumberOrNull("mayBeAdded", pair.Open.Count);
            json.WriteNumberOrNull("passages", pair.Overlaps);
            json.WriteNumberOrNull("passagesJaccard", Rounded(pair.TextJaccard));
            json.WriteRegions("counties", pair.Both ?? []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<object?> Cells(CooccurrenceTable.Pair pair) =>
        [
            pair.One.Code.Id.Value,
            pair.One.Code.Label,
            pair.Other.Code.Id.Value,
            pair.Other.Code.Label,
            (decimal?)pair.Both?.Count,
            Rounded(pair.SayingJaccard),
            (decimal)pair.Open.Count,
            (decimal?)pair.Overlaps,
            Rounded(pair.TextJaccard),
            string.Join(' ', pair.Both ?? []),
        ];

    private static decimal? Rounded(double? value) => value is { } known ? Math.Round((decimal)known, 4) : null;

    private static object InWorkbook(object? cell) => cell ?? "";

    private static int WidthOf(int column) =>
        column switch
        {
            0 => 22,
            1 => 40,
            _ => 14,
        };
}
