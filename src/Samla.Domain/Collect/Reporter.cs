namespace Samla.Domain.Collect;

/// <summary>Where answers come from: what kind of body reports, or documents that nobody handed in.</summary>
public enum ReporterKind
{
    Region,

    /// <summary>A county administrative board (länsstyrelse).</summary>
    CountyBoard,

    /// <summary>Another authority.</summary>
    Agency,

    /// <summary>No reporter: what is asked is read out of documents, such as strategies.</summary>
    Document,
}

/// <summary>Who answers (uppgiftslämnare).</summary>
public sealed class Reporter
{
    /// <summary>A region's county code "17", a county administrative board's "lst-17", another authority's name in small letters.</summary>
    public required Key<Reporter> Id { get; init; }

    public required ReporterKind Kind { get; init; }

    /// <summary>The county; null for authorities of the whole country.</summary>
    public required RegionCode? County { get; init; }

    /// <summary>The body's own name, such as "Region Värmland".</summary>
    public required string Name { get; set; }

    /// <summary>What it is called beside its words: a region's short name, such as "Värmland"; else its own name.</summary>
    public string ShortName =>
        this is { Kind: ReporterKind.Region, County: { } county } ? Regions.Of(county).Name : Name;

    /// <summary>The reporter of a region.</summary>
    public static Reporter Of(Region region) =>
        new()
        {
            Id = KeyOf(region.Code, ReporterKind.Region),
            Kind = ReporterKind.Region,
            County = region.Code,
            Name = region.Authority,
        };

    /// <summary>The reporter of a county administrative board.</summary>
    public static Reporter OfCountyBoard(Region region) =>
        new()
        {
            Id = KeyOf(region.Code, ReporterKind.CountyBoard),
            Kind = ReporterKind.CountyBoard,
            County = region.Code,
            Name = region.CountyBoard,
        };

    /// <summary>The reporter of another authority.</summary>
    public static Reporter OfAgency(Key<Reporter> id, string name) =>
        new()
        {
            Id = id,
            Kind = ReporterKind.Agency,
            County = null,
            Name = name,
        };

    /// <summary>The key of a county's region or county administrative board.</summary>
    public static Key<Reporter> KeyOf(RegionCode county, ReporterKind kind) =>
        Key<Reporter>.Parse(kind == ReporterKind.CountyBoard ? $"lst-{county}" : county.ToString(), provider: null);
}
