using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>What an officer does with the register, and what is in it. The interventions are made up.</summary>
internal static class InterventionSample
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Region Blekinge.</summary>
    public static Key<Reporter> Blekinge { get; } = Sample2023.Named<Reporter>("10");

    /// <summary>Carried out by the four northernmost regions together.</summary>
    public static Key<Intervention> Together { get; } = Sample2023.Named<Intervention>("stockholmskontor-norr");

    public static Key<Reporter> Norrbotten { get; } = Sample2023.Named<Reporter>("25");

    /// <summary>One that says something in every column.</summary>
    public static InterventionTexts Full { get; } =
        new(
            new Dictionary<string, string>
            {
                ["Name"] = "Kurser för båtbyggare",
                ["HasProperName"] = "nej",
                ["Type"] = "Projekt",
                ["Summary"] = "Varven får folk som kan laga trä.\nKurserna går på kvällar.",
                ["References"] = "6.1; 6.4",
                ["Priorities"] = "Utvecklat regionalt kompetensförsörjningsarbete",
                ["Challenges"] = "Demografiska förändringar",
                ["Dimensions"] = "Social; Ekonomisk",
                ["Municipalities"] = "Karlshamn; Ronneby",
                ["Partners"] = "Varvsklubben\nFolkhögskolan",
                ["Cases"] = "D-2023-17\nD-2024-2",
                ["Begins"] = "2023-05",
                ["Ends"] = "2024",
                ["IsReportedElsewhere"] = "ja",
                ["ReportedWhere"] = "Projektets slutrapport",
                ["ReportedLink"] = "https://example.org/rapport",
                ["StrategyGoals"] = "Fler kan ett hantverk",
                ["Programmes"] = "esf",
                ["GlobalGoals"] = "4; 8",
            },
            [Row(("Fund", "Socialfonden"), ("Amount", "1 250 000,50")), Row(("Fund", "Egna medel"))],
            [
                Row(("Text", "Kurser"), ("Quantity", "12"), ("Unit", "kurser")),
                Row(("Text", "Nöjda deltagare"), ("NotMeasured", "Enkäten är inte klar")),
            ],
            [
                Row(
                    ("Text", "Fler båtbyggare"),
                    ("Horizon", "lång sikt"),
                    ("State", "väntad"),
                    ("Evidence", "egen bedömning")
                ),
            ]
        );

    public static IReadOnlyDictionary<string, string> Row(params (string Key, string Text)[] cells) =>
        cells.ToDictionary(cell => cell.Key, cell => cell.Text);

    /// <summary>The same with another text in a column.</summary>
    public static InterventionTexts With(this InterventionTexts texts, string key, string text) =>
        texts with
        {
            Main = new Dictionary<string, string>(texts.Main) { [key] = text },
        };

    public static Task<SaveIntervention.Outcome> Write(
        this TestDatabase database,
        Key<Reporter> reporter,
        Key<Intervention>? id,
        InterventionTexts texts,
        int seen
    ) => database.Ask((SaveIntervention save) => save.Run(Sample2023.Round, reporter, id, texts, seen, "test", Stop));

    /// <summary>Adds one that must be kept.</summary>
    public static async Task<Key<Intervention>> Add(
        this TestDatabase database,
        Key<Reporter> reporter,
        InterventionTexts texts
    ) => Assert.IsType<SaveIntervention.Outcome.Saved>(await database.Write(reporter, null, texts, 0)).Id;

    public static async Task<ListInterventions.Result> Register(this TestDatabase database, Key<Reporter> reporter) =>
        (await database.Ask((ListInterventions list) => list.Run(Sample2023.Round, reporter, Stop)))!;

    public static async Task<ViewIntervention.Result> View(
        this TestDatabase database,
        Key<Reporter> reporter,
        Key<Intervention> id
    ) => (await database.Ask((ViewIntervention view) => view.Run(Sample2023.Round, reporter, id, Stop)))!;

    public static Task<string?> Delete(
        this TestDatabase database,
        Key<Reporter> reporter,
        Key<Intervention> id,
        int seen
    ) => database.Ask((DeleteIntervention delete) => delete.Run(Sample2023.Round, reporter, id, seen, "test", Stop));

    public static Task<string?> Restore(this TestDatabase database, Key<Reporter> reporter, Key<Intervention> id) =>
        database.Ask((RestoreIntervention restore) => restore.Run(Sample2023.Round, reporter, id, "test", Stop));

    public static async Task<bool> IsListed(this TestDatabase database, Key<Reporter> reporter, Key<Intervention> id) =>
        (await database.Register(reporter)).Lines.Any(line => line.Intervention.Id == id);
}
