using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Samla.Analyse.Documents;

/// <summary>A line of a page.</summary>
/// <param name="Height">How high up on the page it stands, from 0 to 1.</param>
internal sealed record PdfLine(string Text, double Height);

/// <summary>The lines of a page in blocks, in reading order.</summary>
internal sealed record PdfPage(int Number, IReadOnlyList<IReadOnlyList<PdfLine>> Blocks, bool HasPictures)
{
    /// <summary>A mark that refers to a note is smaller than this part of the text, and raised.</summary>
    private const double SmallerThan = 0.8;

    public static PdfPage Read(Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(WithoutMarks(page.Letters)).ToList();
        // Both fail on a page without words.
        var blocks =
            words.Count == 0
                ? []
                : UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words));
        return new PdfPage(
            page.Number,
            [
                .. blocks.Select(block =>
                    (IReadOnlyList<PdfLine>)
                        [
                            .. block.TextLines.Select(line => new PdfLine(
                                line.Text,
                                (line.BoundingBox.Centroid.Y - page.CropBox.Bounds.Bottom) / page.Height
                            )),
                        ]
                ),
            ],
            page.NumberOfImages > 0
        );
    }

    /// <summary>Without the small raised figures that refer to notes: they would stand as words of their own in the middle of sentences.</summary>
    private static List<Letter> WithoutMarks(IReadOnlyList<Letter> letters)
    {
        if (letters.Count == 0)
        {
            return [];
        }

        var size = letters.Select(letter => letter.PointSize).Order().ElementAt(letters.Count / 2);
        var kept = new List<Letter>(letters.Count);
        Letter? text = null;
        Letter? before = null;
        foreach (var letter in letters)
        {
            if (text is null || before is null || !IsMark(letter, before, text, size))
            {
                kept.Add(letter);
                text = letter;
            }

            before = letter;
        }

        return kept;
    }

    /// <param name="letter">The sign.</param>
    /// <param name="before">What stands before it, which may be a mark too.</param>
    /// <param name="text">The last sign of the text before it.</param>
    /// <param name="size">The page's usual size of text.</param>
    private static bool IsMark(Letter letter, Letter before, Letter text, double size)
    {
        const double LeastRise = 0.1;
        const double MostGap = 0.6;
        var rise = (letter.StartBaseLine.Y - text.StartBaseLine.Y) / size;
        return letter.Value is [>= '0' and <= '9']
            && letter.PointSize < SmallerThan * text.PointSize
            && rise is > LeastRise and < 1
            && Math.Abs(letter.StartBaseLine.X - before.EndBaseLine.X) < MostGap * size;
    }
}
