namespace Samla.Domain.Check.Rules;

/// <summary>A note has no mark, its number stands twice, or it stands out of order.</summary>
public sealed class UnusedFootnote : IRule
{
    public string Name => "unused-footnote";

    public string Title => "Fotnot utan hänvisning";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var marked = report.Text.Blocks.SelectMany(block => block.Marks).Select(mark => mark.Number).ToHashSet();
        var seen = new HashSet<int>();
        var highest = 0;
        foreach (var footnote in report.Footnotes)
        {
            var number = footnote.Footnote.Number;
            if (!seen.Add(number))
            {
                yield return New(
                    report,
                    footnote,
                    $"Det finns mer än en fotnot med nummer {number}. Numrera om, så att varje hänvisning leder till en fotnot."
                );
            }
            else if (!marked.Contains(number))
            {
                yield return New(report, footnote, $"Ingen hänvisning i texten leder till fotnot {number}.");
            }
            else if (number < highest)
            {
                yield return New(
                    report,
                    footnote,
                    $"Fotnot {number} står efter fotnot {highest}. Fotnoterna ska stå i nummerordning."
                ) with
                {
                    Severity = Severity.Warning,
                    RelatedFootnotes = [highest],
                };
            }

            highest = Math.Max(highest, number);
        }
    }

    private Finding New(PublishedReport report, ReadFootnote footnote, string message) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Error,
            Message = message,
            Places = [report.PlaceOf(footnote)],
            Footnote = footnote.Footnote.Number,
        };
}
