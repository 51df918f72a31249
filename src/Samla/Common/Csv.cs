using System.Text;

namespace Samla.Common;

/// <summary>Comma-separated values as RFC 4180 has them, in UTF-8.</summary>
internal static class Csv
{
    /// <summary>Writes rows; a cell with a comma, quotation mark or line break is quoted.</summary>
    public static void Write(Stream output, IEnumerable<IEnumerable<string?>> rows)
    {
        using var writer = new StreamWriter(
            output,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            leaveOpen: true
        )
        {
            NewLine = "\r\n",
        };
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    private static string Cell(string? value) =>
        value is null ? ""
        : value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
