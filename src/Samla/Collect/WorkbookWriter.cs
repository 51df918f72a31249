using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Samla.Collect;

/// <summary>How a sheet is laid out that is more than columns of text.</summary>
/// <param name="FrozenColumns">How many stay in sight beside the first row.</param>
/// <param name="WidthOf">A column's width in signs, by its number from 0.</param>
/// <param name="HasFilter">Whether the first row has a choice of rows in each column.</param>
internal sealed record SheetLayout(int FrozenColumns, Func<int, int> WidthOf, bool HasFilter);

/// <summary>Writes a workbook of texts and numbers. A text is a text whatever it begins with: no program takes it for a formula.</summary>
internal sealed class WorkbookWriter : IDisposable
{
    private const uint HeadStyle = 1;
    private const uint TextStyle = 2;
    private const uint QuotedStyle = 3;
    private const uint NumberStyle = 4;

    private static readonly System.Buffers.SearchValues<char> BeginsFormula = System.Buffers.SearchValues.Create(
        "=+-@\t\r"
    );

    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly Sheets _sheets;

    public WorkbookWriter(Stream output)
    {
        _document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        _workbook = _document.AddWorkbookPart();
        _sheets = new Sheets();
        _workbook.Workbook = new Workbook(_sheets);
        _workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
    }

    /// <param name="name">The sheet's name.</param>
    /// <param name="heads">The first row.</param>
    /// <param name="rows">The others: texts and decimals.</param>
    /// <param name="lists">The columns, from 0, that have a list to choose from, with what it holds.</param>
    /// <param name="layout">How it is laid out; null for columns of text with the first row in sight.</param>
    public void AddSheet(
        string name,
        IReadOnlyList<string> heads,
        IEnumerable<IReadOnlyList<object>> rows,
        IReadOnlyList<(int Column, string List)> lists,
        SheetLayout? layout = null
    )
    {
        var part = _workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(Frozen(layout?.FrozenColumns ?? 0)));
            writer.WriteElement(
                new Columns(heads.Select((_, at) => Width(at, layout?.WidthOf(at) ?? (at == 0 ? 22 : 30))))
            );
            writer.WriteStartElement(new SheetData());
            writer.WriteElement(new Row(heads.Select(head => TextCell(head, HeadStyle))));
            var written = 0;
            foreach (var row in rows)
            {
                writer.WriteElement(new Row(row.Select(CellOf)));
                written++;
            }

            writer.WriteEndElement();
            if (layout is { HasFilter: true })
            {
                writer.WriteElement(new AutoFilter { Reference = $"A1:{LettersOf(heads.Count - 1)}{written + 1}" });
            }

            if (lists.Count > 0)
            {
                writer.WriteElement(new DataValidations(lists.Select(list => Validation(list.Column, list.List))));
            }

            writer.WriteEndElement();
        }

        var number = (uint)_sheets.ChildElements.Count + 1;
        _sheets.Append(
            new Sheet
            {
                Id = _workbook.GetIdOfPart(part),
                SheetId = number,
                Name = name,
            }
        );
    }

    public void Dispose() => _document.Dispose();

    private static Cell CellOf(object value) =>
        value switch
        {
            decimal number => new Cell
            {
                StyleIndex = NumberStyle,
                CellValue = new CellValue((number / 1.0000000000m).ToString(CultureInfo.InvariantCulture)),
            },
            string text => TextCell(text, text.AsSpan().IndexOfAny(BeginsFormula) == 0 ? QuotedStyle : TextStyle),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

    private static Cell TextCell(string text, uint style) =>
        text.Length == 0
            ? new Cell { StyleIndex = style }
            : new Cell(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            };

    /// <summary>As XML and Excel can hold it: signs that XML cannot are left out, and what looks like Excel's escape is escaped.</summary>
    private static string Writable(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(IsWritable).Select(rune => rune.ToString()));
        return WorkbookFile.Escape().Replace(kept, match => $"_x005F{match.Value}");
    }

    private static bool IsWritable(System.Text.Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static SheetView Frozen(int columns) =>
        new(
            new Pane
            {
                VerticalSplit = 1,
                HorizontalSplit = columns == 0 ? null : new DoubleValue((double)columns),
                TopLeftCell = $"{LettersOf(columns)}2",
                ActivePane = columns == 0 ? PaneValues.BottomLeft : PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            }
        )
        {
            WorkbookViewId = 0,
        };

    private static Column Width(int at, int width) =>
        new()
        {
            Min = (uint)at + 1,
            Max = (uint)at + 1,
            Width = width,
            CustomWidth = true,
        };

    private static DataValidation Validation(int column, string list) =>
        new(new Formula1($"\"{list}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue>([
                $"{LettersOf(column)}2:{LettersOf(column)}{WorkbookFile.MostRows + 1}",
            ]),
        };

    private static string LettersOf(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : LettersOf((column / 26) - 1) + (char)('A' + (column % 26));

    private static Stylesheet Styles()
    {
        static CellFormat Format(uint number, uint font, bool isQuoted = false, bool wraps = true) =>
            new(new Alignment { WrapText = wraps, Vertical = VerticalAlignmentValues.Top })
            {
                NumberFormatId = number,
                FontId = font,
                QuotePrefix = isQuoted,
                ApplyNumberFormat = true,
                ApplyFont = true,
                ApplyAlignment = true,
            };

        const uint AsText = 49;
        return new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                Format(AsText, font: 1),
                Format(AsText, font: 0),
                Format(AsText, font: 0, isQuoted: true),
                Format(0, font: 0, wraps: false)
            )
        );
    }
}
