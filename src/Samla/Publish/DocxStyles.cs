using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Publish;

/// <summary>
/// How the Word file looks. Names that Word knows ("heading 1", "List Bullet") are shown in the reader's language, and an
/// agency can put its own template on the file.
/// </summary>
internal static class DocxStyles
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Mark = "Mark";
    public const string ContentsTitle = "TOCHeading";
    public const string Bullet = "ListBullet";
    public const string Quote = "Quote";
    public const string Speaker = "QuoteSpeaker";
    public const string NoteText = "FootnoteText";
    public const string NoteReference = "FootnoteReference";
    public const string Caption = "Caption";
    public const string Table = "SamlaTable";
    public const string TableHeader = "TableHeader";
    public const string TableText = "TableText";
    public const string TableRemark = "TableRemark";
    public const string Colophon = "Colophon";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Link = "Hyperlink";

    /// <summary>The width of the text in twentieths of a point: A4 with margins of 28 mm.</summary>
    public const int TextWidth = 8_730;

    /// <summary>The margin on the left and the right.</summary>
    public const int Margin = (11_906 - TextWidth) / 2;

    private const string Green = "0B5A50";
    private const string Grey = "42524C";
    private const string Hairline = "B4BFBA";

    // Both come with Word; LibreOffice takes Carlito and Caladea, which have the same widths. Serif is for the sources'
    // own words and nothing else.
    private const string Sans = "Calibri";
    private const string Serif = "Cambria";

    private const int DeepestHeading = 4;

    public static string Heading(int level) => Invariant($"Heading{Math.Min(level, DeepestHeading)}");

    /// <summary>An entry of the contents.</summary>
    public static string Entry(int level) => Invariant($"TOC{level}");

    public static Styles Make() =>
        new([
            Defaults(),
            Paragraph("Normal", Normal, new() { SpacingBetweenLines = Spacing(0, 140, lines: 1.18) }, isDefault: true),
            new Style
            {
                Type = StyleValues.Character,
                StyleId = "DefaultParagraphFont",
                Default = true,
                StyleName = new() { Val = "Default Paragraph Font" },
                SemiHidden = new(),
            },
            .. TitlePage(),
            .. Headings(),
            .. Contents(),
            .. Texts(),
            .. Notes(),
            .. Tables(),
            .. Margins(),
        ]);

    private static DocDefaults Defaults() =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle
                {
                    RunFonts = Font(Sans),
                    FontSize = new() { Val = "22" },
                    FontSizeComplexScript = new() { Val = "22" },
                    Languages = new()
                    {
                        Val = DocxWriter.Language,
                        EastAsia = DocxWriter.Language,
                        Bidi = "ar-SA",
                    },
                }
            ),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { WidowControl = new() })
        );

    private static IEnumerable<Style> TitlePage() =>
        [
            Paragraph(
                "Title",
                Title,
                new()
                {
                    KeepLines = new(),
                    SuppressAutoHyphens = new(),
                    SpacingBetweenLines = Spacing(3_400, 300, lines: 1),
                },
                new()
                {
                    Bold = new(),
                    Color = Ink(Green),
                    FontSize = Size(36),
                }
            ),
            Paragraph(
                "Subtitle",
                Subtitle,
                new() { SpacingBetweenLines = Spacing(0, 60, lines: 1.1) },
                new() { Color = Ink(Grey), FontSize = Size(14) }
            ),
            Paragraph(
                "Mark",
                Mark,
                new()
                {
                    KeepLines = new(),
                    ParagraphBorders = new(
                        new TopBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 8,
                            Color = Green,
                        },
                        new BottomBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 8,
                            Color = Green,
                        }
                    ),
                    SpacingBetweenLines = Spacing(700, 0, lines: 1.18),
                },
                new() { FontSize = Size(12) },
                isOwn: true
            ),
        ];

    private static IEnumerable<Style> Headings() =>
        [
            Heading(1, before: 0, after: 320, size: 24, Green),
            Heading(2, before: 420, after: 140, size: 16, Green),
            Heading(3, before: 340, after: 100, size: 13, Green),
            Heading(DeepestHeading, before: 280, after: 60, size: 11, "auto"),
        ];

    private static Style Heading(int level, int before, int after, int size, string ink) =>
        Paragraph(
            Invariant($"heading {level}"),
            Heading(level),
            new()
            {
                KeepNext = new(),
                KeepLines = new(),
                PageBreakBefore = level == 1 ? new() : null,
                SuppressAutoHyphens = new(),
                SpacingBetweenLines = Spacing(before, after, lines: 1.05),
                OutlineLevel = new() { Val = level - 1 },
            },
            new()
            {
                Bold = new(),
                Color = Ink(ink),
                FontSize = Size(size),
            }
        );

    private static IEnumerable<Style> Contents() =>
        [
            Paragraph(
                "TOC Heading",
                ContentsTitle,
                new()
                {
                    KeepNext = new(),
                    PageBreakBefore = new(),
                    SpacingBetweenLines = Spacing(0, 320, lines: 1.05),
                },
                new()
                {
                    Bold = new(),
                    Color = Ink(Green),
                    FontSize = Size(24),
                }
            ),
            Entry(1, indent: 0, hanging: 0, before: 160, new() { Bold = new() }),
            Entry(2, indent: 840, hanging: 560, before: 0, new()),
        ];

    private static Style Entry(int level, int indent, int hanging, int before, StyleRunProperties look) =>
        Paragraph(
            Invariant($"toc {level}"),
            Entry(level),
            new()
            {
                KeepNext = level == 1 ? new() : null,
                Tabs = new(
                    new TabStop
                    {
                        Val = TabStopValues.Right,
                        Leader = TabStopLeaderCharValues.Dot,
                        Position = TextWidth,
                    }
                ),
                SpacingBetweenLines = Spacing(before, 30, lines: 1.05),
                // No indentation on the right: LibreOffice would leave out the page number, which stands at the margin.
                Indentation = new() { Left = Invariant($"{indent}"), Hanging = Invariant($"{hanging}") },
            },
            look
        );

    private static IEnumerable<Style> Texts() =>
        [
            Paragraph(
                "List Bullet",
                Bullet,
                new()
                {
                    NumberingProperties = new(new NumberingId { Val = DocxBullets.Id }),
                    SpacingBetweenLines = Spacing(0, 110, lines: 1.18),
                }
            ),
            Paragraph(
                "Quote",
                Quote,
                Indented(isKept: true, after: 20),
                new() { RunFonts = Font(Serif), FontSize = Size(10.5) }
            ),
            Paragraph(
                "Quote Speaker",
                Speaker,
                Indented(isKept: false, after: 200),
                new() { Color = Ink(Grey), FontSize = Size(9.5) },
                isOwn: true
            ),
        ];

    private static StyleParagraphProperties Indented(bool isKept, int after) =>
        new()
        {
            KeepNext = isKept ? new() : null,
            KeepLines = new(),
            ParagraphBorders = new(
                new LeftBorder
                {
                    Val = BorderValues.Single,
                    Size = 12,
                    Space = 12,
                    Color = Hairline,
                }
            ),
            SpacingBetweenLines = Spacing(isKept ? 60 : 0, after, lines: 1.18),
            Indentation = new() { Left = "480", Right = "480" },
        };

    private static IEnumerable<Style> Notes() =>
        [
            Paragraph(
                "footnote text",
                NoteText,
                new() { SpacingBetweenLines = Spacing(0, 20, lines: 1) },
                new() { FontSize = Size(9) }
            ),
            new Style
            {
                Type = StyleValues.Character,
                StyleId = NoteReference,
                StyleName = new() { Val = "footnote reference" },
                StyleRunProperties = new()
                {
                    VerticalTextAlignment = new() { Val = VerticalPositionValues.Superscript },
                },
            },
        ];

    private static IEnumerable<Style> Tables() =>
        [
            Paragraph(
                "caption",
                Caption,
                new()
                {
                    KeepNext = new(),
                    KeepLines = new(),
                    SpacingBetweenLines = Spacing(320, 100, lines: 1.05),
                },
                new()
                {
                    Bold = new(),
                    Color = Ink(Green),
                    FontSize = Size(10.5),
                }
            ),
            Paragraph(
                "Table Text",
                TableText,
                new() { SpacingBetweenLines = Spacing(40, 40, lines: 1.05) },
                new() { FontSize = Size(9.5) },
                isOwn: true
            ),
            Paragraph(
                "Colophon",
                Colophon,
                new() { SpacingBetweenLines = Spacing(320, 0, lines: 1.05) },
                new() { Color = Ink(Grey), FontSize = Size(9.5) },
                isOwn: true
            ),
            Paragraph("Table Header", TableHeader, new(), new() { Bold = new() }, basedOn: TableText, isOwn: true),
            Paragraph(
                "Table Remark",
                TableRemark,
                new(),
                new() { Italic = new(), Color = Ink(Grey) },
                basedOn: TableText,
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
                StyleId = Table,
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
                            Color = Green,
                        },
                        BottomBorder = new()
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Color = Green,
                        },
                        InsideHorizontalBorder = new()
                        {
                            Val = BorderValues.Single,
                            Size = 4,
                            Color = Hairline,
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

    private static IEnumerable<Style> Margins() =>
        [
            Paragraph(
                "header",
                Header,
                new() { SpacingBetweenLines = Spacing(0, 0, lines: 1.05) },
                new() { Color = Ink(Grey), FontSize = Size(8.5) }
            ),
            Paragraph(
                "footer",
                Footer,
                new()
                {
                    Tabs = new(new TabStop { Val = TabStopValues.Right, Position = TextWidth }),
                    SpacingBetweenLines = Spacing(0, 0, lines: 1.05),
                },
                new() { Color = Ink(Grey), FontSize = Size(8.5) }
            ),
            new Style
            {
                Type = StyleValues.Character,
                StyleId = Link,
                StyleName = new() { Val = "Hyperlink" },
                StyleRunProperties = new() { Color = Ink(Green) },
            },
        ];

    private static Style Paragraph(
        string name,
        string id,
        StyleParagraphProperties layout,
        StyleRunProperties? look = null,
        string basedOn = Normal,
        bool isDefault = false,
        bool isOwn = false
    ) =>
        new()
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle = isOwn ? true : null,
            StyleName = new() { Val = name },
            BasedOn = isDefault ? null : new() { Val = basedOn },
            NextParagraphStyle = layout.KeepNext is null ? null : new() { Val = Normal },
            PrimaryStyle = new(),
            StyleParagraphProperties = layout,
            StyleRunProperties = look,
        };

    /// <param name="before">Twentieths of a point.</param>
    /// <param name="after">Twentieths of a point.</param>
    /// <param name="lines">1 for single.</param>
    private static SpacingBetweenLines Spacing(int before, int after, double lines) =>
        new()
        {
            Before = Invariant($"{before}"),
            After = Invariant($"{after}"),
            Line = Invariant($"{lines * 240:0}"),
            LineRule = LineSpacingRuleValues.Auto,
        };

    private static FontSize Size(double points) => new() { Val = Invariant($"{points * 2:0}") };

    private static Color Ink(string ink) => new() { Val = ink };

    private static RunFonts Font(string name) =>
        new()
        {
            Ascii = name,
            HighAnsi = name,
            EastAsia = name,
            ComplexScript = name,
        };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
