using System.Globalization;

namespace Samla.Web.Common;

/// <summary>Figures as Swedish writes them, with a space that does not break: "330 000".</summary>
internal static class SwedishNumber
{
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = "\u00a0" };

    public static string Of(long number) => number.ToString(number < 10_000 ? "0" : "#,0", Format);
}
