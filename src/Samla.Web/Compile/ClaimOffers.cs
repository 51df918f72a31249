using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Web.Compile;

/// <summary>Tells the chapter editor's script which claims can be put in, and what one would say.</summary>
internal static class ClaimOffers
{
    public const string Route = "/arbete/{round}/kapitel/{chapter}/pastaenden";

    public const string OneRoute = "/arbete/{round}/pastaende";

    public static async Task<IResult> Get(
        Key<Round> round,
        Key<Chapter> chapter,
        HttpContext http,
        OfferClaims offer,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return await offer.All(round, chapter, cancellation) is { } all
            ? TypedResults.Json(all)
            : TypedResults.NotFound();
    }

    public static async Task<IResult> GetOne(
        Key<Round> round,
        string markor,
        HttpContext http,
        OfferClaims offer,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return await offer.One(round, markor, cancellation) is { } said
            ? TypedResults.Json(said)
            : TypedResults.NotFound();
    }
}
