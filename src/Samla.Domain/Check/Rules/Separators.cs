using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>What the two rules of separators share.</summary>
internal static class Separators
{
    public static IEnumerable<Finding> Judge(
        PublishedReport report,
        string rule,
        RegionList.Separator wanted,
        Func<string, string, string> message
    )
    {
        foreach (var footnote in report.Footnotes.Where(footnote => footnote.List is not null))
        {
            foreach (
                var (item, next) in footnote
                    .List!.Items.Zip(footnote.List.Items.Skip(1))
                    .Where(pair => pair.First.After == wanted)
            )
            {
                yield return new Finding
                {
                    Rule = rule,
                    Severity = Severity.Error,
                    Message = message(item.Region.Name, next.Region.Name),
                    Places = [new Place(footnote.Note.Block, item.Start, next.End - item.Start)],
                    Footnote = footnote.Footnote.Number,
                    Suggestion = $"{item.Region.Name}, {next.Region.Name}",
                };
            }
        }
    }
}
