using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Compile;

/// <summary>Gives a chapter's script what stands behind a claim, ready to show.</summary>
internal static class ClaimWords
{
    public const string Route = "/arbete/{round}/pastaende/ord";

    /// <summary>A claim names at most so many codes as have room in a marker.</summary>
    private const int MostCodes = 100;

    /// <param name="round">The round.</param>
    /// <param name="koder">The codes that are counted, with spaces between.</param>
    /// <param name="lan">The counties that are counted, with spaces between.</param>
    /// <param name="etikett">What the claim is called.</param>
    /// <param name="http">The request.</param>
    /// <param name="read">Reads the words.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static async Task<Results<RazorComponentResult<ClaimCard>, BadRequest>> Get(
        Key<Round> round,
        string koder,
        string? lan,
        string etikett,
        HttpContext http,
        ReadClaimWords read,
        CancellationToken cancellation
    )
    {
        var codes = koder
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Key<Code>.TryParse(text, null, out var key) ? key : null)
            .OfType<Key<Code>>()
            .ToList();
        RegionSet counties =
        [
            .. (lan ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => RegionCode.TryParse(text, null, out var county) ? county : null)
                .OfType<RegionCode>(),
        ];
        if (codes.Count is 0 or > MostCodes)
        {
            return TypedResults.BadRequest();
        }

        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ClaimCard>(
            new { Label = etikett, Lines = await read.Run(round, codes, counties, cancellation) }
        );
    }
}
