using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>
/// Sources that two or more people code, each without seeing the others' work, so that it can be told how well they agree
/// (dubbelkodning). Nothing of it counts until it is entered.
/// </summary>
public sealed class DoubleCoding : IUndoable
{
    /// <summary>The most signs of a title.</summary>
    public const int LongestTitle = 200;

    /// <summary>With fewer there is nobody to agree with.</summary>
    public const int FewestCoders = 2;

    public required Id<DoubleCoding> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>What it is called, such as what is tried by it.</summary>
    public required string Title { get; init; }

    /// <summary>Who handed it out.</summary>
    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When what they agreed on, or was settled, became codings that count; null until then.</summary>
    public DateTimeOffset? EnteredAt { get; set; }

    /// <summary>When it was given up; what was coded stays and never counts. Null where it was not.</summary>
    public DateTimeOffset? AbandonedAt { get; set; }

    /// <summary>Whether somebody is still to code, compare or settle.</summary>
    public bool IsOpen => EnteredAt is null && AbandonedAt is null;
}

/// <summary>One of the sources that are coded.</summary>
public sealed class DoubleCodingSource : IFrozen
{
    public required Id<DoubleCoding> DoubleCodingId { get; init; }

    public required Id<Source> SourceId { get; init; }
}

/// <summary>One of those who code.</summary>
public sealed class DoubleCoder
{
    public required Id<DoubleCoding> DoubleCodingId { get; init; }

    /// <summary>As the audit trail names people.</summary>
    public required string Coder { get; init; }

    /// <summary>When they handed in their work, which they can then change no more. Null until then.</summary>
    public DateTimeOffset? HandedInAt { get; set; }
}

/// <summary>That somebody gave a code to a passage without seeing the others' work. It is no <see cref="Coding"/>, so nothing counts it or shows it to others.</summary>
public sealed class BlindCoding : IUndoable
{
    public required Id<BlindCoding> Id { get; init; }

    public required Id<DoubleCoding> DoubleCodingId { get; init; }

    public required Id<Source> SourceId { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required Key<Code> CodeId { get; init; }

    /// <summary>UTF-16 offset of the passage in the source's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 length of the passage, at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>The passage word for word.</summary>
    public required string Quote { get; init; }

    public required string Coder { get; init; }

    public required DateTimeOffset CodedAt { get; init; }
}

/// <summary>That somebody has read one of the sources to its end: what they left uncoded is then left on purpose.</summary>
public sealed class BlindReading
{
    public required Id<DoubleCoding> DoubleCodingId { get; init; }

    public required Id<Source> SourceId { get; init; }

    public required string Reader { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>Whose decision a settlement is.</summary>
public enum SettledBy
{
    /// <summary>Somebody who did not code.</summary>
    Third,

    /// <summary>Those who coded, after they had talked about it.</summary>
    Agreement,
}

/// <summary>How a difference between those who coded was settled.</summary>
public sealed class Settlement
{
    /// <summary>The most signs of a reason.</summary>
    public const int LongestReason = 1_000;

    public required Id<DoubleCoding> DoubleCodingId { get; init; }

    public required Id<Source> SourceId { get; init; }

    public required Key<Code> CodeId { get; init; }

    /// <summary>Whether the source is to have the code. Where it is, the passages of those who gave it are kept.</summary>
    public required bool IsGiven { get; set; }

    /// <summary>Why, in words that somebody can check.</summary>
    public required string Reason { get; set; }

    public required SettledBy By { get; set; }

    /// <summary>Who wrote it down.</summary>
    public required string Actor { get; set; }

    public required DateTimeOffset SettledAt { get; set; }
}
