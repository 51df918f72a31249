using Samla.Domain.Access;
using Samla.Web.Access;

namespace Samla.Web.Check;

/// <summary>The doors of the step Check.</summary>
public static class CheckSetup
{
    public static IServiceCollection AddCheck(this IServiceCollection services)
    {
        services.AddOptions<CheckLimits>().BindConfiguration("Check");
        services.AddSingleton<CheckQueue>();
        return services;
    }

    public static void MapCheck(this WebApplication app)
    {
        app.MapPost(CheckPage.Path, CheckEndpoint.Post)
            .AddEndpointFilter(
                (context, next) =>
                    context.HttpContext.RequestServices.GetRequiredService<CheckQueue>().Run(context, next)
            )
            // The page's own route would take a POST too; this one goes before it.
            .WithOrder(-1)
            .AllowAnonymous();
        app.MapGet(PrintedEndpoint.Route, PrintedEndpoint.ToPage).WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapPost(PrintedEndpoint.Route, PrintedEndpoint.Post)
            .DisableAntiforgery()
            .WithMetadata(new NeedsAttribute(Permission.Code));
    }
}
