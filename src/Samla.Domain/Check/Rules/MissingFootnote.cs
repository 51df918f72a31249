namespace Samla.Domain.Check.Rules;

/// <summary>A mark in the text has no note.</summary>
public sealed class MissingFootnote : IRule
{
    public string Name => "missing-footnote";

    public string Title => "Fotnot saknas";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var numbers = report.Text.Notes.Select(note => note.Number).ToHashSet();
        foreach (var block in report.Text.Blocks)
        {
            foreach (var mark in block.Marks.Where(mark => !numbers.Contains(mark.Number)))
            {
                yield return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Error,
                    Message = $"Texten hänvisar till fotnot {mark.Number}, som inte finns.",
                    Places = [new Place(block.Index, mark.Start, mark.Length)],
                    Footnote = mark.Number,
                };
            }
        }
    }
}
