using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;

namespace Samla.Collect.Word;

/// <summary>What a submission's file has beside the styles of all our Word files: help, fields and answers.</summary>
internal static class SubmissionStyles
{
    public const string Hint = "Hint";
    public const string Label = "FieldLabel";
    public const string Limit = "FieldLimit";
    public const string Answer = "Answer";
    public const string Field = "AnswerField";

    /// <summary>A heading of the first level that begins no page.</summary>
    public const string Help = "HelpHeading";

    public static Styles Make()
    {
        var styles = DocxStyles.Make();
        styles.Append(Own());
        return styles;
    }

    private static IEnumerable<Style> Own() =>
        [
            DocxLook.Paragraph(
                "Help Heading",
                Help,
                new()
                {
                    PageBreakBefore = new() { Val = false },
                    SpacingBetweenLines = DocxLook.Spacing(560, 140, 1.05),
                },
                new() { FontSize = DocxLook.Size(16) },
                basedOn: DocxStyles.Heading(1),
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Hint",
                Hint,
                new() { KeepNext = new(), SpacingBetweenLines = DocxLook.Spacing(0, 120, 1.1) },
                Small(),
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Field Limit",
                Limit,
                new() { SpacingBetweenLines = DocxLook.Spacing(80, 120, 1.1) },
                Small(),
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Field Label",
                Label,
                new() { KeepNext = new(), SpacingBetweenLines = DocxLook.Spacing(120, 60, 1.05) },
                new() { Bold = new(), FontSize = DocxLook.Size(10) },
                isOwn: true
            ),
            // Serif is for the reporter's own words.
            DocxLook.Paragraph(
                "Answer",
                Answer,
                new() { SpacingBetweenLines = DocxLook.Spacing(0, 120, 1.18) },
                new() { RunFonts = DocxLook.Font(DocxLook.Serif) },
                isOwn: true
            ),
            DocxLook.Paragraph(
                "Answer Field",
                Field,
                new()
                {
                    ParagraphBorders = new(
                        new LeftBorder
                        {
                            Val = BorderValues.Single,
                            Size = 18,
                            Space = 8,
                            Color = DocxLook.Green,
                        }
                    ),
                    // An empty line is the writer's own, so the style adds little.
                    SpacingBetweenLines = DocxLook.Spacing(0, 40, 1.18),
                    Indentation = new() { Left = "200" },
                },
                new(),
                basedOn: Answer,
                isOwn: true
            ),
        ];

    private static StyleRunProperties Small() =>
        new() { Color = DocxLook.Ink(DocxLook.Grey), FontSize = DocxLook.Size(10) };
}
