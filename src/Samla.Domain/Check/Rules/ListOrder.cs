using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>The names of a list stand in another order than the Swedish alphabet's.</summary>
public sealed class ListOrder : IRule
{
    private static readonly Dictionary<Region, int> Rank = Regions
        .All.Index()
        .ToDictionary(region => region.Item, region => region.Index);

    public string Name => "list-order";

    public string Title => "Ordning i lista";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        foreach (var footnote in report.Footnotes.Where(footnote => footnote.List is { Items.Count: > 1 }))
        {
            var items = footnote.List!.Items;
            var misplaced = items
                .Zip(items.Skip(1))
                .Where(pair => Rank[pair.First.Region] > Rank[pair.Second.Region])
                .ToList();
            if (misplaced.Count > 0)
            {
                var (first, second) = misplaced[0];
                yield return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Info,
                    Message =
                        $"Listan står inte i bokstavsordning: {second.Region.Name} kommer efter {first.Region.Name}.",
                    Places = [new Place(footnote.Note.Block, first.Start, second.End - first.Start)],
                    Footnote = footnote.Footnote.Number,
                    Suggestion = RegionList.Write(
                        footnote.List.Regions,
                        items[0].IsAgency ? ClaimSubject.Agencies : ClaimSubject.Regions
                    ),
                };
            }
        }
    }
}
