namespace Samla.Domain.Collect;

/// <summary>Whether a template may still be changed.</summary>
public enum TemplateState
{
    Draft,

    /// <summary>Rounds may ask it, and it never changes: answers keep the questions they were given.</summary>
    Published,
}

/// <summary>What belongs to a template, and never changes once that is published.</summary>
public interface ITemplatePart
{
    Key<Template> TemplateId { get; }
}

/// <summary>What is asked in rounds: sections with requirements. A template may serve several years.</summary>
public sealed class Template
{
    public required Key<Template> Id { get; init; }

    public required string Title { get; set; }

    /// <summary>Remarks on the template's own origin; empty for most.</summary>
    public required string Note { get; set; }

    /// <summary>The template it was made from; null where it was made from none.</summary>
    public Key<Template>? BasedOn { get; set; }

    /// <summary>Null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>What table answers hold, in the order they were entered; load them with their columns.</summary>
    public List<TemplateTable> Tables { get; init; } = [];

    /// <summary>In the order they are asked; load them with their requirements.</summary>
    public List<Section> Sections { get; init; } = [];

    public TemplateState State => PublishedAt is null ? TemplateState.Draft : TemplateState.Published;
}

/// <summary>A section of a template.</summary>
public sealed class Section : ITemplatePart
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

    /// <summary>What it asks, in no order where they come from the database.</summary>
    public List<Requirement> Requirements { get; init; } = [];

    /// <summary>The requirements in the order they are asked.</summary>
    public IReadOnlyList<Requirement> InOrder() => [.. Requirements.OrderBy(requirement => requirement.Order)];
}

/// <summary>What form an answer has.</summary>
public enum RequirementKind
{
    /// <summary>Free text.</summary>
    Narrative,

    /// <summary>Interventions with outputs, outcomes and goals, and a comment in text.</summary>
    Table,

    /// <summary>Amounts by support form, with reasons: rows of the requirement's own, and a comment in text.</summary>
    Allocation,

    /// <summary>Anything else that is told row by row: rows of the requirement's own, and a comment in text.</summary>
    Rows,
}

/// <summary>One thing that is asked (återrapporteringskrav).</summary>
public sealed class Requirement : ITemplatePart
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<Requirement> Id { get; init; }

    public required Key<Section> SectionId { get; init; }

    /// <summary>Its place in the section, from 0.</summary>
    public required int Order { get; init; }

    public required RequirementKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>What is asked for, in a sentence or two.</summary>
    public required string Instruction { get; init; }

    /// <summary>What a good answer holds, for those who want to know more; empty where the instruction says it all.</summary>
    public string Help { get; init; } = "";

    /// <summary>Why it may be asked, such as "10 § 1 förordningen (2024:99)"; empty where nothing says so.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>The most characters an answer in text may have, counted by <see cref="Characters"/>; 0 for questions to documents, which nobody writes answers to.</summary>
    public required int CharacterLimit { get; init; }

    /// <summary>Whether the limit is ours, since the source does not give one.</summary>
    public bool IsLimitAssumed { get; init; }

    /// <summary>What the rows of the answer hold; null where the answer is text alone.</summary>
    public Key<TemplateTable>? TableId { get; init; }

    /// <summary>Whether the rows are its own; those of others are the interventions of the register.</summary>
    public bool HasOwnRows => Kind is RequirementKind.Allocation or RequirementKind.Rows;

    public required bool IsOptional { get; init; }

    /// <summary>The kind of reporter that answers, or documents.</summary>
    public required ReporterKind AnsweredBy { get; init; }

    /// <summary>The counties whose reporter of that kind answers; all where no others are named.</summary>
    public required RegionSet Counties { get; init; }

    /// <summary>Whether it is a question that documents are read for, rather than one that reporters answer.</summary>
    public bool IsPutToDocuments => AnsweredBy == ReporterKind.Document;

    /// <summary>Whether this reporter is asked.</summary>
    public bool Asks(Reporter reporter) =>
        reporter.Kind == AnsweredBy && (reporter.County is not { } county || Counties.Contains(county));
}
