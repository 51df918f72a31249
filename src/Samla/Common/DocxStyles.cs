using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>
/// How the Word file looks. Names that Word knows ("heading 1", "List Bullet") are shown in the reader's language, and an
/// agency can put its own template on the file.
/// </summary>
internal static class DocxStyles
{
    public const string Language = "sv-SE";

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

    private const int DeepestHeading = 4;

    public static string Heading(int level) => DocxLook.Invariant($"Heading{Math.Min(level, DeepestHeading)}");

    /// <summary>An entry of the contents.</summary>
    public static string Entry(int level) => DocxLook.Invariant($"TOC{level}");

    public static Styles Make() =>
        new([
            Defaults(),
            DocxLook.Paragraph(
                "Normal",
                Normal,
                new() { SpacingBetweenLines = DocxLook.Spacing(0, 140, lines: 1.18) },
                isDefault: true
            ),
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
            .. DocxTableStyles.Make(),
            .. Margins(),
        ]);

    private static DocDefaults Defaults() =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle
                {
                    RunFonts = DocxLook.Font(DocxLook.Sans),
                    FontSize = new() { Val = "22" },
                    FontSizeComplexScript = new() { Val = "22" },
                    Languages = new()
                    {
                        Val = Language,
                        EastAsia = Language,
                        Bidi = "ar-SA",
                    },
                }
            ),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { WidowControl = new() })
        );

    private static IEnumerable<Style> TitlePage() =>
        [
            DocxLook.Paragraph(
                "Title",
                Title,
                new()
                {
                    KeepLines = new(),
                    SuppressAutoHyphens = new(),
                    SpacingBetweenLines = DocxLook.Spacing(3_400, 300, lines: 1),
                },
                new()
                {
                    Bold = new(),
                    Color = DocxLook.Ink(DocxLook.Green),
                    FontSize = DocxLook.Size(36),
                }
            ),
            DocxLook.Paragraph(
                "Subtitle",
                Subtitle,
                new() { SpacingBetweenLines = DocxLook.Spacing(0, 60, lines: 1.1) },
                new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(14) }
            ),
            DocxLook.Paragraph(
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
                            Color = DocxLook.Green,
                        },
                        new BottomBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 8,
                            Color = DocxLook.Green,
                        }
                    ),
                    SpacingBetweenLines = DocxLook.Spacing(700, 0, lines: 1.18),
                },
                new() { FontSize = DocxLook.Size(12) },
                isOwn: true
            ),
        ];

    private static IEnumerable<Style> Headings() =>
        [
            Heading(1, before: 0, after: 320, size: 24, DocxLook.Green),
            Heading(2, before: 420, after: 140, size: 16, DocxLook.Green),
            Heading(3, before: 340, after: 100, size: 13, DocxLook.Green),
            Heading(DeepestHeading, before: 280, after: 60, size: 11, "auto"),
        ];

    private static Style Heading(int level, int before, int after, int size, string ink) =>
        DocxLook.Paragraph(
            DocxLook.Invariant($"heading {level}"),
            Heading(level),
            new()
            {
                KeepNext = new(),
                KeepLines = new(),
                PageBreakBefore = level == 1 ? new() : null,
                SuppressAutoHyphens = new(),
                SpacingBetweenLines = DocxLook.Spacing(before, after, lines: 1.05),
                OutlineLevel = new() { Val = level - 1 },
            },
            new()
            {
                Bold = new(),
                Color = DocxLook.Ink(ink),
                FontSize = DocxLook.Size(size),
            }
        );

    private static IEnumerable<Style> Contents() =>
        [
            DocxLook.Paragraph(
                "TOC Heading",
                ContentsTitle,
                new()
                {
                    KeepNext = new(),
                    PageBreakBefore = new(),
                    SpacingBetweenLines = DocxLook.Spacing(0, 320, lines: 1.05),
                },
                new()
                {
                    Bold = new(),
                    Color = DocxLook.Ink(DocxLook.Green),
                    FontSize = DocxLook.Size(24),
                }
            ),
            Entry(1, indent: 0, hanging: 0, before: 160, new() { Bold = new() }),
            Entry(2, indent: 840, hanging: 560, before: 0, new()),
        ];

    private static Style Entry(int level, int indent, int hanging, int before, StyleRunProperties look) =>
        DocxLook.Paragraph(
            DocxLook.Invariant($"toc {level}"),
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
                SpacingBetweenLines = DocxLook.Spacing(before, 30, lines: 1.05),
                // No indentation on the right: LibreOffice would leave out the page number, which stands at the margin.
                Indentation = new()
                {
                    Left = DocxLook.Invariant($"{indent}"),
                    Hanging = DocxLook.Invariant($"{hanging}"),
                },
            },
            look
        );

    private static IEnumerable<Style> Texts() =>
        [
            DocxLook.Paragraph(
                "List Bullet",
                Bullet,
                new()
                {
                    NumberingProperties = new(new NumberingId { Val = DocxBullets.Id }),
                    SpacingBetweenLines = DocxLook.Spacing(0, 110, lines: 1.18),
                }
            ),
            DocxLook.Paragraph(
                "Quote",
                Quote,
                Indented(isKept: true, after: 20),
                new() { RunFonts = DocxLook.Font(DocxLook.Serif), FontSize = DocxLook.Size(10.5) }
            ),
            DocxLook.Paragraph(
                "Quote Speaker",
                Speaker,
                Indented(isKept: false, after: 200),
                new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(9.5) },
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
                    Color = DocxLook.Hairline,
                }
            ),
            SpacingBetweenLines = DocxLook.Spacing(isKept ? 60 : 0, after, lines: 1.18),
            Indentation = new() { Left = "480", Right = "480" },
        };

    private static IEnumerable<Style> Notes() =>
        [
            DocxLook.Paragraph(
                "footnote text",
                NoteText,
                new() { SpacingBetweenLines = DocxLook.Spacing(0, 20, lines: 1) },
                new() { FontSize = DocxLook.Size(9) }
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

    private static IEnumerable<Style> Margins() =>
        [
            DocxLook.Paragraph(
                "header",
                Header,
                new() { SpacingBetweenLines = DocxLook.Spacing(0, 0, lines: 1.05) },
                new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(8.5) }
            ),
            DocxLook.Paragraph(
                "footer",
                Footer,
                new()
                {
                    Tabs = new(new TabStop { Val = TabStopValues.Right, Position = TextWidth }),
                    SpacingBetweenLines = DocxLook.Spacing(0, 0, lines: 1.05),
                },
                new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(8.5) }
            ),
            new Style
            {
                Type = StyleValues.Character,
                StyleId = Link,
                StyleName = new() { Val = "Hyperlink" },
                StyleRunProperties = new() { Color = DocxLook.Ink(DocxLook.Green) },
            },
        ];
}
