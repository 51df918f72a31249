using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Grants;
using Samla.Grants;

namespace Samla.Web.Grants;

/// <summary>What is asked of the decisions, as addresses have it; every answer has its own.</summary>
/// <param name="View">The question.</param>
/// <param name="From">The first year of decision; null for what goes without saying.</param>
/// <param name="To">The last.</param>
/// <param name="Appropriation">The appropriation.</param>
/// <param name="County">A single county; null for all.</param>
/// <param name="Map">The key of what a map of the counties shows; null for bars instead.</param>
public sealed record GrantsAddress(
    GrantView View,
    int? From,
    int? To,
    Appropriation Appropriation,
    RegionCode? County,
    string? Map = null
)
{
    /// <summary>What a map shows where there is no column to choose.</summary>
    public const string WholeMap = "allt";

    private const int LongestMap = 40;

    public const string Page = "/medel";
    public const string FileRoute = "/medel/medel-{view}.{format}";
    public const string Transport = "1-2";

    /// <summary>How many years are shown where none are chosen: the last of them.</summary>
    private const int UsualYears = 4;

    /// <summary>Reads an address; what it does not say, or says wrong, is as usual.</summary>
    public static GrantsAddress Read(
        string? view,
        int? from,
        int? to,
        string? appropriation,
        string? county,
        string? map
    ) =>
        new(
            GrantView.All.FirstOrDefault(one => one.Id == view) ?? GrantView.Areas,
            from,
            to,
            appropriation == Transport ? Appropriation.Transport : Appropriation.Development,
            RegionCode.TryParse(county, null, out var code) ? code : null,
            map is { Length: > 0 and <= LongestMap } ? map : null
        );

    /// <summary>The years that are meant, when those that there are decisions from are known.</summary>
    public YearSpan? SpanWithin((int First, int Last)? years)
    {
        if (years is not var (first, last))
        {
            return null;
        }

        var (from, to) = From > To ? (To, From) : (From, To);
        var end = Math.Clamp(to ?? last, first, last);
        var start = Math.Clamp(from ?? Usual(first, end).First, first, end);
        return new YearSpan(start, end);
    }

    /// <summary>The years that are shown where none are chosen.</summary>
    public static YearSpan Usual(int first, int last) => YearSpan.Latest(UsualYears, first, last);

    /// <summary>Where the numbers behind an amount of a report stand.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="isHeading">Whether it is a heading under Annat.</param>
    public static GrantsAddress Of(AmountAsked asked, bool isHeading)
    {
        var form = SupportForms.All.Any(one => one.Id == asked.What) || asked.What == AmountAsked.FormKind;
        return new GrantsAddress(
            form ? GrantView.Forms
                : isHeading ? GrantView.Other
                : GrantView.Areas,
            asked.Years.First,
            asked.Years.Last,
            asked.What == SupportForm.Transport.Id ? Appropriation.Transport : Appropriation.Development,
            asked.County
        );
    }

    /// <summary>A year as an address has it; null where it is none.</summary>
    public static int? YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public override string ToString() => With(Page);

    /// <summary>The same as a file.</summary>
    public string FileOf(string format) => With($"/medel/medel-{View.Id}.{format}");

    private string With(string path) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>
            {
                ["visa"] = path == Page && View != GrantView.Areas ? View.Id : null,
                ["fran"] = From?.ToString(CultureInfo.InvariantCulture),
                ["till"] = To?.ToString(CultureInfo.InvariantCulture),
                ["anslag"] = Appropriation == Appropriation.Transport ? Transport : null,
                ["lan"] = County?.ToString(),
                ["karta"] = path == Page ? Map : null,
            }
        );
}
