namespace Samla.Domain.Collect;

/// <summary>An activity or project (insats), entered once and referred to from the requirements it answers.</summary>
public sealed class Intervention : InterventionContent
{
    public required Key<Intervention> Id { get; init; }

    /// <summary>The round whose register holds it.</summary>
    public required Key<Round> RoundId { get; init; }

    /// <summary>Where its words come from: also in a sample round, what an officer adds is reported.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Counts the saves, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The revision that was handed in last; null before. Nobody but its reporters sees another.</summary>
    public int? SubmittedRevision { get; set; }

    /// <summary>The one that stands for both after a merger; null where it stands for itself.</summary>
    public Key<Intervention>? MergedIntoId { get; set; }

    /// <summary>Those who carry it out, one or several, also those who have taken it out of their registers.</summary>
    public List<InterventionReporter> Reporters { get; init; } = [];

    /// <summary>Where its reporters refer to it.</summary>
    public List<InterventionReference> References { get; init; } = [];

    /// <summary>Whether it is in the register of a reporter.</summary>
    public bool IsIn(Key<Reporter> reporter) =>
        MergedIntoId is null && Reporters.Exists(r => r.ReporterId == reporter && r.RemovedAt is null);

    /// <summary>The requirements that a reporter refers to it from.</summary>
    public IEnumerable<Key<Requirement>> RequirementsOf(Key<Reporter> reporter) =>
        References.Where(reference => reference.ReporterId == reporter).Select(reference => reference.RequirementId);
}

/// <summary>That a reporter carries out an intervention, and so has it in its register.</summary>
public sealed class InterventionReporter
{
    public required Key<Intervention> InterventionId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    /// <summary>When the reporter took it out of its register; null while it is there. The others keep it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>That a reporter's answer to a requirement refers to an intervention.</summary>
public sealed class InterventionReference
{
    public required Key<Intervention> InterventionId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    /// <summary>The intervention that a merger moved it from; null where a person chose it. So a merger can be undone.</summary>
    public Key<Intervention>? MovedFromId { get; init; }
}
