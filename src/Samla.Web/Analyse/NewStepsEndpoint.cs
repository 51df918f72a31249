using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Analyse;

/// <summary>Tells the script whether others have coded in a source, or anywhere in a round, since its page was made.</summary>
internal static class NewStepsEndpoint
{
    public const string Route = "/arbete/{round}/kalla/{source}/nytt";

    public const string RoundRoute = "/arbete/{round}/nytt";

    public static Task<IResult> Get(
        Key<Round> round,
        Id<Source> source,
        long efter,
        HttpContext http,
        FindNewSteps find,
        CancellationToken cancellation
    ) => Answer(round, source, efter, http, find, cancellation);

    public static Task<IResult> GetInRound(
        Key<Round> round,
        long efter,
        HttpContext http,
        FindNewSteps find,
        CancellationToken cancellation
    ) => Answer(round, source: null, efter, http, find, cancellation);

    private static async Task<IResult> Answer(
        Key<Round> round,
        Id<Source>? source,
        long efter,
        HttpContext http,
        FindNewSteps find,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return await find.Run(round, source, efter, http.SignedIn.Actor, cancellation) is { } news
            ? TypedResults.Json(news)
            : TypedResults.NoContent();
    }
}
