namespace Samla.Domain;

/// <summary>
/// The register of the 21 regions, in Swedish alphabetical order (å, ä, ö last), which is the order of every list in a
/// report. Source: Statistics Sweden's county codes and the regions' own names.
/// </summary>
public static class Regions
{
    /// <summary>All regions in Swedish alphabetical order.</summary>
    public static IReadOnlyList<Region> All { get; } =
    [
        New(10, "Blekinge", "Region Blekinge", "Blekinge län"),
        New(20, "Dalarna", "Region Dalarna", "Dalarnas län"),
        New(9, "Gotland", "Region Gotland", "Gotlands län", "Gotlands kommun"),
        New(21, "Gävleborg", "Region Gävleborg", "Gävleborgs län"),
        New(13, "Halland", "Region Halland", "Hallands län"),
        New(
            23,
            "Jämtland Härjedalen",
            "Region Jämtland Härjedalen",
            "Jämtlands län",
            "Jämtland-Härjedalen",
            "Jämtland"
        ),
        New(6, "Jönköping", "Region Jönköpings län", "Jönköpings län", "Region Jönköping"),
        New(8, "Kalmar", "Region Kalmar län", "Kalmar län", "Region Kalmar"),
        New(7, "Kronoberg", "Region Kronoberg", "Kronobergs län"),
        New(25, "Norrbotten", "Region Norrbotten", "Norrbottens län"),
        New(12, "Skåne", "Region Skåne", "Skåne län"),
        New(1, "Stockholm", "Region Stockholm", "Stockholms län"),
        New(4, "Sörmland", "Region Sörmland", "Södermanlands län", "Södermanland"),
        New(3, "Uppsala", "Region Uppsala", "Uppsala län"),
        New(17, "Värmland", "Region Värmland", "Värmlands län"),
        New(24, "Västerbotten", "Region Västerbotten", "Västerbottens län"),
        New(22, "Västernorrland", "Region Västernorrland", "Västernorrlands län"),
        New(19, "Västmanland", "Region Västmanland", "Västmanlands län"),
        New(14, "Västra Götaland", "Västra Götalandsregionen", "Västra Götalands län", "Region Västra Götaland"),
        New(18, "Örebro", "Region Örebro län", "Örebro län", "Region Örebro"),
        New(5, "Östergötland", "Region Östergötland", "Östergötlands län"),
    ];

    private static readonly Dictionary<RegionCode, Region> ByCode = All.ToDictionary(region => region.Code);

    private static readonly Dictionary<RegionCode, int> Places = All.Index()
        .ToDictionary(region => region.Item.Code, region => region.Index);

    /// <summary>The region with a code; every <see cref="RegionCode"/> has one.</summary>
    public static Region Of(RegionCode code) => ByCode[code];

    /// <summary>A region's place in <see cref="All"/>, from 0: what lists are sorted by.</summary>
    public static int PlaceOf(RegionCode code) => Places[code];

    extension(RegionSet set)
    {
        /// <summary>The set's regions in Swedish alphabetical order.</summary>
        public IEnumerable<Region> InSwedishOrder => All.Where(region => set.Contains(region.Code));

        /// <summary>Their names in running text: "Gotland, Kalmar och Skåne"; empty for none.</summary>
        public string Names => SwedishText.Enumeration([.. set.InSwedishOrder.Select(region => region.Name)]);
    }

    private static Region New(int code, string name, string authority, string county, params string[] otherNames) =>
        new(new RegionCode(code), name, authority, county, otherNames);
}
