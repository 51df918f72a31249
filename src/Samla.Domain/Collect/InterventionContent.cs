namespace Samla.Domain.Collect;

/// <summary>What is written of an intervention: all that its editor and its row in a workbook hold.</summary>
public class InterventionContent
{
    public required string Name { get; set; }

    /// <summary>Whether the name is its own; else it is a describing name.</summary>
    public required bool HasProperName { get; set; }

    public required InterventionType Type { get; set; }

    public required string Summary { get; set; }

    /// <summary>Strategic areas, by their ids in the taxonomy; those of its priorities are among them.</summary>
    public List<string> Areas { get; set; } = [];

    /// <summary>Priorities of the strategic areas, by their ids in the taxonomy.</summary>
    public List<string> Priorities { get; set; } = [];

    /// <summary>Societal challenges, by their ids in the taxonomy.</summary>
    public List<string> Challenges { get; set; } = [];

    /// <summary>Sustainability dimensions, by their ids in the taxonomy.</summary>
    public List<string> Dimensions { get; set; } = [];

    /// <summary>The counties it works in; those of its municipalities are among them.</summary>
    public RegionSet Counties { get; set; }

    /// <summary>The municipalities it works in, by their codes; none where it works in whole counties.</summary>
    public List<string> Municipalities { get; set; } = [];

    /// <summary>With whom.</summary>
    public List<string> Partners { get; set; } = [];

    /// <summary>Who pays for it.</summary>
    public List<FundShare> Funding { get; init; } = [];

    /// <summary>The cases in which grants to it were decided, by the numbers that they have where they were decided.</summary>
    public List<string> Cases { get; set; } = [];

    public DateOnly? Begins { get; set; }

    public DateOnly? Ends { get; set; }

    /// <summary>Whether it is reported somewhere else already; null where nobody has said.</summary>
    public bool? IsReportedElsewhere { get; set; }

    /// <summary>Where it is reported, in words; empty where nobody has said.</summary>
    public string ReportedWhere { get; set; } = "";

    /// <summary>A web address of that; empty without one.</summary>
    public string ReportedLink { get; set; } = "";

    public List<Output> Outputs { get; init; } = [];

    public List<Outcome> Outcomes { get; init; } = [];

    /// <summary>Goals of the regional development strategy, in its own words.</summary>
    public List<string> StrategyGoals { get; set; } = [];

    /// <summary>EU programmes whose goals it serves, by their ids in the taxonomy.</summary>
    public List<string> Programmes { get; set; } = [];

    /// <summary>Goals of Agenda 2030, by their numbers.</summary>
    public List<int> GlobalGoals { get; set; } = [];

    /// <summary>Becomes as <paramref name="other"/>. Rows that stay in their place are changed there, so that the audit trail shows what changed.</summary>
    public void Take(InterventionContent other)
    {
        Name = other.Name;
        HasProperName = other.HasProperName;
        Type = other.Type;
        Summary = other.Summary;
        Areas = [.. other.Areas];
        Priorities = [.. other.Priorities];
        Challenges = [.. other.Challenges];
        Dimensions = [.. other.Dimensions];
        Counties = other.Counties;
        Municipalities = [.. other.Municipalities];
        Partners = [.. other.Partners];
        Cases = [.. other.Cases];
        Begins = other.Begins;
        Ends = other.Ends;
        IsReportedElsewhere = other.IsReportedElsewhere;
        ReportedWhere = other.ReportedWhere;
        ReportedLink = other.ReportedLink;
        StrategyGoals = [.. other.StrategyGoals];
        Programmes = [.. other.Programmes];
        GlobalGoals = [.. other.GlobalGoals];
        TakeRows(Funding, other.Funding, row => row.Order, order => new FundShare { Order = order }, FundShare.Copy);
        TakeRows(Outputs, other.Outputs, row => row.Order, order => new Output { Order = order }, Output.Copy);
        TakeRows(Outcomes, other.Outcomes, row => row.Order, order => new Outcome { Order = order }, Outcome.Copy);
    }

    private static void TakeRows<T>(
        List<T> mine,
        List<T> theirs,
        Func<T, int> orderOf,
        Func<int, T> make,
        Action<T, T> copy
    )
    {
        mine.RemoveAll(row => orderOf(row) >= theirs.Count);
        foreach (var (order, row) in theirs.OrderBy(orderOf).Index())
        {
            var place = mine.Find(one => orderOf(one) == order);
            if (place is null)
            {
                place = make(order);
                mine.Add(place);
            }

            copy(row, place);
        }
    }
}

/// <summary>That a fund pays for an intervention.</summary>
public sealed class FundShare
{
    /// <summary>Its place among the intervention's, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The fund, by its id in <see cref="Collect.Fund.All"/>.</summary>
    public string Fund { get; set; } = "";

    /// <summary>In kronor; null where the amount is not known.</summary>
    public decimal? Amount { get; set; }

    internal static void Copy(FundShare from, FundShare to) => (to.Fund, to.Amount) = (from.Fund, from.Amount);
}

/// <summary>What the intervention itself produced (prestation): a text, a number with its unit, or both.</summary>
public sealed class Output
{
    /// <summary>Its place among the intervention's, from 0.</summary>
    public required int Order { get; init; }

    public string Text { get; set; } = "";

    /// <summary>How many; null where it was not counted.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What <see cref="Quantity"/> counts; null without a quantity.</summary>
    public string? Unit { get; set; }

    /// <summary>Why it is not measured, where somebody chose to say so; never together with a quantity.</summary>
    public string? NotMeasured { get; set; }

    internal static void Copy(Output from, Output to) =>
        (to.Text, to.Quantity, to.Unit, to.NotMeasured) = (from.Text, from.Quantity, from.Unit, from.NotMeasured);
}

/// <summary>A change that follows (effekt), expected or achieved.</summary>
public sealed class Outcome
{
    /// <summary>Its place among the intervention's, from 0.</summary>
    public required int Order { get; init; }

    public string Text { get; set; } = "";

    public Horizon Horizon { get; set; }

    public OutcomeState State { get; set; }

    public Evidence Evidence { get; set; }

    internal static void Copy(Outcome from, Outcome to) =>
        (to.Text, to.Horizon, to.State, to.Evidence) = (from.Text, from.Horizon, from.State, from.Evidence);
}
