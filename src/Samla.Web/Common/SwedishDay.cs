using System.Globalization;

namespace Samla.Web.Common;

/// <summary>Days as Swedish writes them, by Sweden's calendar: "25 november 2026".</summary>
internal static class SwedishDay
{
    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly string[] Months =
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];

    public static string Of(DateTimeOffset instant) =>
        Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Sweden).DateTime));

    public static string Of(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");
}
