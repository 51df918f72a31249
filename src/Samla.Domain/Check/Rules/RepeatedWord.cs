namespace Samla.Domain.Check.Rules;

/// <summary>The same word stands twice in a row.</summary>
public sealed class RepeatedWord : IRule
{
    // "det det", "var var" and the like can be right: a pronoun or verb ends one clause and begins the next.
    private static readonly HashSet<string> MayRepeat = ["det", "den", "var", "så"];

    public string Name => "repeated-word";

    public string Title => "Upprepat ord";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        foreach (var block in report.Text.Blocks)
        {
            var words = report.Words[block.Index];
            for (var at = 1; at < words.Count; at++)
            {
                var (first, second) = (words[at - 1], words[at]);
                if (
                    first.Lower == second.Lower
                    && second.IsWord
                    && char.IsLetter(second.Lower[0])
                    && !MayRepeat.Contains(second.Lower)
                    && !(at > 1 && words[at - 2].Lower == "som") // "de som har har råd"
                    && IsOneSpace(block, first.End, second.Start)
                )
                {
                    // A row of the same word is one slip.
                    while (at + 1 < words.Count && words[at + 1].Lower == first.Lower)
                    {
                        at++;
                    }

                    yield return new Finding
                    {
                        Rule = Name,
                        Severity = Severity.Info,
                        Message = $"Ordet ”{second.Lower}” står mer än en gång i rad.",
                        Places = [new Place(block.Index, first.Start, words[at].End - first.Start)],
                        Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
                        Suggestion = block.Text[first.Start..first.End],
                    };
                }
            }
        }
    }

    private static bool IsOneSpace(Block block, int from, int to) => block.Text.AsSpan(from, to - from).IsWhiteSpace();
}
