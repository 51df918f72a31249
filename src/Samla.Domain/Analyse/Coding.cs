using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>That a person gave a code to a passage of a source.</summary>
public sealed class Coding : IUndoable
{
    public required Id<Coding> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>Another when the code is merged with one, or split.</summary>
    public required Key<Code> CodeId { get; set; }

    public required Id<Source> SourceId { get; init; }

    /// <summary>UTF-16 offset of the passage in the source's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 length of the passage, at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>The passage word for word, kept beside the offsets so that drift is detected and never guessed away.</summary>
    public required string Quote { get; init; }

    /// <summary>Who coded.</summary>
    public required string Coder { get; init; }

    public required DateTimeOffset CodedAt { get; init; }

    /// <summary>Whether somebody starred the passage as one to quote.</summary>
    public bool IsStarred { get; set; }

    /// <summary>The coding of the same words in the answer that replaced this one's; null where nobody has moved it.</summary>
    public Id<Coding>? MovedToId { get; set; }

    /// <summary>Why it was let go when the answer was replaced; null where it was not.</summary>
    public string? DroppedBecause { get; set; }

    public int End => Start + Length;
}

/// <summary>That a person has read a source to its end. Until somebody has, nothing counts as silence.</summary>
public sealed class Reading : IUndoable
{
    public required Id<Source> SourceId { get; init; }

    public required string Reader { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
