using Samla.Domain;

namespace Samla.Reference;

/// <summary>Something that is known of each region and that they can be compared by.</summary>
/// <param name="Id">As it stands in addresses.</param>
/// <param name="Name">As people see it.</param>
/// <param name="Values">What it can be, with the regions that it is so of.</param>
public sealed record RegionTrait(string Id, string Name, IReadOnlyList<RegionTrait.Value> Values)
{
    /// <param name="Id">As it stands in addresses.</param>
    public sealed record Value(string Id, string Name, RegionSet Members);

    /// <summary>Whether a region can have several values, or none: columns then do not sum up to the whole country.</summary>
    public bool IsOverlapping =>
        Values.Sum(value => value.Members.Count) != Regions.All.Count
        || Values.Aggregate(default(RegionSet), (all, value) => all | value.Members) != RegionSet.All;
}

/// <summary>What the registers know of all regions that they can be compared by.</summary>
public sealed record RegionTraits(IReadOnlyList<RegionTrait> All)
{
    /// <summary>The trait with an id; the first where there is none.</summary>
    public RegionTrait Find(string? id) => All.FirstOrDefault(trait => trait.Id == id) ?? All[0];

    /// <summary>From the registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static RegionTraits Of(Registers.Outcome read)
    {
        var (groups, strategies) = (RegionGroups.Of(read), Registers.Of(read).Strategies);
        return new RegionTraits([
            new("nuts2", "Statistikens områden (NUTS 2)", Values(groups.Areas)),
            new("samverkan", "Samverkan mellan regioner", Values(groups.Collaborations)),
            new("rus-2023", "Strategins läge 2023", Values(strategies, entry => entry.Status2023)),
            new("rus-2026", "Strategins läge 2026", Values(strategies, entry => entry.Status2026)),
        ]);
    }

    private static IReadOnlyList<RegionTrait.Value> Values(IEnumerable<RegionGroup> groups) =>
        [.. groups.Select(group => new RegionTrait.Value(group.Id, group.Name, group.Members))];

    private static IReadOnlyList<RegionTrait.Value> Values(
        StrategiesFile file,
        Func<StrategiesFile.Entry, string> statusOf
    ) =>
        [
            .. from status in file.Statuses
            join entry in file.Strategies on status.Id equals statusOf(entry) into entries
            where entries.Any()
            select new RegionTrait.Value(
                status.Id,
                status.Label,
                [.. entries.Select(entry => RegionCode.Parse(entry.Region, null))]
            ),
        ];
}
