using System.Text.Json;

namespace Samla.Reference;

/// <summary><c>round.json</c>: the round that the sample makes.</summary>
/// <param name="DueOnNote">What is known of the due date.</param>
public sealed record RoundFile(
    string Id,
    string Kind,
    string Title,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateOnly DueOn,
    string DueOnNote,
    string Recipient
);

/// <summary><c>template.json</c>: what was asked.</summary>
public sealed record TemplateFile(
    string Id,
    int Year,
    string Language,
    string Title,
    string Note,
    IReadOnlyList<TemplateFile.Ask> Asks,
    IReadOnlyList<TemplateFile.SectionEntry> Sections,
    JsonElement Tables
)
{
    /// <summary>An aspect that requirements ask for.</summary>
    public sealed record Ask(string Id, string Label);

    public sealed record SectionEntry(
        string Id,
        int? Chapter,
        string? Number,
        string Title,
        bool StrategicArea,
        IReadOnlyList<string> Respondents,
        string? CrossCutting,
        IReadOnlyList<RequirementEntry> Requirements,
        bool Formal = true,
        string? Note = null
    );

    public sealed record RequirementEntry(
        string Id,
        string Kind,
        string Title,
        string Instruction,
        IReadOnlyList<string> Asks,
        IReadOnlyList<string> Respondents,
        Limit CharacterLimit,
        string? Columns = null,
        int? AppendixTable = null,
        bool AppendixTableDerived = false,
        IReadOnlyList<string>? CountyBoards = null,
        bool Optional = false
    );

    public sealed record Limit(int Value, string Unit, bool Assumed, string? Per = null);
}

/// <summary>An entry of <c>codebook.json</c>.</summary>
public sealed record CodeEntry(
    string Id,
    int Level,
    string? Parent,
    string Kind,
    string Label,
    string Definition,
    string? Requirement,
    string? Aspect = null
);

/// <summary>An entry of <c>facts.json</c>: which regions, or county administrative boards, a code holds for.</summary>
/// <param name="Exact">Whether the whole list is known; else these are examples.</param>
/// <param name="Claimed">The number that the printed report gives.</param>
/// <param name="Disputed">Whether the printed report contradicts itself here.</param>
public sealed record FactEntry(
    string Code,
    string Requirement,
    string Actor,
    IReadOnlyList<string> Regions,
    bool Exact,
    FactEntry.Printed Source,
    string Note,
    int? Claimed = null,
    string? QuantifierClass = null,
    bool Disputed = false,
    IReadOnlyList<string>? Exceptions = null,
    JsonElement? AsPrinted = null
)
{
    /// <summary>Where the printed report says it.</summary>
    public sealed record Printed(string Section, int? Footnote);
}

/// <summary>An entry of <c>interventions.json</c>.</summary>
public sealed record InterventionEntry(
    string Id,
    string Name,
    bool ProperName,
    string Type,
    IReadOnlyList<string> Regions,
    string Actor,
    string Section,
    string Requirement,
    string Summary,
    IReadOnlyList<string> Partners,
    IReadOnlyList<string> Funds,
    IReadOnlyList<InterventionEntry.OutputEntry> Outputs,
    IReadOnlyList<InterventionEntry.OutcomeEntry> Outcomes,
    IReadOnlyList<int> Agenda2030,
    IReadOnlyList<string>? Dimension = null,
    string? DimensionBasis = null,
    IReadOnlyList<string>? Challenge = null,
    string? ChallengeBasis = null,
    string? Note = null
)
{
    public sealed record OutputEntry(string Text, decimal? Quantity = null, string? Unit = null);

    public sealed record OutcomeEntry(string Text, string Horizon, string State, string Evidence);
}
