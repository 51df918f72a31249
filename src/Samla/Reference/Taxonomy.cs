using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>What interventions are sorted by: lists of terms, each with the id it is kept by and the name a person chooses.</summary>
public sealed class Taxonomy
{
    private Taxonomy(Registers registers)
    {
        // The first is the strategy in force.
        var strategy = registers.Taxonomy.NationalStrategies[0];
        Areas = [.. strategy.Areas.Select(area => new Term(area.Id, area.Name, area.Section))];
        Priorities =
        [
            .. strategy.Areas.SelectMany(area =>
                area.Priorities.Select(priority => new Term(priority.Id, priority.Name, area.Id))
            ),
        ];
        Challenges = [.. (strategy.Challenges ?? []).Select(challenge => new Term(challenge.Id, challenge.Name))];
        Dimensions = [.. registers.Taxonomy.SustainabilityDimensions.Select(one => new Term(one.Id, one.Name))];
        Programmes = [.. registers.Taxonomy.EuProgrammes.Select(one => new Term(one.Id, one.Name))];
        GlobalGoals =
        [
            .. registers.Taxonomy.Agenda2030.Select(goal => new Term($"{goal.Number}", $"{goal.Number} {goal.Title}")),
        ];
        Municipalities =
        [
            .. registers.Municipalities.Municipalities.Select(one => new Term(one.Code, one.ShortName, one.County)),
        ];
    }

    /// <param name="Id">As it is kept.</param>
    /// <param name="Name">As a person reads and chooses it.</param>
    /// <param name="Group">What it belongs to: an area's section, a priority's area, a municipality's county.</param>
    public sealed record Term(string Id, string Name, string? Group = null);

    /// <summary>The strategic areas of the national strategy in force.</summary>
    public IReadOnlyList<Term> Areas { get; }

    public IReadOnlyList<Term> Priorities { get; }

    public IReadOnlyList<Term> Challenges { get; }

    public IReadOnlyList<Term> Dimensions { get; }

    public IReadOnlyList<Term> Counties { get; } =
    [.. Regions.All.Select(region => new Term(region.Code.ToString(), region.County))];

    public IReadOnlyList<Term> Municipalities { get; }

    public IReadOnlyList<Term> Funds { get; } =
    [.. Fund.All.Select(fund => new Term(fund.Id, SwedishText.Capitalized(fund.Name)))];

    public IReadOnlyList<Term> Programmes { get; }

    public IReadOnlyList<Term> GlobalGoals { get; }

    /// <summary>The terms of the registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static Taxonomy Of(Registers.Outcome read) => new(Registers.Of(read));
}
