using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>The parts of an intervention: what is said once, and its rows. Each part is a sheet of the workbook.</summary>
public enum InterventionPart
{
    Main,
    Funding,
    Outputs,
    Outcomes,
}

/// <summary>How a column is filled in.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A text of several lines.</summary>
    LongText,

    /// <summary>Texts of their own, each on its line.</summary>
    Texts,
    Number,
    Date,

    /// <summary>One of the column's choices, or nothing.</summary>
    Choice,

    /// <summary>Any of the column's choices.</summary>
    Choices,
}

/// <summary>One thing that is said of an intervention: a field of the editor, a column of the workbook.</summary>
/// <param name="Key">The name of the property that keeps it.</param>
/// <param name="Heading">What people call it.</param>
/// <param name="Terms">What can be chosen; none where nothing is.</param>
/// <param name="Hint">How to fill it in; empty where that is plain.</param>
public sealed record InterventionColumn(
    string Key,
    string Heading,
    ColumnKind Kind,
    IReadOnlyList<Taxonomy.Term> Terms,
    string Hint = ""
);

/// <summary>All that can be said of an intervention, in the order of the editor and the workbook.</summary>
public sealed class InterventionColumns
{
    public const string References = "References";

    private static readonly IReadOnlyList<Taxonomy.Term> YesNo = [new("ja", "ja"), new("nej", "nej")];

    /// <param name="taxonomy">What interventions are sorted by.</param>
    /// <param name="requirements">The requirements that the reporter is asked, by their headings.</param>
    public InterventionColumns(Taxonomy taxonomy, IReadOnlyList<Taxonomy.Term> requirements)
    {
        Main =
        [
            Text(nameof(Intervention.Name), "Insats"),
            Choice(nameof(Intervention.HasProperName), "Egennamn", YesNo, "ja om namnet är insatsens eget"),
            Choice(nameof(Intervention.Type), "Slag", Words<InterventionType>(type => type.Swedish)),
            new(nameof(Intervention.Summary), "Sammanfattning", ColumnKind.LongText, []),
            Choices(References, "Används i", requirements, "de frågor som insatsen hör till"),
            Choices(nameof(Intervention.Areas), "Strategiska områden", taxonomy.Areas),
            Choices(nameof(Intervention.Priorities), "Prioriteringar", taxonomy.Priorities),
            Choices(nameof(Intervention.Challenges), "Samhällsutmaningar", taxonomy.Challenges),
            Choices(nameof(Intervention.Dimensions), "Hållbarhetsdimensioner", taxonomy.Dimensions),
            Choices(nameof(Intervention.Counties), "Län", taxonomy.Counties),
            Choices(nameof(Intervention.Municipalities), "Kommuner", taxonomy.Municipalities),
            Texts(nameof(Intervention.Partners), "Samverkansparter"),
            Texts(
                nameof(Intervention.Cases),
                "Beslut om medel",
                "diarienummer för de ärenden där medel till insatsen har beviljats"
            ),
            new(
                nameof(Intervention.Begins),
                "Börjar",
                ColumnKind.Date,
                [],
                "år, månad eller dag: 2023, 2023-05, 2023-05-17"
            ),
            new(nameof(Intervention.Ends), "Slutar", ColumnKind.Date, [], "som Börjar; tomt om slutet inte är bestämt"),
            Choice(nameof(Intervention.IsReportedElsewhere), "Redovisad på annat håll", YesNo),
            Text(nameof(Intervention.ReportedWhere), "Var den är redovisad"),
            Text(nameof(Intervention.ReportedLink), "Länk till redovisningen"),
            Texts(nameof(Intervention.StrategyGoals), "Mål i regionala utvecklingsstrategin"),
            Choices(nameof(Intervention.Programmes), "Mål i EU-program", taxonomy.Programmes),
            Choices(nameof(Intervention.GlobalGoals), "Mål i Agenda 2030", taxonomy.GlobalGoals),
        ];
        Funding =
        [
            Choice(nameof(FundShare.Fund), "Medel", taxonomy.Funds),
            new(nameof(FundShare.Amount), "Belopp i kronor", ColumnKind.Number, [], "tomt om beloppet inte är känt"),
        ];
        Outputs =
        [
            Text(nameof(Output.Text), "Prestation"),
            new(nameof(Output.Quantity), "Antal", ColumnKind.Number, []),
            Text(nameof(Output.Unit), "Enhet", "till exempel deltagare"),
            Text(nameof(Output.NotMeasured), "Skäl till att den inte mäts"),
        ];
        Outcomes =
        [
            Text(nameof(Outcome.Text), "Effekt"),
            Choice(nameof(Outcome.Horizon), "Sikt", Words<Horizon>(horizon => horizon.Swedish)),
            Choice(nameof(Outcome.State), "Läge", Words<OutcomeState>(state => state.Swedish)),
            Choice(nameof(Outcome.Evidence), "Grund", Words<Evidence>(evidence => evidence.Swedish)),
        ];
    }

    public IReadOnlyList<InterventionColumn> Main { get; }

    public IReadOnlyList<InterventionColumn> Funding { get; }

    public IReadOnlyList<InterventionColumn> Outputs { get; }

    public IReadOnlyList<InterventionColumn> Outcomes { get; }

    public IReadOnlyList<InterventionColumn> Of(InterventionPart part) =>
        part switch
        {
            InterventionPart.Main => Main,
            InterventionPart.Funding => Funding,
            InterventionPart.Outputs => Outputs,
            InterventionPart.Outcomes => Outcomes,
        };

    /// <summary>The column that keeps a property; there must be one.</summary>
    public InterventionColumn this[InterventionPart part, string key] => Of(part).First(column => column.Key == key);

    private static InterventionColumn Text(string key, string heading, string hint = "") =>
        new(key, heading, ColumnKind.Text, [], hint);

    private static InterventionColumn Texts(string key, string heading, string hint = "") =>
        new(key, heading, ColumnKind.Texts, [], hint);

    private static InterventionColumn Choice(
        string key,
        string heading,
        IReadOnlyList<Taxonomy.Term> terms,
        string hint = ""
    ) => new(key, heading, ColumnKind.Choice, terms, hint);

    private static InterventionColumn Choices(
        string key,
        string heading,
        IReadOnlyList<Taxonomy.Term> terms,
        string hint = ""
    ) => new(key, heading, ColumnKind.Choices, terms, hint);

    private static IReadOnlyList<Taxonomy.Term> Words<T>(Func<T, string> swedish)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Taxonomy.Term(value.ToString(), swedish(value)))];
}
