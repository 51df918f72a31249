namespace Samla.Domain;

/// <summary>One of Sweden's 21 regions: the authority that is responsible for regional development in its county.</summary>
/// <param name="Code">County code.</param>
/// <param name="Name">The short name that reports use in text and lists, such as "Jönköping".</param>
/// <param name="Authority">The authority's own name, such as "Region Jönköpings län".</param>
/// <param name="County">The county's name, such as "Jönköpings län".</param>
/// <param name="OtherNames">Other spellings in use; each is read as this region but is not how lists should write it.</param>
public sealed record Region(
    RegionCode Code,
    string Name,
    string Authority,
    string County,
    IReadOnlyList<string> OtherNames
)
{
    /// <summary>The name in the genitive: "Skånes", "Kalmars"; a name that ends in s would take none, but no region's does.</summary>
    public string Genitive => SwedishText.Genitive(Name);

    /// <summary>The authority in the genitive: "Region Skånes", "Region Kalmar läns".</summary>
    public string AuthorityGenitive => SwedishText.Genitive(Authority);

    /// <summary>The county administrative board (länsstyrelse) of the same county.</summary>
    public string CountyBoard => $"Länsstyrelsen {Name}";

    public override string ToString() => Name;
}
