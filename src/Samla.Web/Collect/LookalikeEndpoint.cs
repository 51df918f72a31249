using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>What the script shows while a name is being written. The words are sent in the body: an address is kept in logs.</summary>
internal static class LookalikeEndpoint
{
    public const string Route = "/redovisa/{round}/{reporter}/insatser/lika/sok";

    public static async Task<IResult> Post(
        Key<Round> round,
        Key<Reporter> reporter,
        IFormCollection form,
        HttpContext http,
        IAntiforgery antiforgery,
        FindLookalikes find,
        CancellationToken cancellation
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var found = await find.Run(
            round,
            reporter,
            form["namn"].ToString(),
            form["sammanfattning"].ToString(),
            Key<Intervention>.TryParse(form["egen"], provider: null, out var itself) ? itself : null,
            cancellation
        );
        return new RazorComponentResult<LookalikeNotice>(
            new
            {
                Found = found,
                Round = round,
                Reporter = reporter,
            }
        );
    }
}
