using Samla.Domain;

namespace Samla.Reference;

/// <summary>The regional development strategies over time: when each was adopted, how far it looks, and where it stood in the years that reports have told of.</summary>
public sealed class StrategyRegister
{
    private StrategyRegister(StrategiesFile file)
    {
        var statuses = file.Statuses.ToDictionary(status => status.Id);
        Statuses = [.. file.Statuses.Select(status => (status.Id, status.Label))];
        Lines =
        [
            .. from entry in file.Strategies
            let region = RegionCode.Parse(entry.Region, null)
            orderby Regions.PlaceOf(region)
            select new Line(
                region,
                entry.Name,
                entry.AdoptedYear,
                entry.HorizonYear,
                new Dictionary<int, Standing>
                {
                    [Years[0]] = StandingOf(entry.Status2023, entry.Note2023),
                    [Years[1]] = StandingOf(entry.Status2026, entry.Note),
                }
            ),
        ];

        Standing StandingOf(string id, string note) =>
            statuses[id] is var status ? new Standing(id, status.Label, status.IsRevision, note) : null!;
    }

    /// <summary>The years that a report tells of where the strategies stood, the earliest first.</summary>
    public static IReadOnlyList<int> Years { get; } = [2023, 2026];

    /// <summary>The latest of <see cref="Years"/>.</summary>
    public static int Latest => Years[^1];

    /// <summary>What a strategy's standing can be, in the order of the register.</summary>
    public IReadOnlyList<(string Id, string Label)> Statuses { get; }

    /// <summary>A standing in Swedish; its id where the register has it not.</summary>
    public string LabelOf(string status) =>
        Statuses.Where(one => one.Id == status).Select(one => one.Label).FirstOrDefault(status);

    /// <summary>Whether it tells of a year, and has such a standing.</summary>
    public bool Has(int year, string status) => Years.Contains(year) && Statuses.Any(one => one.Id == status);

    /// <summary>One for each region, in their order.</summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>The regions that have a strategy in it.</summary>
    public RegionSet All => [.. from line in Lines select line.Region];

    /// <param name="Name">Of the strategy in force in <see cref="Latest"/>, as it is printed.</param>
    /// <param name="Adopted">The year that it was adopted.</param>
    /// <param name="Horizon">The last year that its name tells; null where it tells none.</param>
    /// <param name="Standings">Where the region's strategy stood, by <see cref="Years"/>.</param>
    public sealed record Line(
        RegionCode Region,
        string Name,
        int Adopted,
        int? Horizon,
        IReadOnlyDictionary<int, Standing> Standings
    )
    {
        /// <summary>The region's letter.</summary>
        public string RegionName => Regions.Of(Region).Name;

        /// <summary>How many years old it is in <see cref="Latest"/>.</summary>
        public int Age => Latest - Adopted;

        /// <summary>The first year that an earlier strategy is known to have been in force, which this one took over from; null where none is known of.</summary>
        public int? Succeeds => Adopted > Years[0] ? Years[0] : null;

        /// <summary>Where the strategy that was in force in one of the years stood, in words, with what else the register tells.</summary>
        public string Told(int year)
        {
            // Of an earlier one the register has no name.
            var name = WasInForce(year) ? Name : "Den tidigare strategin";
            return Standings[year] is { Note: { Length: > 0 } note } standing
                ? $"{name}: {standing.Label}. {note}"
                : $"{name}: {Standings[year].Label}.";
        }

        /// <summary>Whether the strategy that was in force then is this one.</summary>
        public bool WasInForce(int year) => Adopted <= year;
    }

    /// <param name="Id">As the register has it.</param>
    /// <param name="Label">In Swedish, such as "Revidering pågår".</param>
    /// <param name="IsRevision">Whether it is being made anew, or is looked over for that.</param>
    /// <param name="Note">What else the register tells; empty where it is nothing.</param>
    public sealed record Standing(string Id, string Label, bool IsRevision, string Note);

    /// <summary>The regions whose strategy was under revision in one of <see cref="Years"/>.</summary>
    public RegionSet UnderRevision(int year) =>
        [.. from line in Lines where line.Standings[year].IsRevision select line.Region];

    /// <summary>From the registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static StrategyRegister Of(Registers.Outcome read) => new(Registers.Of(read).Strategies);
}
