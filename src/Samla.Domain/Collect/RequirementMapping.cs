namespace Samla.Domain.Collect;

/// <summary>How a requirement of a template answers to those of an earlier one.</summary>
public enum MappingKind
{
    /// <summary>The same is asked; the words may differ.</summary>
    Same,

    /// <summary>Some of the same is asked.</summary>
    Partly,

    /// <summary>One earlier requirement has become several.</summary>
    Split,

    /// <summary>Several earlier requirements have become one.</summary>
    Merged,

    /// <summary>Nothing earlier asked for it.</summary>
    New,

    /// <summary>Nothing later asks for it.</summary>
    Dropped,
}

/// <summary>That a requirement of a template answers to one of an earlier template: where last year's words are found again.</summary>
/// <remarks>A reading of two templates that can be made, or mended, after both are published.</remarks>
public sealed class RequirementMapping
{
    /// <summary>The later template.</summary>
    public required Key<Template> TemplateId { get; init; }

    public required Key<Template> EarlierTemplateId { get; init; }

    /// <summary>Its place among the pairs of these two templates, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>In the later template; null where the earlier requirement was dropped.</summary>
    public required Key<Requirement>? RequirementId { get; init; }

    /// <summary>In the earlier template; null where the later requirement is new.</summary>
    public required Key<Requirement>? EarlierRequirementId { get; init; }

    public required MappingKind Kind { get; init; }

    /// <summary>What differs, for whoever carries an answer over.</summary>
    public required string Note { get; init; }
}
