namespace Samla.Domain.Collect;

/// <summary>What is asked in a round: sections with requirements.</summary>
public sealed class Template
{
    public required Key<Template> Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Remarks on the template's own origin; empty for most.</summary>
    public required string Note { get; init; }

    /// <summary>In the order they are asked; load them with their requirements.</summary>
    public List<Section> Sections { get; init; } = [];
}

/// <summary>A section of a template.</summary>
public sealed class Section
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<Section> Id { get; init; }

    /// <summary>Its place among the sections, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The chapter of the report that compiles it; null where it is not compiled.</summary>
    public required int? Chapter { get; init; }

    public required string Title { get; init; }

    /// <summary>What to bear in mind in each answer; empty for most.</summary>
    public required string Guidance { get; init; }

    /// <summary>In the order they are asked.</summary>
    public List<Requirement> Requirements { get; init; } = [];
}

/// <summary>What form an answer has.</summary>
public enum RequirementKind
{
    /// <summary>Free text.</summary>
    Narrative,

    /// <summary>Interventions with outputs, outcomes and goals, and a comment in text.</summary>
    Table,

    /// <summary>Amounts by support form, with reasons.</summary>
    Allocation,
}

/// <summary>One thing that is asked (återrapporteringskrav).</summary>
public sealed class Requirement
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<Requirement> Id { get; init; }

    public required Key<Section> SectionId { get; init; }

    /// <summary>Its place in the section, from 0.</summary>
    public required int Order { get; init; }

    public required RequirementKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Instruction { get; init; }

    /// <summary>The most characters an answer may have, counted by <see cref="Characters"/>.</summary>
    public required int CharacterLimit { get; init; }

    public required bool IsOptional { get; init; }

    /// <summary>The kind of reporter that answers.</summary>
    public required ReporterKind AnsweredBy { get; init; }

    /// <summary>The counties whose reporter of that kind answers; all where no others are named.</summary>
    public required RegionSet Counties { get; init; }

    /// <summary>Whether this reporter is asked.</summary>
    public bool Asks(Reporter reporter) =>
        reporter.Kind == AnsweredBy && (reporter.County is not { } county || Counties.Contains(county));
}
