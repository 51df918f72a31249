using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>
/// That a reporter says what a code stands for though no passage of its answer to the code's requirement says so, such as
/// when it refers to another section. Counts like a coded passage; the reason stands where the passage would.
/// </summary>
public sealed class Attribution : IUndoable
{
    /// <summary>The most signs of a reason.</summary>
    public const int LongestReason = 1_000;

    public required Id<Attribution> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required Key<Code> CodeId { get; set; }

    public required Key<Reporter> ReporterId { get; init; }

    /// <summary>Why the code is given, for whoever checks it: at least one sign.</summary>
    public required string Reason { get; set; }

    public required string Coder { get; init; }

    /// <summary>When it was given, or confirmed after a new version was handed in.</summary>
    public required DateTimeOffset CodedAt { get; set; }
}
