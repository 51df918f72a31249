using System.Globalization;
using Samla.Collect;
using Samla.Domain;

namespace Samla.Web.Collect;

/// <summary>Which reporters the board shows; what is chosen stands in the address.</summary>
/// <param name="OnlyUnsubmitted">Only those who have not handed in.</param>
/// <param name="OnlyOver">Only those with an answer over its limit.</param>
/// <param name="OnlyLate">Only those whose latest version came after the last day.</param>
/// <param name="OnlyReturned">Only those whose latest version is returned for correction.</param>
/// <param name="QuietDays">Only those where nothing has been saved for so many days; null for all.</param>
internal sealed record ProgressFilter(
    bool OnlyUnsubmitted,
    bool OnlyOver,
    bool OnlyLate,
    bool OnlyReturned,
    int? QuietDays
)
{
    private const int MostDays = 999;

    /// <summary>Shows all.</summary>
    public static ProgressFilter None { get; } =
        new(OnlyUnsubmitted: false, OnlyOver: false, OnlyLate: false, OnlyReturned: false, QuietDays: null);

    public bool IsNone => this == None;

    /// <summary>What is no number of days is left out.</summary>
    public static ProgressFilter Of(IQueryCollection query)
    {
        return new(
            Has("ej"),
            Has("over"),
            Has("sen"),
            Has("ater"),
            int.TryParse(query["dagar"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= MostDays
                ? number
                : null
        );

        bool Has(string name) => !string.IsNullOrEmpty(query[name]);
    }

    /// <summary>As it stands in an address, with its question mark; empty where all are shown.</summary>
    public string Query
    {
        get
        {
            string[] parts =
            [
                OnlyUnsubmitted ? "ej=ja" : "",
                OnlyOver ? "over=ja" : "",
                OnlyLate ? "sen=ja" : "",
                OnlyReturned ? "ater=ja" : "",
                QuietDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"dagar={days}") : "",
            ];
            return IsNone ? "" : $"?{string.Join('&', parts.Where(part => part.Length > 0))}";
        }
    }

    public bool Shows(ViewProgress.Line line, DateTimeOffset now) =>
        (!OnlyUnsubmitted || !line.IsSubmitted)
        && (!OnlyOver || line.Over > 0)
        && (!OnlyLate || line.Submission.IsLate)
        && (!OnlyReturned || line.Submission.IsReturned)
        && (
            QuietDays is not { } days
            || line.ActiveAt is not { } at
            || SwedishTime.DayOf(now).DayNumber - SwedishTime.DayOf(at).DayNumber >= days
        );
}
