using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Web.Compile;

/// <summary>Tells the chapter editor's script which words can be quoted.</summary>
internal static class QuotationOffers
{
    public const string Route = "/arbete/{round}/kapitel/{chapter}/citat";

    public static async Task<IResult> Get(
        Key<Round> round,
        Key<Chapter> chapter,
        HttpContext http,
        OfferQuotations offer,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(await offer.Run(round, chapter, cancellation));
    }
}
