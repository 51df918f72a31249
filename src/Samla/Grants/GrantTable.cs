using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Samla.Collect;

namespace Samla.Grants;

/// <summary>A file of decisions as it was sent: its heads and the texts of its rows, from CSV or the one sheet of an XLSX workbook.</summary>
/// <param name="Heads">The names of its columns, in order.</param>
/// <param name="Rows">The others, read as they are asked for; each with its number in the file, from 1 with the heads.</param>
/// <param name="IsWorkbook">Whether days may be numbers, as workbooks keep them.</param>
internal sealed record GrantTable(
    IReadOnlyList<string> Heads,
    IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows,
    bool IsWorkbook
)
{
    /// <summary>A million rows with a dozen columns take a third of it.</summary>
    public const int MostBytes = 300_000_000;

    /// <summary>No cell that is asked for is so long; where one is, a quotation mark is likelier to be missing.</summary>
    public const int LongestCell = 300;

    private const int MostColumns = 200;

    /// <summary>Reads the heads; what cannot be used is told in Swedish.</summary>
    public static (GrantTable? Table, string? Refusal) Open(Stream content)
    {
        if (content.Length > MostBytes)
        {
            return (null, $"Filen är större än {MostBytes / 1_000_000} MB. Dela upp den på flera filer.");
        }

        var (table, refusal) = IsZip(content) ? OfWorkbook(content) : OfText(content);
        return table is null ? (null, refusal)
            : table.Heads.Count > MostColumns ? (null, $"Filen har fler än {MostColumns} kolumner.")
            : table.Heads.Any(head => head.Length > LongestCell)
                ? (
                    null,
                    $"Filen har en rubrik som är längre än {LongestCell} tecken. Den första raden ska säga vad kolumnerna heter."
                )
            : table.Heads.All(head => head.Length == 0)
                ? (null, "Filen har inga rubriker. Den första raden ska säga vad kolumnerna heter.")
            : table
                .Heads.Where(head => head.Length > 0)
                .GroupBy(head => head, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(same => same.Skip(1).Any())
                is { } twice
                ? (null, $"Filen har två kolumner som heter ”{twice.Key}”. Ge dem olika rubriker.")
            : (table, null);
    }

    private static bool IsZip(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static (GrantTable? Table, string? Refusal) OfWorkbook(Stream content)
    {
        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        var (file, refusal) = WorkbookFile.Read(bytes, WorkbookFile.Limits.Large);
        if (file is null)
        {
            return (null, refusal);
        }

        List<IReadOnlyList<WorkbookFile.Row>> filled = [.. file.Sheets.Values.Where(sheet => sheet.Count > 0)];
        if (filled.Count != 1)
        {
            return (
                null,
                filled.Count == 0
                    ? "Arbetsboken är tom."
                    : "Arbetsboken har flera blad med rader. Spara ett blad i taget som en egen fil, så att inget blir oläst."
            );
        }

        var rows = filled[0];
        var rest = rows.Skip(1).Select(row => (row.Number, (IReadOnlyList<string>)Cells(row)));
        return (new GrantTable(Cells(rows[0]), rest, IsWorkbook: true), null);

        static List<string> Cells(WorkbookFile.Row row) =>
            [
                .. Enumerable
                    .Range(1, row.Cells.Count == 0 ? 0 : row.Cells.Keys.Max())
                    .Select(column => row.TextAt(column).Trim()),
            ];
    }

    private static (GrantTable? Table, string? Refusal) OfText(Stream content)
    {
        var (encoding, delimiter, refusal) = Look(content);
        if (encoding is null)
        {
            return (null, refusal);
        }

        content.Position = 0;
        var rows = Lines(content, encoding, delimiter).GetEnumerator();
        if (!rows.MoveNext())
        {
            return (null, "Filen är tom.");
        }

        return (
            new GrantTable([.. rows.Current.Cells.Select(cell => cell.Trim())], Ahead(Rest(rows)), IsWorkbook: false),
            null
        );
    }

    /// <summary>Reads all of it once, and keeps nothing: how it is written, or why it is no text.</summary>
    private static (Encoding? Encoding, string Delimiter, string? Refusal) Look(Stream content)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var buffer = new byte[1 << 16];
        var signs = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var (isUtf8, isEmpty, delimiter) = (true, true, "");
        content.Position = 0;
        for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; )
        {
            var piece = buffer.AsSpan(0, read);
            if (piece.Contains((byte)0))
            {
                return (null, "", "Filen är ingen textfil. Välj en CSV-fil i UTF-8 eller en Excel-fil (.xlsx).");
            }

            delimiter = delimiter.Length == 0 ? DelimiterOf(piece) : delimiter;
            isEmpty = isEmpty && piece.Trim(" \r\n\t"u8).Length == 0;
            isUtf8 = isUtf8 && Fits(piece, isLast: false);
        }

        isUtf8 = isUtf8 && Fits([], isLast: true);

        return isEmpty
            ? (null, "", "Filen är tom.")
            : (isUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!, delimiter, null);

        bool Fits(ReadOnlySpan<byte> piece, bool isLast)
        {
            try
            {
                _ = decoder.GetChars(piece, signs, isLast);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rest(
        IEnumerator<(int Number, IReadOnlyList<string> Cells)> rows
    )
    {
        using (rows)
        {
            while (rows.MoveNext())
            {
                yield return rows.Current;
            }
        }
    }

    /// <summary>Reads beside whoever uses the rows, some of them ahead: cutting lines into cells is a fourth of what a large file takes.</summary>
    private static IEnumerable<T> Ahead<T>(IEnumerable<T> rows)
    {
        using var batches = new BlockingCollection<T[]>(boundedCapacity: 2);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(Read);
        try
        {
            foreach (var row in batches.GetConsumingEnumerable().SelectMany(batch => batch))
            {
                yield return row;
            }
        }
        finally
        {
            stop.Cancel();
            reading.GetAwaiter().GetResult(); // ended or failed: nobody reads the file after this
        }

        void Read()
        {
            try
            {
                foreach (var batch in rows.Chunk(256))
                {
                    batches.Add(batch, stop.Token);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The rest is not asked for.
            }
            finally
            {
                batches.CompleteAdding();
            }
        }
    }

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Lines(
        Stream content,
        Encoding encoding,
        string delimiter
    )
    {
        using var text = new StreamReader(content, encoding, leaveOpen: true);
        using var parser = new CsvParser(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter,
                BadDataFound = null, // a quotation mark in the middle of a text is that text's own
                MaxFieldSize = 0,
                BufferSize = 1 << 16,
            }
        );
        while (parser.Read())
        {
            yield return (parser.RawRow, parser.Record!);
        }
    }

    /// <summary>The sign that there are most of among the heads: a semicolon, a tab or a comma.</summary>
    private static string DelimiterOf(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? content : content[..end];
        return (line.Count((byte)';'), line.Count((byte)'\t'), line.Count((byte)',')) switch
        {
            var (semicolons, tabs, commas) when semicolons > 0 && semicolons >= Math.Max(tabs, commas) => ";",
            var (_, tabs, commas) when tabs > commas => "\t",
            _ => ",",
        };
    }
}
