using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Compile;

/// <summary>Tells the chapter editor's script which claims can be put in, and what one would say.</summary>
internal static class ClaimOffers
{
    public const string Route = "/arbete/{round}/kapitel/{section}/pastaenden";

    public const string OneRoute = "/arbete/{round}/pastaende";

    public static async Task<IResult> Get(
        Key<Round> round,
        Key<Section> section,
        HttpContext http,
        OfferClaims offer,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return await offer.All(round, section, cancellation) is { } all
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
