namespace Samla.Domain.Check.Rules;

/// <summary>A double space, a space before a comma or full stop, or none after a note's number.</summary>
public sealed class Spacing : IRule
{
    public string Name => "spacing";

    public string Title => "Mellanslag";

    public IEnumerable<Finding> Judge(PublishedReport report) =>
        report
            .Text.Blocks.SelectMany(block => InBlock(report, block))
            .Concat(report.Footnotes.SelectMany(note => AfterNumber(report, note)));

    private IEnumerable<Finding> InBlock(PublishedReport report, Block block)
    {
        var text = block.Text;
        // The space after a bullet's sign is layout.
        var start = block.Kind == BlockKind.Bullet ? 3 : report.FootnoteAt(block.Index)?.Note.TextStart ?? 0;
        for (var at = Math.Max(2, start + 1); at < text.Length; at++)
        {
            if (text[at - 1] != ' ')
            {
                continue;
            }

            if (text[at] == ' ')
            {
                var end = at + 1;
                while (end < text.Length && text[end] == ' ')
                {
                    end++;
                }

                if (end < text.Length)
                {
                    yield return New(report, block, at - 2, end - at + 3, "Här står mer än ett mellanslag.");
                }

                at = end;
            }
            else if (
                text[at] is ',' or ';'
                || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || text[at + 1] == ' '))
            )
            {
                yield return New(report, block, at - 2, 3, $"Mellanslag före ”{text[at]}”.");
            }
        }
    }

    private IEnumerable<Finding> AfterNumber(PublishedReport report, ReadFootnote footnote)
    {
        var block = report.Text.Blocks[footnote.Note.Block];
        var number = block.Text.TakeWhile(char.IsAsciiDigit).Count();
        if (number == 0)
        {
            yield break;
        }

        var spaces = footnote.Note.TextStart - number;
        if (spaces == 0)
        {
            yield return New(
                report,
                block,
                0,
                Math.Min(number + 1, block.Text.Length),
                "Mellanslag saknas mellan fotnotens nummer och dess text."
            );
        }
        else if (spaces > 1)
        {
            yield return New(report, block, 0, number + spaces, "Efter fotnotens nummer står mer än ett mellanslag.");
        }
    }

    private Finding New(PublishedReport report, Block block, int start, int length, string message) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Info,
            Message = message,
            Places = [new Place(block.Index, start, length)],
            Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
        };
}
