using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>Tables and figures of counts in a Word file: all of them tables that can be read aloud and edited, none a picture.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="number">A row's number, with the place that the annex leads to.</param>
internal sealed class DocxExhibit(OpenXmlWriter writer, Func<ReportClaim, string, IEnumerable<OpenXmlElement>> number)
{
    private const string Filled = "0B5A50";
    private const string Empty = "E4EBE8";
    private const int TileWidth = 560;
    private const int Label = 3_000;
    private const int Digits = 900;
    private const int Wide = DocxStyles.TextWidth - Label - Digits;

    // A bar of all, with its number, fills its column.
    private const int MostSigns = 54;

    public void Write(ReportBlock.Exhibit exhibit)
    {
        var place = exhibit.Number.ToString(CultureInfo.InvariantCulture);
        writer.WriteElement(
            DocxText.Paragraph(
                DocxStyles.Caption,
                DocxText.Run($"{exhibit.Form.Swedish} "),
                // What Word numbers after it, as the annex, goes on from there.
                DocxText.Field($"SEQ {exhibit.Form.Swedish} \\* ARABIC \\r {place}", place),
                DocxText.Run($". {exhibit.Title}")
            )
        );
        switch (exhibit.Form)
        {
            case ExhibitForm.Table:
                WriteRows(
                    exhibit,
                    new DocxTable(("Påstående", Label), ("Antal", Digits), (exhibit.Counted, Wide)),
                    row => [Text(row.Label), Number(row), Text(ReportBlock.Exhibit.NamesOf(row))]
                );
                break;
            case ExhibitForm.Bars:
                WriteRows(
                    exhibit,
                    new DocxTable(("Påstående", Label), ("Andel av dem som fick frågan", Wide), ("Antal", Digits)),
                    row => [Text(row.Label), Bar(row), Number(row)]
                );
                break;
            case ExhibitForm.Map:
                foreach (var row in exhibit.Rows)
                {
                    WriteMap(row);
                }

                break;
        }

        // What follows would else stand close under it.
        foreach (var remark in exhibit.Remarks.DefaultIfEmpty(""))
        {
            writer.WriteElement(DocxText.Paragraph(DocxStyles.TableRemark, DocxText.Run(remark)));
        }
    }

    private void WriteRows(
        ReportBlock.Exhibit exhibit,
        DocxTable table,
        Func<ReportClaim, IEnumerable<Paragraph>> cells
    )
    {
        table.Start(writer, exhibit.Caption);
        foreach (var row in exhibit.Rows)
        {
            table.WriteRow(writer, cells(row).Select(cell => new[] { cell }));
        }

        DocxTable.End(writer);
    }

    private Paragraph Number(ReportClaim row) =>
        DocxText.Paragraph(
            DocxStyles.TableText,
            [.. number(row, row.Standing.Says.Count.ToString(CultureInfo.InvariantCulture))]
        );

    /// <summary>Spaces with a ground: a bar that is as long as the number, which follows in words.</summary>
    private static Paragraph Bar(ReportClaim row)
    {
        var (says, called) = (row.Standing.Says.Count, row.Standing.Called.Count);
        var signs = says * MostSigns / Math.Max(1, called);
        return DocxText.Paragraph(
            DocxStyles.TableText,
            DocxText.Run(new string('\u00a0', signs), new RunProperties { Shading = Ground(Filled) }),
            DocxText.Run(new string('\u00a0', MostSigns - signs), new RunProperties { Shading = Ground(Empty) }),
            DocxText.Run(string.Create(CultureInfo.InvariantCulture, $" {says} av {called}"))
        );
    }

    private void WriteMap(ReportClaim row)
    {
        writer.WriteElement(
            DocxText.Paragraph(
                DocxStyles.Normal,
                [DocxText.Run($"{row.Label}: ", new() { Bold = new() }), .. number(row, row.Words)]
            )
        );
        writer.WriteStartElement(new Table());
        writer.WriteElement(
            new TableProperties
            {
                TableWidth = new() { Width = Twips(RegionOrder.Columns * TileWidth), Type = TableWidthUnitValues.Dxa },
                TableBorders = new()
                {
                    InsideHorizontalBorder = Gap<InsideHorizontalBorder>(),
                    InsideVerticalBorder = Gap<InsideVerticalBorder>(),
                },
                TableLayout = new() { Type = TableLayoutValues.Fixed },
                TableCaption = new() { Val = SafeText.Of($"Karta: {row.Label}") },
            }
        );
        writer.WriteElement(
            new TableGrid(
                Enumerable.Range(0, RegionOrder.Columns).Select(_ => new GridColumn { Width = Twips(TileWidth) })
            )
        );
        foreach (var line in RegionOrder.NorthToSouth.GroupBy(cell => cell.Row))
        {
            writer.WriteElement(
                new TableRow([
                    new TableRowProperties(new CantSplit()),
                    .. Enumerable
                        .Range(0, RegionOrder.Columns)
                        .Select(column => Tile(line.FirstOrDefault(cell => cell.Column == column), row.Standing.Says)),
                ])
            );
        }

        writer.WriteEndElement();
        writer.WriteElement(DocxText.Paragraph(DocxStyles.TableRemark, DocxText.Run(ReportBlock.Exhibit.NamesOf(row))));
    }

    private static TableCell Tile(RegionCell? cell, RegionSet says)
    {
        var isFilled = cell is not null && says.Contains(cell.Region);
        return new TableCell([
            new TableCellProperties
            {
                TableCellWidth = new() { Width = Twips(TileWidth), Type = TableWidthUnitValues.Dxa },
                Shading = cell is null ? null : Ground(isFilled ? Filled : Empty),
            },
            DocxText.Paragraph(
                DocxStyles.TableText,
                DocxText.Run(cell?.Letter ?? "", isFilled ? new() { Color = new() { Val = "FFFFFF" } } : null)
            ),
        ]);
    }

    private static T Gap<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 12,
            Color = "FFFFFF",
        };

    private static Shading Ground(string color) => new() { Val = ShadingPatternValues.Clear, Fill = color };

    private static Paragraph Text(string text) => DocxText.Paragraph(DocxStyles.TableText, DocxText.Run(text));

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}
