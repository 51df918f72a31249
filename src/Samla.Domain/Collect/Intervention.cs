using System.Text.Json.Serialization;

namespace Samla.Domain.Collect;

/// <summary>An activity or project (insats), entered once and referred to from the requirements it answers.</summary>
public sealed class Intervention : InterventionContent
{
    public required Key<Intervention> Id { get; init; }

    /// <summary>The round whose register holds it.</summary>
    public required Key<Round> RoundId { get; init; }

    /// <summary>Where its words come from: also in a sample round, what an officer adds is reported.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Counts the changes, so that nobody overwrites what they have not seen.</summary>
    [JsonInclude]
    public int Revision { get; private set; } = 1;

    /// <summary>The revision that was handed in last; null before. Nobody but its reporters sees another.</summary>
    [JsonInclude]
    public int? SubmittedRevision { get; private set; }

    /// <summary>All of it as it was handed in last, as JSON, while it has been changed since; null else. <see cref="AsSubmitted"/> reads it. The audit trail has its words already.</summary>
    [Draft, JsonIgnore]
    public string? SubmittedState { get; private set; }

    /// <summary>What it was in the round before, from whose register it was taken along; null for a new one.</summary>
    public Key<Intervention>? CarriedFromId { get; init; }

    /// <summary>The one that stands for both after a merger; null where it stands for itself.</summary>
    public Key<Intervention>? MergedIntoId { get; set; }

    /// <summary>Those who carry it out, one or several, also those who have taken it out of their registers.</summary>
    public List<InterventionReporter> Reporters { get; init; } = [];

    /// <summary>Where its reporters refer to it.</summary>
    public List<InterventionReference> References { get; init; } = [];

    /// <summary>As it was handed in last, all that others than its reporters may see; null where it never was.</summary>
    public Intervention? AsSubmitted() =>
        SubmittedRevision == Revision ? this
        : SubmittedState is { } state ? InterventionJson.Read(state)
        : null;

    /// <summary>Comes before each change, with all of it read: others go on seeing it as it was handed in.</summary>
    public void BeginChange()
    {
        if (SubmittedRevision == Revision)
        {
            SubmittedState = InterventionJson.Write(this);
        }

        Revision++;
    }

    /// <summary>From now on others see it as it is.</summary>
    public void HandIn() => (SubmittedRevision, SubmittedState) = (Revision, null);

    /// <summary>Whether it is in anybody's register.</summary>
    public bool IsInRegister() => MergedIntoId is null && Reporters.Exists(one => one.RemovedAt is null);

    /// <summary>Whether it is in the register of a reporter.</summary>
    public bool IsIn(Key<Reporter> reporter) =>
        MergedIntoId is null && Reporters.Exists(r => r.ReporterId == reporter && r.RemovedAt is null);

    /// <summary>
    /// Whether a reporter reads it as it is now: those who have it in their registers do, and those who took it out when nobody
    /// goes on with it. Others read <see cref="AsSubmitted"/>.
    /// </summary>
    public bool IsOpenTo(Key<Reporter> reporter) =>
        Reporters.Find(one => one.ReporterId == reporter) is { } own
        && (own.RemovedAt is null || Reporters.TrueForAll(one => one.RemovedAt is not null));

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
