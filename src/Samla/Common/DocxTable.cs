using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>A table of fixed columns, written a row at a time. Its header row comes again on every page.</summary>
internal sealed class DocxTable(params (string Header, int Width)[] columns)
{
    /// <param name="writer">Where the table is written.</param>
    /// <param name="title">What a screen reader says the table is.</param>
    public void Start(OpenXmlWriter writer, string title)
    {
        writer.WriteStartElement(new Table());
        writer.WriteElement(
            new TableProperties
            {
                TableStyle = new() { Val = DocxStyles.Table },
                TableWidth = new()
                {
                    Width = Twips(columns.Sum(column => column.Width)),
                    Type = TableWidthUnitValues.Dxa,
                },
                TableLayout = new() { Type = TableLayoutValues.Fixed },
                TableLook = new()
                {
                    FirstRow = true,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                TableCaption = new() { Val = SafeText.Of(title) },
            }
        );
        writer.WriteElement(new TableGrid(columns.Select(column => new GridColumn { Width = Twips(column.Width) })));
        WriteRow(
            writer,
            new TableRowProperties(new CantSplit(), new TableHeader()),
            columns.Select(column => new[] { DocxText.Paragraph(DocxStyles.TableHeader, DocxText.Run(column.Header)) })
        );
    }

    /// <param name="writer">Where the table is written.</param>
    /// <param name="cells">One for each column, each with at least one paragraph.</param>
    public void WriteRow(OpenXmlWriter writer, params IEnumerable<IEnumerable<Paragraph>> cells) =>
        WriteRow(writer, new TableRowProperties(new CantSplit()), cells);

    public static void End(OpenXmlWriter writer) => writer.WriteEndElement();

    private void WriteRow(
        OpenXmlWriter writer,
        TableRowProperties properties,
        IEnumerable<IEnumerable<Paragraph>> cells
    ) =>
        writer.WriteElement(
            new TableRow([
                properties,
                .. columns.Zip(
                    cells,
                    (column, content) =>
                        new TableCell([
                            new TableCellProperties
                            {
                                TableCellWidth = new() { Width = Twips(column.Width), Type = TableWidthUnitValues.Dxa },
                            },
                            .. content,
                        ])
                ),
            ])
        );

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}
