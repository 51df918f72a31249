using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>The words that the sample's files use for the domain's choices.</summary>
internal static class SampleWords
{
    public static IReadOnlyDictionary<string, RoundKind> RoundKinds { get; } =
        new Dictionary<string, RoundKind>
        {
            ["annual-report"] = RoundKind.AnnualReport,
            ["strategy-compilation"] = RoundKind.StrategyCompilation,
            ["agency-report"] = RoundKind.AgencyReport,
            ["commission"] = RoundKind.Commission,
        };

    public static IReadOnlyDictionary<string, DocumentKind> DocumentKinds { get; } =
        new Dictionary<string, DocumentKind>
        {
            ["strategy"] = DocumentKind.Strategy,
            ["agency-report"] = DocumentKind.AgencyReport,
            ["earlier-report"] = DocumentKind.EarlierReport,
            ["other"] = DocumentKind.Other,
        };

    /// <summary>Those that a sample may have: it never pretends to be reported.</summary>
    public static IReadOnlyDictionary<string, Origin> Origins { get; } =
        new Dictionary<string, Origin> { ["reconstructed"] = Origin.Reconstructed, ["invented"] = Origin.Invented };

    /// <summary>What a code says of a reporter's work.</summary>
    public static IReadOnlyDictionary<string, CodeAspect> Aspects { get; } =
        new Dictionary<string, CodeAspect>
        {
            ["implementation"] = CodeAspect.Implementation,
            ["sustainability"] = CodeAspect.Sustainability,
            ["territorial"] = CodeAspect.Territorial,
            ["challenge"] = CodeAspect.Challenge,
            ["success-factor"] = CodeAspect.SuccessFactor,
            ["collaboration"] = CodeAspect.Collaboration,
            ["results"] = CodeAspect.Result,
            ["message"] = CodeAspect.Message,
        };

    public static IReadOnlyDictionary<string, RequirementKind> RequirementKinds { get; } =
        new Dictionary<string, RequirementKind>
        {
            ["narrative"] = RequirementKind.Narrative,
            ["table"] = RequirementKind.Table,
            ["allocation"] = RequirementKind.Allocation,
            ["rows"] = RequirementKind.Rows,
        };

    public static IReadOnlyDictionary<string, ReporterKind> Actors { get; } =
        new Dictionary<string, ReporterKind>
        {
            ["region"] = ReporterKind.Region,
            ["county-board"] = ReporterKind.CountyBoard,
            ["agency"] = ReporterKind.Agency,
            ["document"] = ReporterKind.Document,
        };

    public static IReadOnlyDictionary<string, InterventionType> InterventionTypes { get; } =
        Enum.GetValues<InterventionType>()
            .ToDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Horizon> Horizons { get; } =
        Enum.GetValues<Horizon>()
            .ToDictionary(horizon => horizon.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, OutcomeState> OutcomeStates { get; } =
        new Dictionary<string, OutcomeState>
        {
            ["unknown"] = OutcomeState.Unknown,
            ["expected"] = OutcomeState.Expected,
            ["achieved"] = OutcomeState.Achieved,
            ["too-early"] = OutcomeState.TooEarly,
        };

    public static IReadOnlyDictionary<string, Evidence> EvidenceKinds { get; } =
        new Dictionary<string, Evidence>
        {
            ["unknown"] = Evidence.Unknown,
            ["own-assessment"] = Evidence.OwnAssessment,
            ["monitoring"] = Evidence.Monitoring,
            ["evaluation"] = Evidence.Evaluation,
            ["other"] = Evidence.Other,
        };

    public static IReadOnlyDictionary<string, ColumnType> ColumnTypes { get; } =
        new Dictionary<string, ColumnType>
        {
            ["text"] = ColumnType.Text,
            ["number"] = ColumnType.Number,
            ["date"] = ColumnType.Date,
            ["choice"] = ColumnType.Choice,
            ["multi-choice"] = ColumnType.MultiChoice,
            ["link"] = ColumnType.Link,
        };

    public static IReadOnlyDictionary<string, MappingKind> MappingKinds { get; } =
        Enum.GetValues<MappingKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);
}
