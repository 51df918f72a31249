using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>The styles of the annex: its tables, their captions and what stands under them.</summary>
internal static class DocxTableStyles
{
    public static IEnumerable<Style> Make() =>
        [
            DocxLook.Paragraph(
                "caption",
                DocxStyles.Caption,
                new()
                {
                    KeepNext = new(),
                    KeepLines = new(),
                    SpacingBetweenLines = DocxLook.Spacing(320, 100, lines: 1.05),
                },
                new()
                {
                    Bold = new(),
                    Color = DocxLook.Ink(DocxLook.Green),
                    FontSize = DocxLook.Size(10.5),
                }
            ),
            DocxLook.Paragraph(
                "Table Text",
                DocxStyles.TableText,
                new() { SpacingBetweenLines = DocxLook.Spacing(40, 40, lines: 1.05) },
                new() { FontSize = DocxLook.Size(9.5) },
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Colophon",
                DocxStyles.Colophon,
                new() { SpacingBetweenLines = DocxLook.Spacing(320, 0, lines: 1.05) },
                new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(9.5) },
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Table Header",
                DocxStyles.TableHeader,
                new(),
                new() { Bold = new() },
                basedOn: DocxStyles.TableText,
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Table Remark",
                DocxStyles.TableRemark,
                new(),
                new() { Italic = new(), Color = DocxLook.Ink(DocxLook.Grey) },
                basedOn: DocxStyles.TableText,
                isOwn: true
            ),
            new Style
            {
                Type = StyleValues.Table,
                StyleId = "TableNormal",
                Default = true,
                StyleName = new() { Val = "Normal Table" },
                SemiHidden = new(),
                StyleTableProperties = new()
                {
                    TableIndentation = new() { Width = 0, Type = TableWidthUnitValues.Dxa },
                    TableCellMarginDefault = CellMargins(),
                },
            },
            new Style
            {
                Type = StyleValues.Table,
                StyleId = DocxStyles.Table,
                CustomStyle = true,
                StyleName = new() { Val = "Samla Table" },
                BasedOn = new() { Val = "TableNormal" },
                StyleTableProperties = new()
                {
                    TableBorders = new()
                    {
                        TopBorder = new()
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Color = DocxLook.Green,
                        },
                        BottomBorder = new()
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Color = DocxLook.Green,
                        },
                        InsideHorizontalBorder = new()
                        {
                            Val = BorderValues.Single,
                            Size = 4,
                            Color = DocxLook.Hairline,
                        },
                    },
                    TableCellMarginDefault = CellMargins(),
                },
            },
        ];

    private static TableCellMarginDefault CellMargins() =>
        new()
        {
            TableCellLeftMargin = new() { Width = 70, Type = TableWidthValues.Dxa },
            TableCellRightMargin = new() { Width = 70, Type = TableWidthValues.Dxa },
        };
}
