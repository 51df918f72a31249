using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Samla.Collect;

/// <summary>A workbook as somebody sent it: the texts of its cells, and nothing of what it could do.</summary>
/// <param name="Sheets">By their names.</param>
public sealed partial record WorkbookFile(IReadOnlyDictionary<string, IReadOnlyList<WorkbookFile.Row>> Sheets)
{
    public const int MostBytes = 5_000_000;
    public const int MostRows = 5_000;

    private const int MostEntries = 500;
    private const int MostColumns = 200;

    /// <summary>What a workbook may hold, so that reading one never takes more memory than is there.</summary>
    /// <param name="Bytes">The most that the file may be.</param>
    /// <param name="Rows">The most rows in all its sheets.</param>
    /// <param name="Unpacked">The most that it may grow to when it is unpacked; one of so many rows needs a tenth.</param>
    public sealed record Limits(int Bytes, int Rows, long Unpacked)
    {
        /// <summary>For what people fill in by hand.</summary>
        public static Limits Small { get; } = new(MostBytes, MostRows, 50_000_000);

        /// <summary>For what systems export.</summary>
        public static Limits Large { get; } = new(50_000_000, 100_000, 300_000_000);
    }

    /// <param name="Number">As the sheet numbers it, from 1.</param>
    /// <param name="Cells">By column, from 1; those that are empty are not there.</param>
    public sealed record Row(int Number, IReadOnlyDictionary<int, Cell> Cells)
    {
        public string TextAt(int column) => Cells.GetValueOrDefault(column)?.Text ?? "";
    }

    /// <param name="Number">What it holds where that is a number.</param>
    public sealed record Cell(string Text, double? Number = null);

    /// <summary>Reads a file; what cannot be used is told in Swedish.</summary>
    public static (WorkbookFile? File, string Refusal) Read(byte[] content) => Read(content, Limits.Small);

    /// <summary>As <see cref="Read(byte[])"/>, within other limits.</summary>
    public static (WorkbookFile? File, string Refusal) Read(byte[] content, Limits limits)
    {
        try
        {
            if (RefusalOf(content, limits) is { } refusal)
            {
                return (null, refusal);
            }

            return Parse(content, limits.Rows) is { } file
                ? (file, "")
                : (null, $"Filen har fler än {limits.Rows} rader. Dela upp den på flera filer.");
        }
        // Whatever a broken file makes a parser throw, it says the same to the one who sent it.
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return (null, Broken);
        }
    }

    private const string Broken =
        "Filen är skadad, eller ingen Excel-fil (.xlsx). Hämta filen här igen, för över det ni har skrivit och försök på nytt.";

    private static string? RefusalOf(byte[] content, Limits limits) =>
        content switch
        {
            { Length: 0 } => "Filen är tom.",
            { Length: var length } when length > limits.Bytes =>
                $"Filen är större än {limits.Bytes / 1_000_000} MB. Ta bort bilder och annat som inte hör till registret.",
            [0xD0, 0xCF, 0x11, 0xE0, ..] =>
                "Filen är i ett äldre Excel-format eller skyddad med lösenord. Spara den som .xlsx utan lösenord.",
            [(byte)'P', (byte)'K', 3, 4, ..] => RefusalOfPackage(content, limits.Unpacked),
            _ => "Det är ingen Excel-fil. Välj en fil som slutar på .xlsx.",
        };

    /// <summary>Unpacks everything once and throws it away, so that the parser never meets more than it can bear.</summary>
    private static string? RefusalOfPackage(byte[] content, long mostUnpacked)
    {
        using var package = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (package.Entries.Count > MostEntries || package.GetEntry("xl/workbook.xml") is null)
        {
            return Broken;
        }

        if (package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return "Filen innehåller makron. Spara den som en vanlig arbetsbok (.xlsx) utan makron.";
        }

        var unpacked = 0L;
        var buffer = new byte[81_920];
        foreach (var entry in package.Entries)
        {
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0; )
            {
                unpacked += read;
                if (unpacked > mostUnpacked)
                {
                    return "Filen är orimligt stor när den packas upp. Den är inte inläst.";
                }
            }
        }

        return null;
    }

    /// <summary>Null where there are more rows than anybody fills in.</summary>
    private static WorkbookFile? Parse(byte[] content, int mostRows)
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(content),
            isEditable: false,
            new OpenSettings { AutoSave = false }
        );
        var workbook = document.WorkbookPart!;
        var shared = SharedTexts(workbook);
        var sheets = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.OrdinalIgnoreCase);
        var left = mostRows;
        foreach (var sheet in workbook.Workbook!.Sheets!.Elements<Sheet>())
        {
            if (workbook.GetPartById(sheet.Id!.Value!) is WorksheetPart part)
            {
                List<Row> rows = [.. Rows(part, shared).Take(left + 1)];
                left -= rows.Count;
                if (left < 0)
                {
                    return null;
                }

                sheets[sheet.Name!.Value!.Trim()] = rows;
            }
        }

        return new WorkbookFile(sheets);
    }

    private static List<string> SharedTexts(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
                {
                    texts.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
                }
            }
        }

        return texts;
    }

    /// <summary>The rows that hold something.</summary>
    private static IEnumerable<Row> Rows(WorksheetPart part, List<string> shared)
    {
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(DocumentFormat.OpenXml.Spreadsheet.Row))
            {
                continue;
            }

            var row = (DocumentFormat.OpenXml.Spreadsheet.Row)reader.LoadCurrentElement()!;
            number = (int?)row.RowIndex?.Value ?? (number + 1);
            var cells = new Dictionary<int, Cell>();
            var column = 0;
            foreach (var cell in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            {
                column = cell.CellReference?.Value is { } place ? ColumnOf(place) : column + 1;
                if (column <= MostColumns && CellOf(cell, shared) is { } read && read.Text.Trim().Length > 0)
                {
                    cells[column] = read;
                }
            }

            if (cells.Count > 0)
            {
                yield return new Row(number, cells);
            }
        }
    }

    // A formula counts as what it showed when the file was saved; it is never worked out here.
    private static Cell? CellOf(DocumentFormat.OpenXml.Spreadsheet.Cell cell, List<string> shared)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return new Cell(shared[int.Parse(value, CultureInfo.InvariantCulture)]);
        }

        if (type == CellValues.InlineString)
        {
            return new Cell(cell.InlineString is { } text ? TextOf(text) : "");
        }

        if (type == CellValues.Boolean)
        {
            return new Cell(value == "1" ? "ja" : "nej");
        }

        if (
            type == CellValues.Number
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1e15
        )
        {
            return new Cell(InterventionTexts.OfNumber((decimal)number), number);
        }

        return value.Length == 0 ? null : new Cell(Unescaped(value));
    }

    private static string TextOf(OpenXmlElement element) =>
        Unescaped(
            string.Concat(
                element.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)
            )
        );

    /// <summary>Excel writes signs that XML cannot hold as "_x000D_".</summary>
    private static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    text,
                    match =>
                        (
                            (char)
                                int.Parse(
                                    match.Groups["sign"].Value,
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString()
                )
            : text;

    /// <summary>The number of a column by its letters: C in "C12" is 3.</summary>
    private static int ColumnOf(string place) =>
        place
            .TakeWhile(char.IsAsciiLetter)
            .Aggregate(0, (sum, letter) => (sum * 26) + char.ToUpperInvariant(letter) - 'A' + 1);

    [GeneratedRegex("_x(?<sign>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1_000)]
    public static partial Regex Escape();
}
