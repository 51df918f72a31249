using Samla.Domain;

namespace Samla.Reference;

/// <summary>Several regions under one name.</summary>
/// <param name="Id">As it stands in addresses.</param>
/// <param name="Name">As the register writes it.</param>
/// <param name="Members">The regions.</param>
/// <param name="IsArea">Whether it is one of the statistics' areas of counties (NUTS 2); else it is a collaboration.</param>
public sealed record RegionGroup(string Id, string Name, RegionSet Members, bool IsArea);

/// <summary>The groups of regions that the registers know all members of.</summary>
/// <param name="All">The statistics' areas from north to south as their codes have it, then the collaborations.</param>
public sealed record RegionGroups(IReadOnlyList<RegionGroup> All)
{
    /// <summary>The statistics' areas (NUTS 2).</summary>
    public IEnumerable<RegionGroup> Areas => All.Where(group => group.IsArea);

    /// <summary>In Swedish order.</summary>
    public IEnumerable<RegionGroup> Collaborations => All.Where(group => !group.IsArea);

    /// <summary>The group with an id, or one region alone by its county code; null where there is none.</summary>
    public RegionGroup? Find(string? id) =>
        All.FirstOrDefault(group => group.Id == id)
        ?? (
            RegionCode.TryParse(id, null, out var county)
                ? new RegionGroup(county.ToString(), Regions.Of(county).Name, [county], IsArea: false)
                : null
        );

    /// <summary>From the registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static RegionGroups Of(Registers.Outcome read)
    {
        var registers = Registers.Of(read);
        return new RegionGroups([.. AreasOf(registers.Regions), .. CollaborationsOf(registers.Regions)]);
    }

    private static IEnumerable<RegionGroup> AreasOf(RegionsFile file) =>
        from region in file.Regions
        group region.Code by region.Nuts2 into area
        orderby area.Key.Code
        select new RegionGroup(area.Key.Code.ToLowerInvariant(), area.Key.Name, Set(area), IsArea: true);

    private static IEnumerable<RegionGroup> CollaborationsOf(RegionsFile file) =>
        file
            .Collaborations.Where(one => one.Complete && one.Members.Count > 1 && one.Members.Count < Regions.All.Count)
            .OrderBy(one => one.Name, SwedishText.Order)
            .Select(one => new RegionGroup(one.Id, one.Name, Set(one.Members), IsArea: false))
            // One that has the members of an area would be the same choice by another name.
            .Where(one => AreasOf(file).All(area => area.Members != one.Members));

    private static RegionSet Set(IEnumerable<string> codes) => [.. codes.Select(code => RegionCode.Parse(code, null))];
}
