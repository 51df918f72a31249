using Samla.Domain.Access;
using Samla.Grants;
using Samla.Web.Access;

namespace Samla.Web.Grants;

/// <summary>The services and doors of the pages about grants.</summary>
public static class GrantsSetup
{
    public static IServiceCollection AddGrants(this IServiceCollection services)
    {
        services.AddOptions<GrantSettings>().BindConfiguration("Grants");
        return services;
    }

    public static void MapGrants(this WebApplication app)
    {
        app.MapGet(GrantsAddress.FileRoute, GrantsDownload.Get).AllowAnonymous();
        app.MapGet(ImportGrantsEndpoint.Route, ImportGrantsEndpoint.ToPage)
            .WithMetadata(new NeedsAttribute(Permission.ImportGrants));
        app.MapPost(ImportGrantsEndpoint.Route, ImportGrantsEndpoint.Post)
            .WithMetadata(new NeedsAttribute(Permission.ImportGrants));
        app.MapGet(ImportMunicipalitiesEndpoint.Route, ImportMunicipalitiesEndpoint.ToPage)
            .WithMetadata(new NeedsAttribute(Permission.ImportGrants));
        app.MapPost(ImportMunicipalitiesEndpoint.Route, ImportMunicipalitiesEndpoint.Post)
            .WithMetadata(new NeedsAttribute(Permission.ImportGrants));
    }
}
