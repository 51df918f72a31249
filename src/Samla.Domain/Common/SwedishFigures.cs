using System.Globalization;

namespace Samla.Domain;

/// <summary>Numbers as Swedish tables write them.</summary>
public static class SwedishFigures
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = "\u00a0",
        NumberDecimalSeparator = ",",
        NegativeSign = "−",
    };

    /// <summary>"1 250 000", "2,5", "−3": thousands apart, no zeros at the end of the decimals.</summary>
    public static string Of(decimal number) => number.ToString("#,0.############", Format);
}
