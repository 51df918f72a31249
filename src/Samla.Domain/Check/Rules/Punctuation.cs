namespace Samla.Domain.Check.Rules;

/// <summary>A note, or a paragraph of running text, lacks its full stop; or a list ends in a comma.</summary>
public sealed class Punctuation : IRule
{
    // A shorter block without a full stop may be a heading, a caption or an item of a list.
    private const int ShortestParagraph = 120;

    public string Name => "punctuation";

    public string Title => "Interpunktion";

    public IEnumerable<Finding> Judge(PublishedReport report) => Notes(report).Concat(Paragraphs(report));

    private IEnumerable<Finding> Notes(PublishedReport report)
    {
        var texts = report.Footnotes.Where(footnote => footnote.Footnote.Text.Length > 0).ToList();
        var usuallyEnds = texts.Count(footnote => Ends(footnote.Footnote.Text)) * 10 > texts.Count * 8;
        foreach (var footnote in texts.Where(footnote => usuallyEnds && !Ends(footnote.Footnote.Text)))
        {
            var last = footnote.Footnote.Text[^1];
            yield return New(
                report,
                report.Text.Blocks[footnote.Note.Block],
                last is ',' or ';'
                    ? $"Fotnoten slutar med ”{last}”. Antingen ska det stå punkt, eller så saknas något."
                    : "Fotnoten saknar punkt."
            );
        }
    }

    private IEnumerable<Finding> Paragraphs(PublishedReport report)
    {
        foreach (var block in report.Text.Blocks.Where(block => block.Kind == BlockKind.Paragraph))
        {
            var words = report.Words[block.Index];
            var place = new Place(block.Index, 0, block.Text.Length);
            if (
                words.Count == 0
                || !words[^1].IsWord
                || !char.IsAsciiDigit(report.SectionAt(place).Number.FirstOrDefault())
                || IsIntroduction(report, block)
            )
            {
                continue;
            }

            var endsInMark = block.Marks is [.., { End: var end }] && end >= block.Text.TrimEnd().Length;
            if (endsInMark || block.Text.Length >= ShortestParagraph)
            {
                yield return New(report, block, "Meningen saknar punkt.");
            }
        }
    }

    // "… kategoriserar svaren utifrån" leads on to bullets.
    private static bool IsIntroduction(PublishedReport report, Block block)
    {
        var next = block.Index + 1;
        while (next < report.Text.Blocks.Count && report.Text.Blocks[next].Kind == BlockKind.Note)
        {
            next++;
        }

        return next < report.Text.Blocks.Count && report.Text.Blocks[next].Kind == BlockKind.Bullet;
    }

    private static bool Ends(string text) =>
        text.TrimEnd()[^1] is '.' or '!' or '?' or ')' or '”' or '/' || text.Contains("http", StringComparison.Ordinal);

    private Finding New(PublishedReport report, Block block, string message)
    {
        var end = block.Text.TrimEnd().Length;
        var start = Math.Max(0, block.Text.LastIndexOf(' ', end - 1) + 1);
        return new Finding
        {
            Rule = Name,
            Severity = Severity.Info,
            Message = message,
            Places = [new Place(block.Index, start, end - start)],
            Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
        };
    }
}
