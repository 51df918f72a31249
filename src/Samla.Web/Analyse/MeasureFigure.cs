using System.Globalization;
using Samla.Domain.Analyse;

namespace Samla.Web.Analyse;

/// <summary>The value of a measure of agreement in figures.</summary>
internal static class MeasureFigure
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>"0,84", "−0,20"; with a minus sign and not a hyphen.</summary>
    public static string Of(Coefficient.Defined measure) =>
        (measure.Value < 0 ? "−" : "") + Math.Abs(measure.Value).ToString("0.00", Swedish);

    /// <summary>"84 %".</summary>
    public static string Percent(Coefficient.Defined measure) =>
        $"{Math.Round(measure.Value * 100).ToString("0", Swedish)} %";
}
