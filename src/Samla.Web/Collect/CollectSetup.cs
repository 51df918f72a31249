namespace Samla.Web.Collect;

/// <summary>The doors of the step Collect.</summary>
public static class CollectSetup
{
    /// <summary>Nothing of its own yet; what the pages ask are use cases.</summary>
    public static IServiceCollection AddCollect(this IServiceCollection services) => services;

    public static void MapCollect(this WebApplication app) =>
        app.MapPost(SaveEndpoint.Route, SaveEndpoint.Post)
            // The endpoint asks for the token itself: the script needs an answer that it can read.
            .DisableAntiforgery();
}
