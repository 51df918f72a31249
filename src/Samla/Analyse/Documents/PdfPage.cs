using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Samla.Analyse.Documents;

/// <summary>A line of a page.</summary>
/// <param name="Height">How high up on the page it stands, from 0 to 1.</param>
/// <param name="Size">The size of most of its letters, in points.</param>
/// <param name="IsBold">Whether all of it is.</param>
internal sealed record PdfLine(string Text, double Height, double Size, bool IsBold)
{
    /// <summary>Whether it stands in another size than a line before it, as a heading does above its text.</summary>
    public bool IsOtherSizeThan(PdfLine before)
    {
        const double LeastDifference = 0.07;
        return Math.Abs(Size - before.Size) > LeastDifference * before.Size;
    }
}

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
            [.. blocks.SelectMany(block => Parted([.. block.TextLines.Select(line => LineOf(line, page))]))],
            page.NumberOfImages > 0
        );
    }

    private static PdfLine LineOf(TextLine line, Page page)
    {
        var letters = line.Words.SelectMany(word => word.Letters).ToList();
        return new PdfLine(
            line.Text,
            (line.BoundingBox.Centroid.Y - page.CropBox.Bounds.Bottom) / page.Height,
            letters.Select(letter => letter.PointSize).Order().ElementAt(letters.Count / 2),
            letters.TrueForAll(letter => letter.FontDetails.IsBold || IsBoldByName(letter.FontName))
        );
    }

    private static bool IsBoldByName(string? font) =>
        font?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Headings stand so near their text that they come in one block with it: a line that looks otherwise begins a block of its own.</summary>
    private static IEnumerable<IReadOnlyList<PdfLine>> Parted(List<PdfLine> lines)
    {
        var begun = 0;
        for (var at = 1; at <= lines.Count; at++)
        {
            if (at == lines.Count || IsParted(lines, begun, at))
            {
                yield return lines[begun..at];
                begun = at;
            }
        }
    }

    // Bold lines in the middle of a paragraph are words that are stressed.
    private static bool IsParted(List<PdfLine> lines, int begun, int at) =>
        lines[at].IsOtherSizeThan(lines[at - 1])
        || (lines[begun].IsBold && lines[at - 1].IsBold && !lines[at].IsBold)
        || (
            !lines[at - 1].IsBold && lines[at].IsBold && lines[at - 1].Text.TrimEnd() is [.., '.' or '!' or '?' or ':']
        );

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
