using System.Globalization;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The register's terms in Swedish.</summary>
public static class InterventionWords
{
    private static readonly NumberFormatInfo Figures = new()
    {
        NumberGroupSeparator = "\u00a0",
        NumberDecimalSeparator = ",",
    };

    private static readonly Dictionary<string, string> Funds = new(StringComparer.Ordinal)
    {
        ["1:1"] = "anslag 1:1",
        ["own"] = "egna medel",
        ["erdf"] = "Regionalfonden",
        ["esf"] = "Socialfonden",
        ["interreg"] = "Interreg",
        ["life"] = "Life",
        ["other"] = "andra medel",
    };

    public static string KindOf(Intervention intervention) =>
        intervention.Type switch
        {
            InterventionType.Effort => "Insats",
            InterventionType.Project => "Projekt",
            InterventionType.Programme => "Program",
            InterventionType.Tool => "Verktyg",
            InterventionType.Network => "Nätverk",
            InterventionType.Analysis => "Analys",
            InterventionType.Arena => "Mötesplats",
            InterventionType.Strategy => "Strategi",
            InterventionType.Agreement => "Överenskommelse",
        };

    /// <summary>"Med kommuner och näringsliv. Betalas med anslag 1:1."; empty where neither is known.</summary>
    public static string CircumstancesOf(Intervention intervention, IReadOnlyList<string> others)
    {
        string[] with = [.. others, .. intervention.Partners];
        string[] paid = [.. intervention.Funds.Select(OfFund)];
        return string.Join(
            ' ',
            (string[])
                [
                    .. with is [] ? (string[])[] : [$"Med {SwedishText.Enumeration(with)}."],
                    .. paid is [] ? (string[])[] : [$"Betalas med {SwedishText.Enumeration(paid)}."],
                ]
        );
    }

    public static string OfFund(string fund) => Funds.GetValueOrDefault(fund, fund);

    public static string Of(Output output) =>
        output.Quantity is { } quantity
            ? $"{output.Text}: {quantity.ToString("#,0.##", Figures)} {output.Unit}".TrimEnd()
            : output.Text;

    /// <summary>"Fler i arbete (väntad, lång sikt, egen bedömning)"; what is not known is left out.</summary>
    public static string Of(Outcome outcome)
    {
        string?[] known = [Of(outcome.State), Of(outcome.Horizon), Of(outcome.Evidence)];
        var words = string.Join(", ", known.OfType<string>());
        return words.Length == 0 ? outcome.Text : $"{outcome.Text} ({words})";
    }

    public static string? Of(OutcomeState state) =>
        state switch
        {
            OutcomeState.Unknown => null,
            OutcomeState.Expected => "väntad",
            OutcomeState.Achieved => "uppnådd",
            OutcomeState.TooEarly => "för tidigt att säga",
        };

    private static string? Of(Horizon horizon) =>
        horizon switch
        {
            Horizon.Unknown => null,
            Horizon.Short => "kort sikt",
            Horizon.Medium => "medellång sikt",
            Horizon.Long => "lång sikt",
        };

    private static string? Of(Evidence evidence) =>
        evidence switch
        {
            Evidence.Unknown => null,
            Evidence.OwnAssessment => "egen bedömning",
            Evidence.Monitoring => "uppföljning",
            Evidence.Evaluation => "utvärdering",
            Evidence.Other => "annan grund",
        };
}
