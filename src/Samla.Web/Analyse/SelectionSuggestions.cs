using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Tells the script which codes may fit what somebody has selected.</summary>
internal static class SelectionSuggestions
{
    public const string Route = "/arbete/{round}/kalla/{source}/forslag";

    public static async Task<IResult> Get(
        Id<Source> source,
        int fran,
        int langd,
        HttpContext http,
        SuggestCodes suggest,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var suggestions = await suggest.Run(source, fran, langd, cancellation);
        return TypedResults.Json(suggestions.Select(one => new { one.Code, one.Confidence }));
    }
}
