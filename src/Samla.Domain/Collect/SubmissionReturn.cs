namespace Samla.Domain.Collect;

/// <summary>
/// A submitted version returned for correction (återlämning). The version stays as it was; the next one closes the return.
/// </summary>
public sealed class SubmissionReturn : IFrozen
{
    /// <summary>The most signs that its message may have, and each comment.</summary>
    public const int MostSigns = 2_000;

    public required Id<SubmissionReturn> Id { get; init; }

    public required Id<Submission> SubmissionId { get; init; }

    public required int Version { get; init; }

    /// <summary>What concerns the whole; empty where the comments say it all.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who returned it, as the audit trail names people.</summary>
    public required string By { get; init; }

    /// <summary>At least one.</summary>
    public List<ReturnComment> Comments { get; init; } = [];

    /// <summary>The version that answered it; null as long as none has.</summary>
    public int? ClosedBy(int currentVersion) => currentVersion > Version ? Version + 1 : null;
}

/// <summary>What is to be corrected in the answer to a requirement.</summary>
public sealed class ReturnComment : IFrozen
{
    public required Id<SubmissionReturn> ReturnId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    public required string Text { get; init; }
}
