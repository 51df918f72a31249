using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>An analyst's note (memo) on one coding, code, source or requirement.</summary>
public sealed class Memo : IUndoable
{
    /// <summary>The most signs of a memo.</summary>
    public const int LongestText = 10_000;

    public required Id<Memo> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>The coding it is about; null where it is about something else. One of the four is set.</summary>
    public Id<Coding>? CodingId { get; init; }

    public Key<Code>? CodeId { get; init; }

    public Id<Source>? SourceId { get; init; }

    public Key<Requirement>? RequirementId { get; init; }

    public required string Text { get; set; }

    public required string Author { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When its words were last changed; null while they are as they were written.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
}
