using Samla.Domain.Compile;

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
                if (!Repeats(block, words, at) || (at > 1 && words[at - 2].Lower == "som")) // "de som har har råd"
                {
                    continue;
                }

                var first = words[at - 1];
                var times = 2;
                while (at + 1 < words.Count && Repeats(block, words, at + 1))
                {
                    at++;
                    times++;
                }

                yield return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Info,
                    Message = $"Ordet ”{first.Lower}” står {Numeral.Write(times)} gånger i rad.",
                    Places = [new Place(block.Index, first.Start, words[at].End - first.Start)],
                    Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
                    Suggestion = block.Text[first.Start..first.End],
                };
            }
        }
    }

    private static bool Repeats(Block block, IReadOnlyList<Word> words, int at) =>
        words[at - 1].Lower == words[at].Lower
        && words[at].IsWord
        && char.IsLetter(words[at].Lower[0])
        && !MayRepeat.Contains(words[at].Lower)
        && IsOneSpace(block, words[at - 1].End, words[at].Start);

    private static bool IsOneSpace(Block block, int from, int to) => block.Text.AsSpan(from, to - from).IsWhiteSpace();
}
