using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A region stands twice in one list.</summary>
public sealed class DuplicateRegion : IRule
{
    public string Name => "duplicate-region";

    public string Title => "Dubbel region";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        foreach (var footnote in report.Footnotes.Where(footnote => footnote.List is not null))
        {
            var seen = new HashSet<(Region, bool)>();
            foreach (var item in footnote.List!.Items.Where(item => !seen.Add((item.Region, item.IsAgency))))
            {
                yield return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Error,
                    Message =
                        $"{item.Region.Name} står mer än en gång i fotnoten. Stryk den ena, eller sätt in den region som skulle stå där.",
                    Places = [new Place(footnote.Note.Block, item.Start, item.End - item.Start)],
                    Footnote = footnote.Footnote.Number,
                    Suggestion = RegionList.Write(
                        footnote.List.Regions,
                        item.IsAgency ? ClaimSubject.Agencies : ClaimSubject.Regions
                    ),
                };
            }
        }
    }
}
