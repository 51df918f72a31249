using Samla.Domain;

namespace Samla.Reference;

/// <summary>What the registers know of each region.</summary>
public sealed class RegionFacts
{
    private readonly Dictionary<RegionCode, Entry> _entries;

    /// <summary>The sections of the template that stand for the areas of the national strategy, in its order.</summary>
    public IReadOnlyList<string> StrategicSections { get; }

    private RegionFacts(Registers registers)
    {
        var strategies = registers.Strategies.Strategies.ToDictionary(strategy => strategy.Region);
        var labels = registers.Strategies.Statuses.ToDictionary(status => status.Id, status => status.Label);
        _entries = registers.Regions.Regions.ToDictionary(
            region => RegionCode.Parse(region.Code, null),
            region => new Entry(region, strategies[region.Code], labels[strategies[region.Code].Status2023])
        );
        StrategicSections =
        [
            .. registers
                .Taxonomy.NationalStrategies.SelectMany(strategy => strategy.Areas)
                .Select(area => area.Section)
                .OfType<string>(),
        ];
    }

    /// <param name="Strategy">Its regional development strategy.</param>
    /// <param name="StrategyIn2023">Where the strategy stood in 2023, in Swedish.</param>
    public sealed record Entry(RegionsFile.Entry Region, StrategiesFile.Entry Strategy, string StrategyIn2023);

    public Entry Of(RegionCode region) => _entries[region];

    /// <summary>What the registers that were read say of each region.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static RegionFacts Of(Registers.Outcome read) => new(Registers.Of(read));
}
