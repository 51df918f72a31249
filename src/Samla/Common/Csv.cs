using System.Buffers;
using System.Globalization;
using System.Text;

namespace Samla.Common;

/// <summary>Comma-separated values as RFC 4180 has them, in UTF-8.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> BeginsFormula = SearchValues.Create("=+-@\t\r");

    /// <summary>
    /// A text that others wrote, as a cell that no spreadsheet takes for a formula: the sign that would begin one gets an
    /// apostrophe before it.
    /// </summary>
    public static string Inert(string text) => text.AsSpan().IndexOfAny(BeginsFormula) == 0 ? $"'{text}" : text;

    /// <summary>A cell of a table: texts as <see cref="Inert"/> has them, numbers as they are everywhere.</summary>
    public static string? Text(object? cell) =>
        cell is string text ? Inert(text) : Convert.ToString(cell, CultureInfo.InvariantCulture);

    /// <summary>Writes a table of a round; the mark of one of reconstructed texts, if any, then ends each row.</summary>
    public static void Write(
        Stream output,
        IEnumerable<string> heads,
        IEnumerable<IEnumerable<string?>> rows,
        string? mark
    ) =>
        Write(
            output,
            rows.Select(row => row.Concat(mark is null ? [] : [mark]))
                .Prepend(heads.Concat(mark is null ? [] : ["märkning"]))
        );

    /// <summary>Writes rows; a cell with a comma, quotation mark or line break is quoted.</summary>
    public static void Write(Stream output, IEnumerable<IEnumerable<string?>> rows)
    {
        using var writer = Writer(output);
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    /// <summary>Writes rows as they come.</summary>
    public static async Task Write(
        Stream output,
        IAsyncEnumerable<IEnumerable<string?>> rows,
        CancellationToken cancellation
    )
    {
        await using var writer = Writer(output);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await writer.WriteLineAsync(string.Join(',', row.Select(Cell)).AsMemory(), cancellation);
        }
    }

    private static StreamWriter Writer(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };

    private static string Cell(string? value) =>
        value is null ? ""
        : value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
