using Samla.Domain.Access;
using Samla.Web.Access;

namespace Samla.Web.Publish;

/// <summary>The doors of the step Publish.</summary>
public static class PublishSetup
{
    public static void MapPublish(this WebApplication app)
    {
        app.MapGet(StrategiesDownload.Route, StrategiesDownload.Get).AllowAnonymous();
        app.MapGet("/rapport/{round}/samla-{name}.{format}", EditionDownload.Get).AllowAnonymous();
        app.MapGet(EditionAddress.FileRoute, EditionDownload.GetNumbered).AllowAnonymous();
        app.MapGet(ChapterNews.Route, ChapterNews.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork) { IsAskedByPage = true });
        app.MapGet(FactCheckDownload.Route, FactCheckDownload.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadFactChecks));
    }
}
