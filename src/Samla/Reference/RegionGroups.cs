using Samla.Domain;

namespace Samla.Reference;

/// <summary>Groups of regions to choose among: the areas of statistics (NUTS 2), and the collaborations whose members are known.</summary>
public sealed class RegionGroups
{
    private RegionGroups(RegionsFile file)
    {
        Areas =
        [
            .. file
                .Regions.GroupBy(region => region.Nuts2)
                .Select(area => new Group(
                    area.Key.Code.ToLowerInvariant(),
                    area.Key.Name,
                    SetOf(area.Select(region => region.Code))
                ))
                .OrderBy(area => area.Name, SwedishText.Order),
        ];
        var areas = Areas.Select(area => area.Members).ToHashSet();
        // One that has the members of an area, or all regions, would be the same choice by another name.
        Collaborations =
        [
            .. file
                .Collaborations.Where(one => one.Complete)
                .Select(one => new Group(one.Id, one.Name, SetOf(one.Members)))
                .Where(one => !areas.Contains(one.Members) && one.Members.Count < Regions.All.Count)
                .OrderBy(one => one.Name, SwedishText.Order),
        ];
    }

    /// <param name="Id">As it stands in addresses.</param>
    public sealed record Group(string Id, string Name, RegionSet Members);

    /// <summary>NUTS 2 areas, in Swedish order.</summary>
    public IReadOnlyList<Group> Areas { get; }

    /// <summary>In Swedish order.</summary>
    public IReadOnlyList<Group> Collaborations { get; }

    /// <summary>The group with an id; null where there is none.</summary>
    public Group? Find(string? id) => Areas.Concat(Collaborations).FirstOrDefault(group => group.Id == id);

    /// <summary>The groups of the registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static RegionGroups Of(Registers.Outcome read) =>
        read switch
        {
            Registers.Outcome.Fits(var registers) => new RegionGroups(registers.Regions),
            Registers.Outcome.Refused(var errors) => throw new InvalidDataException(string.Join(" | ", errors)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static RegionSet SetOf(IEnumerable<string> codes) =>
        [.. codes.Select(code => RegionCode.Parse(code, provider: null))];
}
