using System.Globalization;

namespace Samla.Publish;

/// <summary>What a file says of the edition that it holds.</summary>
/// <param name="Number">From 1 in each round.</param>
/// <param name="PublishedAt">The day that is printed is the day it was in Sweden.</param>
/// <param name="Publisher">Who answers for the edition, as readers know them.</param>
public sealed record EditionAbout(int Number, DateTimeOffset PublishedAt, string Publisher)
{
    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    // In code, since what is printed must not depend on the languages that the machine has.
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

    /// <summary>"Utgåva 2, 26 november 2026".</summary>
    public string Line
    {
        get
        {
            var day = TimeZoneInfo.ConvertTime(PublishedAt, Sweden);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Utgåva {Number}, {day.Day} {Months[day.Month - 1]} {day.Year}"
            );
        }
    }

    /// <summary>The mark as a sentence: "Omgången är rekonstruerad ur offentliga uppgifter."</summary>
    internal static string Sentence(string mark) => $"Omgången är {mark}.";
}
