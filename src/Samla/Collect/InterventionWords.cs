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

    public static string KindOf(Intervention intervention) => intervention.Type.Swedish;

    /// <summary>"Med kommuner och näringsliv. Betalas med anslag 1:1."; empty where neither is known.</summary>
    public static string CircumstancesOf(Intervention intervention, IReadOnlyList<string> others)
    {
        string[] with = [.. others, .. intervention.Partners];
        string[] paid = [.. intervention.Funding.OrderBy(share => share.Order).Select(Of)];
        return string.Join(
            ' ',
            (string[])
                [
                    .. with is [] ? (string[])[] : [$"Med {SwedishText.Enumeration(with)}."],
                    .. paid is [] ? (string[])[] : [$"Betalas med {SwedishText.Enumeration(paid)}."],
                ]
        );
    }

    /// <summary>"Regionalfonden (1 200 000 kronor)"; the fund alone where the amount is not known.</summary>
    public static string Of(FundShare share) =>
        share.Amount is { } amount
            ? $"{Fund.NameOf(share.Fund)} ({amount.ToString("#,0.##", Figures)}\u00a0kronor)"
            : Fund.NameOf(share.Fund);

    public static string Of(Output output) =>
        (output.Quantity, output.Text) switch
        {
            (null, var text) => output.NotMeasured is { } reason ? $"{text} (mäts inte: {reason})" : text,
            ({ } quantity, "") => $"{quantity.ToString("#,0.##", Figures)} {output.Unit}".TrimEnd(),
            ({ } quantity, var text) => $"{text}: {quantity.ToString("#,0.##", Figures)} {output.Unit}".TrimEnd(),
        };

    /// <summary>"Fler i arbete (väntad, lång sikt, egen bedömning)"; what is not known is left out.</summary>
    public static string Of(Outcome outcome)
    {
        string?[] known = [Of(outcome.State), Of(outcome.Horizon), Of(outcome.Evidence)];
        var words = string.Join(", ", known.OfType<string>());
        return words.Length == 0 ? outcome.Text : $"{outcome.Text} ({words})";
    }

    public static string? Of(OutcomeState state) => state == OutcomeState.Unknown ? null : state.Swedish;

    private static string? Of(Horizon horizon) => horizon == Horizon.Unknown ? null : horizon.Swedish;

    private static string? Of(Evidence evidence) => evidence == Evidence.Unknown ? null : evidence.Swedish;
}
