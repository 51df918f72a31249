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

/// <summary>One code of a round's codebook (kodschema). The same id in another round is the same code, perhaps in another version.</summary>
public sealed class Code : IUndoable
{
    /// <summary>The most signs of a label.</summary>
    public const int LongestLabel = 200;

    /// <summary>The most signs of a definition, and of each of its rules.</summary>
    public const int LongestText = 4_000;

    public required Key<Round> RoundId { get; init; }

    public required Key<Code> Id { get; init; }

    public required Key<Code>? ParentId { get; set; }

    public required CodeKind Kind { get; init; }

    /// <summary>Its place in the codebook read from above, from 0.</summary>
    public required int Order { get; set; }

    public required string Label { get; set; }

    /// <summary>When the code is to be given.</summary>
    public required string Definition { get; set; }

    /// <summary>What is also to have the code, though one might doubt it; empty where the definition is enough.</summary>
    public string Inclusion { get; set; } = "";

    /// <summary>What is not to have the code, though it looks like it; empty where the definition is enough.</summary>
    public string Exclusion { get; set; } = "";

    /// <summary>What it says something about; null where nobody has said, and for groups.</summary>
    public CodeAspect? Aspect { get; set; }

    /// <summary>
    /// From 1; goes up when what the code means changes: its words, or what was merged into it or split from it. Numbers of
    /// two rounds can be compared where their codes are of the same version.
    /// </summary>
    public int Version { get; set; } = 1;

    /// <summary>When the code ceased to be given; its codings still count. Null while it is in use.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>The code that took over its codings; null where it was not merged.</summary>
    public Key<Code>? MergedIntoId { get; set; }

    /// <summary>
    /// The requirement whose answers it is about, or the question that documents are read for; null for the codebook's sections, and
    /// for what is about documents and no question in particular.
    /// </summary>
    public required Key<Requirement>? RequirementId { get; init; }

    /// <summary>Whose answers it is about, or documents; says nothing of the codebook's sections.</summary>
    public required ReporterKind Subject { get; init; }

    /// <summary>What it is counted from, such as the rows of its requirement; null for what is given to passages, as most are.</summary>
    public CountedFrom? CountedFrom { get; init; }

    /// <summary>Why nothing can be said with it, such as contradicting sources; null for most.</summary>
    public required string? Withheld { get; init; }

    /// <summary>Whether it is given to passages of documents rather than of answers, or is a group of such codes. Sections may hold both kinds.</summary>
    public bool IsAboutDocuments => Subject == ReporterKind.Document && ParentId is not null;

    /// <summary>The requirement that a text answers whose passages can be given it; null for documents, which answer none.</summary>
    public Key<Requirement>? AnsweredRequirement => IsAboutDocuments ? null : RequirementId;

    /// <summary>Whom a number of it counts: a document counts for the region of its county.</summary>
    public ReporterKind Counts => IsAboutDocuments ? ReporterKind.Region : Subject;

    /// <summary>Whether passages can be given it now.</summary>
    public bool IsGiven => Kind == CodeKind.Leaf && RetiredAt is null && CountedFrom is null;
}
