using System.Globalization;
using Samla.Collect;
using Samla.Common;
using Samla.Domain;

namespace Samla.Analyse;

/// <summary>A round's codings as a table: a row for each code that was given, with the words or the reason.</summary>
public static class CodingsTable
{
    // The most that a cell of a workbook holds is 32,767.
    private const int LongestCell = 32_000;

    private static readonly string[] Heads =
    [
        "kod",
        "etikett",
        "version",
        "uppgiftslämnare",
        "dokument",
        "länskod",
        "krav",
        "fråga",
        "textställe",
        "start",
        "längd",
        "citat",
        "stjärna",
        "skäl",
        "kodare",
        "tid",
        "anteckningar",
    ];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="codings">As they come; the mark of a round of reconstructed texts then ends each row.</param>
    /// <param name="cancellation">Stops in the middle.</param>
    public static Task WriteCsv(Stream output, ListCodings.Result codings, CancellationToken cancellation) =>
        Csv.Write(output, Lines(codings, cancellation), cancellation);

    /// <summary>An XLSX workbook.</summary>
    public static async Task WriteXlsx(Stream output, ListCodings.Result codings, CancellationToken cancellation)
    {
        var rows = await codings.Rows.ToListAsync(cancellation);
        using var workbook = new WorkbookWriter(output);
        workbook.AddSheet(
            "Kodningar",
            HeadsOf(codings),
            rows.Select(row => (IReadOnlyList<object>)[.. Cells(row, codings.Round.Mark).Select(InWorkbook)]),
            []
        );
    }

    private static async IAsyncEnumerable<IEnumerable<string?>> Lines(
        ListCodings.Result codings,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return HeadsOf(codings);
        await foreach (var row in codings.Rows.WithCancellation(cancellation))
        {
            yield return Cells(row, codings.Round.Mark).Select(Csv.Text);
        }
    }

    private static string[] HeadsOf(ListCodings.Result codings) =>
        codings.Round.Mark is null ? Heads : [.. Heads, "märkning"];

    private static IEnumerable<object?> Cells(ListCodings.Row row, string? mark) =>
        [
            row.Code.Value,
            row.Label,
            (decimal)row.Version,
            row.Reporter,
            row.Document,
            row.County?.ToString(),
            row.Requirement?.Value,
            row.Question,
            row.Passage is null ? "nej" : "ja",
            (decimal?)row.Passage?.Start,
            (decimal?)row.Passage?.Length,
            row.Passage?.Quote,
            row.Passage is { IsStarred: true } ? "ja" : "nej",
            row.Reason,
            row.Coder,
            row.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            string.Join("\n\n", row.Notes),
            .. mark is null ? (string[])[] : [mark],
        ];

    private static object InWorkbook(object? cell) =>
        cell switch
        {
            null => "",
            string { Length: > LongestCell } text => Characters.Beginning(text, LongestCell),
            _ => cell,
        };
}
