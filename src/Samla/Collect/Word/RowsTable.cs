using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>Rows of a requirement's own table as a table of a Word file: to be filled in, or for reading.</summary>
internal static class RowsTable
{
    /// <summary>Empty rows in a template: more can be added in Word.</summary>
    private const int Spare = 3;

    /// <summary>The width of the text on a page, in twips.</summary>
    private const int Width = 8_730;

    private const string RowMark = "rad_";

    /// <summary>A row that is there has a mark by which it is found again when the file comes back.</summary>
    /// <param name="writer">Where the table is written.</param>
    /// <param name="sheet">What there is to write.</param>
    /// <param name="mark">Gives each mark a number of its own in the file.</param>
    public static void WriteToFillIn(OpenXmlWriter writer, ViewSubmission.ItemTable sheet, Func<int> mark)
    {
        var table = Start(writer, sheet.Table);
        foreach (var row in sheet.Rows)
        {
            var number = mark().ToString(CultureInfo.InvariantCulture);
            table.WriteRow(
                writer,
                sheet.Table.InOrder.Select(
                    (column, place) =>
                        Cell(
                            row.Cells[column]?.In(column) ?? "",
                            place > 0
                                ? []
                                :
                                [
                                    new BookmarkStart { Id = number, Name = $"{RowMark}{row.Row.Id.Value:N}" },
                                    new BookmarkEnd { Id = number },
                                ]
                        )
                )
            );
        }

        for (var spare = 0; spare < Spare; spare++)
        {
            table.WriteRow(writer, sheet.Table.InOrder.Select(_ => Cell("")));
        }

        DocxTable.End(writer);
    }

    /// <summary>For reading, with the sums of what can be summed.</summary>
    public static void WriteToRead(OpenXmlWriter writer, TemplateTable asked, IReadOnlyList<RowCells> rows)
    {
        var table = Start(writer, asked);
        foreach (var row in rows)
        {
            table.WriteRow(writer, asked.InOrder.Select(column => Cell(row[column]?.In(column) ?? "–")));
        }

        if (rows.Count > 1 && asked.Columns.Exists(column => column.CanBeSummed))
        {
            table.WriteRow(writer, asked.InOrder.Select((column, place) => Cell(SumOf(rows, column, place))));
        }

        DocxTable.End(writer);
    }

    /// <summary>The row that a mark in a file stands in; null for other marks.</summary>
    public static Guid? RowOf(string? bookmark) =>
        bookmark?.StartsWith(RowMark, StringComparison.Ordinal) == true
        && Guid.TryParseExact(bookmark[RowMark.Length..], "N", out var row)
            ? row
            : null;

    /// <summary>What there is to know of each column before it is filled in; none where the titles say it all.</summary>
    public static IEnumerable<string> Advice(TemplateTable table) =>
        from column in table.InOrder
        let choices = column.Options.Count == 0
            ? ""
            : $"{(column.Type == ColumnType.Choice ? "En av" : "En eller flera av, med semikolon emellan")}: {string.Join("; ", column.Options.OrderBy(option => option.Order).Select(option => option.Label))}."
        let limit = column.CharacterLimit is { } most ? $"Högst {SwedishFigures.Of(most)} tecken." : ""
        let advice = string.Join(' ', new[] { column.Help, choices, limit }.Where(text => text.Length > 0))
        where advice.Length > 0 || !column.IsRequired
        select $"{column.Heading}{(column.IsRequired ? "" : ", frivilligt")}: {advice}".TrimEnd(' ', ':');

    private static string SumOf(IReadOnlyList<RowCells> rows, TableColumn column, int place)
    {
        var numbers = rows.Select(row => row[column]).OfType<CellValue.Number>().ToList();
        var sum = column.CanBeSummed && numbers.Count > 0 ? SwedishFigures.Of(numbers.Sum(one => one.Amount)) : "";
        return place == 0 ? $"Summa {sum}".TrimEnd() : sum;
    }

    private static DocxTable Start(OpenXmlWriter writer, TemplateTable asked)
    {
        var columns = asked.InOrder.ToList();
        var all = columns.Sum(Weight);
        var table = new DocxTable([.. columns.Select(column => (column.Heading, Width: Width * Weight(column) / all))]);
        table.Start(writer, asked.Title);
        return table;
    }

    private static int Weight(TableColumn column) =>
        column.Type switch
        {
            ColumnType.Text => 4,
            ColumnType.Number or ColumnType.Date or ColumnType.Choice or ColumnType.MultiChoice or ColumnType.Link => 3,
        };

    private static IEnumerable<Paragraph> Cell(string text, params OpenXmlElement[] marks) =>
        text.Split('\n')
            .Select(
                (line, place) =>
                    DocxText.Paragraph(DocxStyles.TableText, [.. place == 0 ? marks : [], DocxText.Run(line)])
            );
}
