using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>The list that every bullet belongs to; the style "List Bullet" takes its sign and its indentation from here.</summary>
internal static class DocxBullets
{
    public const int Id = 1;

    public static Numbering Make() =>
        new(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new ParagraphStyleIdInLevel { Val = DocxStyles.Bullet },
                    new LevelText { Val = "•" },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties
                    {
                        Indentation = new() { Left = "360", Hanging = "260" },
                    }
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Id }
        );
}
