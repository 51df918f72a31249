using Samla.Domain;

namespace Samla.Web.Grants;

/// <summary>Amounts and shares as readers have them.</summary>
internal static class Figures
{
    private const decimal OreInMillion = 100_000_000m;

    /// <summary>Millions of kronor with a decimal, "1 742,0"; nought without, and less than half a decimal is said to be so.</summary>
    public static string Millions(long ore) =>
        ore == 0 ? "0"
        : Math.Abs(ore) < OreInMillion / 20 ? "under 0,1"
        : WithDecimal(ore / OreInMillion);

    /// <summary>Whole kronor, "1 519 600".</summary>
    public static string Kronor(long ore) => SwedishFigures.Of(Math.Round(ore / 100m, MidpointRounding.AwayFromZero));

    /// <summary>A view's own number, such as kronor per inhabitant: with a decimal below a hundred; a dash where there is none.</summary>
    public static string Of(decimal? figure) =>
        figure is not { } number ? "–"
        : number < 100 ? WithDecimal(number)
        : SwedishFigures.Of(Math.Round(number, MidpointRounding.AwayFromZero));

    /// <summary>A share as a whole percent: "58", "under 1", or a dash where there is nothing to share.</summary>
    public static string Percent(decimal? share) =>
        share switch
        {
            null => "–",
            0 => "0",
            < 0.005m => "under 1",
            var part => SwedishFigures.Of(Math.Round(part.Value * 100, MidpointRounding.AwayFromZero)),
        };

    private static string WithDecimal(decimal number) =>
        SwedishFigures.Of(Math.Round(number, 1, MidpointRounding.AwayFromZero)) is var text
        && text.Contains(',', StringComparison.Ordinal)
            ? text
            : $"{text},0";
}
