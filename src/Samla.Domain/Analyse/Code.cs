using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>What a code does in the codebook.</summary>
public enum CodeKind
{
    /// <summary>Holds other codes together; is not given to passages.</summary>
    Group,

    /// <summary>Is given to passages.</summary>
    Leaf,
}

/// <summary>One code of a round's codebook (kodschema).</summary>
public sealed class Code
{
    public required Key<Round> RoundId { get; init; }

    public required Key<Code> Id { get; init; }

    public required Key<Code>? ParentId { get; init; }

    public required CodeKind Kind { get; init; }

    /// <summary>Its place in the codebook read from above, from 0.</summary>
    public required int Order { get; init; }

    public required string Label { get; init; }

    /// <summary>When the code is to be given.</summary>
    public required string Definition { get; init; }

    /// <summary>The requirement whose answers it is about; null for the codebook's sections.</summary>
    public required Key<Requirement>? RequirementId { get; init; }

    /// <summary>Whose answers it is about.</summary>
    public required ReporterKind Subject { get; init; }

    /// <summary>Why nothing can be said with it, such as contradicting sources; null for most.</summary>
    public required string? Withheld { get; init; }
}
