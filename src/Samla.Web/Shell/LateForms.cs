using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Samla.Web.Shell;

/// <summary>
/// Forms that come too late: to a page that does not have them (any more), or with a token that does not hold. The framework turns
/// them away with an empty answer that says it is a page.
/// </summary>
internal static class LateForms
{
    /// <summary>Where a form was sent that came too late; null where none was.</summary>
    public static string? AddressOf(HttpContext http) => http.Items[typeof(LateForms)] as string;

    /// <summary>Lets the status page speak where the answer is empty.</summary>
    public static IApplicationBuilder UseLateForms(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                await next(http);
                if (
                    http.Response
                        is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null or 0 }
                    && HttpMethods.IsPost(http.Request.Method)
                    && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
                )
                {
                    // What was sent is only shown to whoever sent it, so its token does not matter.
                    http.Features.Set<IAntiforgeryValidationFeature>(null);
                    http.Items[typeof(LateForms)] = $"{http.Request.Path}{http.Request.QueryString}";
                    http.Response.ContentType = null;
                    http.Response.ContentLength = null;
                    http.Response.Headers.Remove("blazor-enhanced-nav");
                }
            }
        );
}
