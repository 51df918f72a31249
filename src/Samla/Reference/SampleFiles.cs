using System.Text.Json;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary><c>round.json</c>: the round that the sample makes.</summary>
/// <param name="Origin">Where its texts come from, which decides what other files there are.</param>
/// <param name="Template">The id of one of the templates that come with the program.</param>
/// <param name="DueOnNote">What is known of the due date.</param>
/// <param name="Previous">The round before it.</param>
public sealed record RoundFile(
    string Id,
    string Kind,
    string Origin,
    string Title,
    string Template,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateOnly DueOn,
    string DueOnNote,
    string Recipient,
    string? Previous = null,
    bool AllowsReturn = false
)
{
    /// <summary>The round that a checked file describes; open, so that it can be tried.</summary>
    internal Round ToRound() =>
        new()
        {
            Id = Key<Round>.Parse(Id, null),
            Kind = SampleWords.RoundKinds[Kind],
            Title = Title,
            PeriodStart = PeriodStart,
            PeriodEnd = PeriodEnd,
            DueOn = DueOn,
            Recipient = Recipient,
            TemplateId = Key<Template>.Parse(Template, null),
            PreviousRoundId = Previous is null ? null : Key<Round>.Parse(Previous, null),
            Origin = SampleWords.Origins[Origin],
            IsOpen = true,
            AllowsReturn = AllowsReturn,
        };
}

/// <summary>An entry of <c>answers.json</c>: an answer that is being written in an invented round.</summary>
/// <param name="Text">May be empty where there are rows.</param>
/// <param name="Rows">What stands in the requirement's own table, by the columns' ids; null where it has none.</param>
public sealed record AnswerEntry(
    string Reporter,
    string Requirement,
    string Text,
    IReadOnlyList<IReadOnlyDictionary<string, string>>? Rows = null
);

/// <summary>An entry of <c>codebook.json</c>.</summary>
public sealed record CodeEntry(
    string Id,
    int Level,
    string? Parent,
    string Kind,
    string Label,
    string Definition,
    string? Requirement,
    string? Aspect = null,
    string? CountedFrom = null
)
{
    /// <summary>The code that a checked entry describes.</summary>
    internal Code ToCode(Key<Round> round, int order, ReporterKind subject, string? withheld) =>
        new()
        {
            RoundId = round,
            Id = Key<Code>.Parse(Id, null),
            ParentId = Parent is null ? null : Key<Code>.Parse(Parent, null),
            Kind = Kind == "leaf" ? CodeKind.Leaf : CodeKind.Group,
            Order = order,
            Label = Label,
            Definition = Definition,
            Aspect = Kind == "leaf" && Aspect is { } aspect ? SampleWords.Aspects[aspect] : null,
            RequirementId = Requirement is null ? null : Key<Requirement>.Parse(Requirement, null),
            Subject = subject,
            CountedFrom = CountedFrom is null ? null : Domain.Analyse.CountedFrom.Read(CountedFrom),
            Withheld = withheld,
        };
}

/// <summary>An entry of <c>documents.json</c>: a document of a sample round whose questions are put to documents.</summary>
/// <param name="File">Its name in the folder <c>documents</c>.</param>
/// <param name="County">The county that it is about; null for others.</param>
public sealed record DocumentEntry(string File, string Title, string Kind, string? County);

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

    /// <summary>What of it the print says.</summary>
    public PrintedEntry AsPrintedEntry() => new(Code, Regions, Exact, Source, Note, Disputed);
}

/// <summary>An entry of <c>printed.json</c>: which regions a printed report names for a code, as somebody has read it.</summary>
/// <param name="Exact">Whether the print gives the whole list; else these are examples.</param>
/// <param name="Disputed">Whether the printed report contradicts itself here.</param>
public sealed record PrintedEntry(
    string Code,
    IReadOnlyList<string> Regions,
    bool Exact,
    FactEntry.Printed Source,
    string Note,
    bool Disputed = false
)
{
    /// <summary>The regions that are named.</summary>
    public RegionSet Named => [.. Regions.Select(county => RegionCode.Parse(county, null))];
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
