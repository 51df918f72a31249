using Microsoft.AspNetCore.Http.HttpResults;

namespace Samla.Web.Access;

/// <summary>The first request after a sign-in knows who came, which the sign-in itself does not.</summary>
internal static class LandingEndpoint
{
    public static RedirectHttpResult Get(HttpContext http) =>
        TypedResults.LocalRedirect(Landing.Of(http.SignedIn.Roles));
}
