using System.Globalization;
using Samla.Collect;
using Samla.Domain;

namespace Samla.Web.Collect;

/// <summary>Which reporters the board shows; what is chosen stands in the address.</summary>
/// <param name="OnlyUnsubmitted">Only those who have not handed in.</param>
/// <param name="OnlyOver">Only those with an answer over its limit.</param>
/// <param name="QuietDays">Only those where nothing has been saved for so many days; null for all.</param>
internal sealed record ProgressFilter(bool OnlyUnsubmitted, bool OnlyOver, int? QuietDays)
{
    private const int MostDays = 999;

    public bool IsNone => this is { OnlyUnsubmitted: false, OnlyOver: false, QuietDays: null };

    /// <summary>What is no number of days is left out.</summary>
    public static ProgressFilter Of(string? unsubmitted, string? over, string? days) =>
        new(
            !string.IsNullOrEmpty(unsubmitted),
            !string.IsNullOrEmpty(over),
            int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= MostDays
                ? number
                : null
        );

    /// <summary>As it stands in an address, with its question mark; empty where all are shown.</summary>
    public string Query =>
        IsNone
            ? ""
            : "?"
                + string.Join(
                    '&',
                    (string[])
                        [
                            .. OnlyUnsubmitted ? (string[])["ej=ja"] : [],
                            .. OnlyOver ? (string[])["over=ja"] : [],
                            .. QuietDays is { } days
                                ? (string[])[string.Create(CultureInfo.InvariantCulture, $"dagar={days}")]
                                : [],
                        ]
                );

    public bool Shows(ViewProgress.Line line, DateTimeOffset now) =>
        (!OnlyUnsubmitted || !line.IsSubmitted)
        && (!OnlyOver || line.Over > 0)
        && (
            QuietDays is not { } days
            || line.ActiveAt is not { } at
            || SwedishTime.DayOf(now).DayNumber - SwedishTime.DayOf(at).DayNumber >= days
        );
}
