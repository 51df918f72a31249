using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Publish;
using Samla.Web.Access;

namespace Samla.Web.Shell;

/// <summary>
/// Keeps the matrix of a round that is not published from all but those who work with it: it holds words that were handed in
/// and codings that are not finished. The step Analyse knows nothing of editions, so it is asked here.
/// </summary>
internal static class UnpublishedMatrix
{
    private const string Root = "/matris";

    public static void UseUnpublishedMatrix(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                if (await IsHidden(http))
                {
                    http.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }

                await next(http);
            }
        );

    private static async Task<bool> IsHidden(HttpContext http)
    {
        if (
            !http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest)
            || http.Visitor?.May(Permission.ReadWork) == true
            || !Key<Round>.TryParse(rest.Value?.Split('/').ElementAtOrDefault(1), provider: null, out var round)
        )
        {
            return false;
        }

        var published = await http.RequestServices.GetRequiredService<ListPublishedRounds>().Run(http.RequestAborted);
        return published.All(one => one.Round.Id != round);
    }
}
