using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Samla.Web.Access;

/// <summary>What happens to those who may not come where they were going.</summary>
internal static class Turned
{
    /// <summary>A form without files: what is in it was written by hand.</summary>
    private const string WrittenForm = "application/x-www-form-urlencoded";

    /// <summary>In bytes; nobody who is not signed in gets to send more.</summary>
    private const int MostWritten = 2_000_000;

    /// <summary>Nobody is signed in. A page leads to the sign-in; a script is told; what was written in a form is shown again.</summary>
    public static Task Away(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
        {
            // The bare status, not the page that goes with it.
            context.HttpContext.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (
            HttpMethods.IsPost(request.Method)
            && request.ContentType?.StartsWith(WrittenForm, StringComparison.Ordinal) == true
            && request.ContentLength < MostWritten
        )
        {
            return new RazorComponentResult<SignedOutPage>
            {
                StatusCode = StatusCodes.Status401Unauthorized,
            }.ExecuteAsync(context.HttpContext);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>Somebody is, who may not: the status page says so.</summary>
    public static Task Down(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
