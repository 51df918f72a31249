namespace Samla.Domain.Collect;

/// <summary>How soon an outcome follows.</summary>
public enum Horizon
{
    Unknown,
    Short,
    Medium,
    Long,
}

/// <summary>Whether an outcome is there yet.</summary>
public enum OutcomeState
{
    Unknown,
    Expected,
    Achieved,
    TooEarly,
}

/// <summary>How an outcome is known (verifiering).</summary>
public enum Evidence
{
    Unknown,

    /// <summary>The reporter's own judgement.</summary>
    OwnAssessment,
    Monitoring,
    Evaluation,
    Other,
}

/// <summary>What kind of intervention it is.</summary>
public enum InterventionType
{
    Effort,
    Project,
    Programme,
    Tool,
    Network,
    Analysis,
    Arena,
    Strategy,
    Agreement,
}

/// <summary>An activity or project (insats), entered once and referred to from the requirements it answers.</summary>
public sealed class Intervention
{
    public required Key<Intervention> Id { get; init; }

    /// <summary>The round it was first reported in.</summary>
    public required Key<Round> RoundId { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether the name is its own; else it is a describing name.</summary>
    public required bool HasProperName { get; init; }

    public required InterventionType Type { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    public required string Summary { get; init; }

    /// <summary>With whom.</summary>
    public required List<string> Partners { get; init; }

    /// <summary>Funds that pay for it, by their short names ("own", "erdf", "esf").</summary>
    public required List<string> Funds { get; init; }

    /// <summary>Those who carry it out, one or several.</summary>
    public List<InterventionReporter> Reporters { get; init; } = [];

    public List<Output> Outputs { get; init; } = [];

    public List<Outcome> Outcomes { get; init; } = [];
}

/// <summary>That a reporter carries out an intervention.</summary>
public sealed class InterventionReporter
{
    public required Key<Intervention> InterventionId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }
}

/// <summary>What the intervention itself produced (prestation).</summary>
public sealed class Output
{
    /// <summary>Its place among the intervention's, from 0.</summary>
    public required int Order { get; init; }

    public required string Text { get; init; }

    /// <summary>How many; null where it was not counted.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What <see cref="Quantity"/> counts; null without a quantity.</summary>
    public string? Unit { get; init; }
}

/// <summary>A change that follows (effekt), expected or achieved.</summary>
public sealed class Outcome
{
    /// <summary>Its place among the intervention's, from 0.</summary>
    public required int Order { get; init; }

    public required string Text { get; init; }

    public required Horizon Horizon { get; init; }

    public required OutcomeState State { get; init; }

    public required Evidence Evidence { get; init; }
}
