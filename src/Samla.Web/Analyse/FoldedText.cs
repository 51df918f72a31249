namespace Samla.Web.Analyse;

/// <summary>The beginning of a text, and the rest that is folded away until somebody wants it.</summary>
/// <param name="Open">What is always seen.</param>
/// <param name="Folded">The rest; nothing of a text that is not much longer.</param>
/// <param name="Left">How many UTF-16 units the rest has.</param>
public sealed record FoldedText(IReadOnlyList<CodedParagraph> Open, IReadOnlyList<CodedParagraph> Folded, int Left)
{
    /// <summary>About as much as a window holds.</summary>
    private const int Seen = 1_200;

    /// <summary>A rest that is shorter saves nobody anything.</summary>
    private const int ShortestRest = 300;

    public static FoldedText Of(CodedText coded, string text)
    {
        var cut = CutOf(text);
        if (text.Length - cut < ShortestRest)
        {
            return new FoldedText(coded.Paragraphs, [], 0);
        }

        var parts = coded.Paragraphs.Select(paragraph => Divide(paragraph, cut)).ToList();
        return new FoldedText(
            [.. parts.Select(part => part.Before).OfType<CodedParagraph>()],
            [.. parts.Select(part => part.After).OfType<CodedParagraph>()],
            text.Length - cut
        );
    }

    /// <summary>After a paragraph; within one that goes on and on, after a sentence or at least between two words.</summary>
    private static int CutOf(string text)
    {
        if (text.Length <= Seen)
        {
            return text.Length;
        }

        return At("\n\n") ?? At("\n") ?? At(". ") ?? At(" ") ?? text.Length;

        int? At(string end) =>
            text.IndexOf(end, Seen, Math.Min(Seen, text.Length - Seen), StringComparison.Ordinal) is >= 0 and var at
                ? at + end.Length
                : null;
    }

    private static (CodedParagraph? Before, CodedParagraph? After) Divide(CodedParagraph paragraph, int cut)
    {
        var before = new List<Segment>();
        var after = new List<Segment>();
        var at = paragraph.Start;
        foreach (var segment in paragraph.Segments)
        {
            var keep = Math.Clamp(cut - at, 0, segment.Text.Length);
            Add(before, segment, segment.Text[..keep]);
            Add(after, segment, segment.Text[keep..]);
            at += segment.Text.Length;
        }

        return (
            before.Count == 0 ? null : With(before, paragraph.Start),
            after.Count == 0 ? null : With(after, Math.Max(paragraph.Start, cut))
        );

        static void Add(List<Segment> part, Segment segment, string words)
        {
            if (words.Length > 0)
            {
                part.Add(segment with { Text = words });
            }
        }

        CodedParagraph With(List<Segment> segments, int start) =>
            new(
                paragraph.Number,
                start,
                segments,
                [.. paragraph.Passages.Where(one => segments.Exists(segment => segment.Passages.Contains(one)))]
            );
    }
}
