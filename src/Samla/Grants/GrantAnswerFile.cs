using System.Text.Json;
using Samla.Collect;
using Samla.Common;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>An answer that the decisions give, as files: a row for each sum, amounts in kronor.</summary>
public static class GrantAnswerFile
{
    private const string Total = "total";

    /// <param name="output">Is written to and left open.</param>
    public static void WriteCsv(Stream output, ViewGrants.Result answer) =>
        Csv.Write(
            output,
            ["row", "rowName", "column", "columnName", "measure", "amount", "cases", "hidden", "appropriation"],
            Sums(answer)
                .Select(sum =>
                    (IEnumerable<string?>)
                        [
                            sum.Row.Key,
                            sum.Row.Name,
                            sum.Column?.Key,
                            sum.Column?.Name,
                            sum.Measure.Id,
                            Csv.Text(sum.Amount),
                            Csv.Text(sum.Cases),
                            sum.IsHidden ? "true" : "false",
                            AppropriationOf(answer),
                        ]
                ),
            answer.HasMadeUp ? GrantWords.MadeUp : null
        );

    /// <param name="output">Is written to and left open.</param>
    public static void WriteXlsx(Stream output, ViewGrants.Result answer)
    {
        using var workbook = new WorkbookWriter(output);
        workbook.AddSheet(
            "Medel",
            [
                answer.View.RowHead,
                answer.View.Series is { } series ? GrantWords.HeadOf(series) : "Del",
                "Mått",
                "Kronor",
                "Ärenden",
                "Märkning",
            ],
            Sums(answer)
                .Select(sum =>
                    (IReadOnlyList<object>)
                        [
                            sum.Row.Name,
                            sum.Column?.Name ?? "Tillsammans",
                            sum.Measure.Name,
                            sum.Amount is { } amount ? amount : "visas inte",
                            sum.Cases is { } cases ? (decimal)cases : "",
                            answer.HasMadeUp ? GrantWords.MadeUp : "",
                        ]
                ),
            []
        );
        workbook.AddSheet(
            "Om talen",
            ["Uppgift", "Värde"],
            [
                ["Fråga", answer.View.Title],
                ["Beslutsår", $"{answer.Cut.FromYear}–{answer.Cut.ToYear}"],
                ["Anslag", AppropriationOf(answer)],
                ["Län", answer.Cut.County ?? "alla"],
                ["Uppgifterna", answer.HasMadeUp ? GrantWords.MadeUp : "inlästa beslut"],
                .. answer.InhabitantsYear is { } year
                    ? (IReadOnlyList<object>[])
                        [
                            ["Invånare", $"folkmängden vid utgången av {year}"],
                        ]
                    : [],
            ],
            []
        );
    }

    /// <param name="output">Is written to and left open.</param>
    public static void WriteJson(Stream output, ViewGrants.Result answer)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("mark", answer.HasMadeUp ? GrantWords.MadeUp : null);
        json.WriteString("title", answer.View.Title);
        json.WriteString("appropriation", AppropriationOf(answer));
        json.WriteString("county", answer.Cut.County);
        json.WriteString("years", $"{answer.Cut.FromYear}-{answer.Cut.ToYear}");
        json.WriteStartArray("sums");
        foreach (var sum in Sums(answer))
        {
            json.WriteStartObject();
            json.WriteString("row", sum.Row.Key);
            json.WriteString("rowName", sum.Row.Name);
            json.WriteString("column", sum.Column?.Key);
            json.WriteString("columnName", sum.Column?.Name);
            json.WriteString("measure", sum.Measure.Id);
            json.WritePropertyName("amount");
            if (sum.Amount is { } amount)
            {
                json.WriteNumberValue(amount);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WritePropertyName("cases");
            if (sum.Cases is { } cases)
            {
                json.WriteNumberValue(cases);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteBoolean("hidden", sum.IsHidden);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What an amount is, and what a person calls it.</summary>
    private sealed record Measure(string Id, string Name)
    {
        public static Measure Granted { get; } = new("granted", "beviljat");

        private static Measure Paid { get; } = new("paid", "utbetalt");

        private static Measure Others { get; } = new("others", "andra medel");

        /// <summary>Paid where there is a column for a year of payment, otherwise granted, but for what others pay.</summary>
        public static Measure Of(ViewGrants.Result answer, ViewGrants.Heading column) =>
            answer.View == GrantView.Payments ? Paid
            : answer.View == GrantView.Leverage && column.Key == ViewGrants.Others ? Others
            : Granted;
    }

    private static string AppropriationOf(ViewGrants.Result answer) =>
        answer.Cut.Appropriation == Appropriation.Transport ? "1:2" : "1:1";

    /// <summary>Every sum of the table; those of too few cases without their numbers.</summary>
    private static IEnumerable<(
        ViewGrants.Heading Row,
        ViewGrants.Heading? Column,
        Measure Measure,
        decimal? Amount,
        int? Cases,
        bool IsHidden
    )> Sums(ViewGrants.Result answer)
    {
        var isCounted = answer.View != GrantView.Leverage; // whose cases are those of the row
        foreach (var row in answer.Rows.Append(answer.All with { Heading = answer.All.Heading with { Key = Total } }))
        {
            foreach (var (column, part) in answer.Columns.Zip(row.Parts).Where(one => one.Second.Cases > 0))
            {
                yield return (
                    row.Heading,
                    column,
                    Measure.Of(answer, column),
                    part.IsHidden ? null : part.Amount / 100m,
                    part.IsHidden || !isCounted ? null : part.Cases,
                    part.IsHidden
                );
            }

            if (row.Unsaid.Cases > 0)
            {
                yield return (
                    row.Heading,
                    new ViewGrants.Heading(null, answer.View.UnsaidHead),
                    Measure.Granted,
                    row.Unsaid.Amount / 100m,
                    isCounted ? row.Unsaid.Cases : null,
                    false
                );
            }

            if (answer.View.Figure is { } figure && row is { IsHidden: false, Figure: { } number })
            {
                yield return (
                    row.Heading,
                    null,
                    new Measure(figure.Id, figure.Unit),
                    Math.Round(number, 2, MidpointRounding.AwayFromZero),
                    null,
                    false
                );
            }

            yield return (
                row.Heading,
                null,
                Measure.Granted,
                row.IsHidden ? null : row.Total / 100m,
                row.IsHidden ? null : row.Cases,
                row.IsHidden
            );
        }
    }
}
