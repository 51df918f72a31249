using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;

namespace Samla.Collect.Word;

/// <summary>What a template's file has beside the styles of all our Word files: headings that number themselves, and properties.</summary>
internal static class TemplateDocxStyles
{
    public const string Advice = "AdviceHeading";
    public const string Hint = "TemplateHint";

    /// <summary>A heading of the first level without a number.</summary>
    public const string Part = "PartHeading";

    /// <summary>A heading of the second level without a number.</summary>
    public const string Table = "TableHeading";

    public const string Name = "PropertyName";
    public const string Value = "PropertyValue";

    private const int NumbersId = DocxBullets.Id + 1;

    public static Styles Make()
    {
        var styles = DocxStyles.Make();
        foreach (var level in new[] { 1, 2 })
        {
            styles
                .Elements<Style>()
                .First(style => style.StyleId == DocxStyles.Heading(level))
                .StyleParagraphProperties!.NumberingProperties = new(
                new NumberingLevelReference { Val = level - 1 },
                new NumberingId { Val = NumbersId }
            );
        }

        styles.Append(Own());
        return styles;
    }

    /// <summary>The bullets, and the numbers of sections and requirements: what is moved gets another by itself.</summary>
    public static Numbering Numbers()
    {
        var numbering = DocxBullets.Make();
        numbering.InsertAfter(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.Multilevel },
                LevelOf(1, "%1"),
                LevelOf(2, "%1.%2")
            )
            {
                AbstractNumberId = 1,
            },
            numbering.Elements<AbstractNum>().Last()
        );
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = NumbersId });
        return numbering;
    }

    private static Level LevelOf(int level, string text) =>
        new(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Decimal },
            new ParagraphStyleIdInLevel { Val = DocxStyles.Heading(level) },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties
            {
                Indentation = new() { Left = "760", Hanging = "760" },
            }
        )
        {
            LevelIndex = level - 1,
        };

    private static IEnumerable<Style> Own() =>
        [
            Unnumbered("Part Heading", Part, 1),
            Unnumbered("Table Heading", Table, 2),
            DocxLook.Paragraph(
                "Advice Heading",
                Advice,
                new() { KeepNext = new(), SpacingBetweenLines = DocxLook.Spacing(480, 120, 1.05) },
                new()
                {
                    Bold = new(),
                    Color = DocxLook.Ink(DocxLook.Green),
                    FontSize = DocxLook.Size(14),
                },
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Template Hint",
                Hint,
                new() { SpacingBetweenLines = DocxLook.Spacing(0, 160, 1.15) },
                new() { Color = DocxLook.Ink(DocxLook.Grey) },
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Property Name",
                Name,
                new() { SpacingBetweenLines = DocxLook.Spacing(50, 50, 1.1) },
                new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(10) },
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Property Value",
                Value,
                new() { SpacingBetweenLines = DocxLook.Spacing(50, 50, 1.1) },
                new() { FontSize = DocxLook.Size(10.5) },
                isOwn: true
            ),
        ];

    private static Style Unnumbered(string name, string id, int level) =>
        DocxLook.Paragraph(
            name,
            id,
            new()
            {
                KeepNext = new(),
                PageBreakBefore = new() { Val = false },
                NumberingProperties = new(new NumberingId { Val = 0 }),
                Indentation = new() { Left = "0", FirstLine = "0" },
                OutlineLevel = new() { Val = level - 1 },
            },
            basedOn: DocxStyles.Heading(level),
            isOwn: true
        );
}
