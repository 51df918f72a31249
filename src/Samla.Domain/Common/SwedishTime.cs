using System.Globalization;

namespace Samla.Domain;

/// <summary>Days and times as people in Sweden write them.</summary>
public static class SwedishTime
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

    /// <summary>The day that it is in Sweden.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Sweden).DateTime);

    /// <summary>"21 februari 2024".</summary>
    public static string Of(DateOnly day) => $"{day.Day}\u00a0{Months[day.Month - 1]} {day.Year}";

    /// <summary>"25 november 2026 kl. 10.42".</summary>
    public static string Of(DateTimeOffset instant) => $"{Of(DayOf(instant))} kl.\u00a0{ClockOf(instant)}";

    /// <summary>"10.42".</summary>
    public static string ClockOf(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Sweden).ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>The time of a day that is today, else the day with it.</summary>
    public static string Of(DateTimeOffset instant, DateTimeOffset now) =>
        DayOf(instant) == DayOf(now) ? ClockOf(instant) : Of(instant);
}
