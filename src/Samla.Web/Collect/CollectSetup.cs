using Samla.Collect;
using Samla.Domain.Access;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>The doors of the step Collect.</summary>
public static class CollectSetup
{
    public static void AddCollect(this IServiceCollection services)
    {
        services.AddSingleton<Presence>();
        services.AddScoped<DelegationPost>();
        services.AddScoped<RemindReporters>();
    }

    public static void MapCollect(this WebApplication app)
    {
        app.MapPost(SaveEndpoint.Route, SaveEndpoint.Post)
            // The endpoint asks for the token itself: the script needs an answer that it can read.
            .DisableAntiforgery()
            .WithMetadata(new NeedsAttribute(Permission.WriteAnswers));
        app.MapPost(PresenceEndpoint.Route, PresenceEndpoint.Post)
            .DisableAntiforgery()
            .WithMetadata(new NeedsAttribute(Permission.WriteAnswers) { IsAskedByPage = true });
        app.MapGet(WordDownload.TemplateRoute, WordDownload.Template)
            .WithMetadata(new NeedsAttribute(Permission.ReadDrafts));
        app.MapGet(WordDownload.ReportRoute, WordDownload.Report)
            .WithMetadata(new NeedsAttribute(Permission.ReadDrafts));
        app.MapGet(WordDownload.VersionRoute, WordDownload.Version)
            .WithMetadata(new NeedsAttribute(Permission.ReadSubmitted));
        app.MapGet(PdfDownload.ReportRoute, PdfDownload.Report).WithMetadata(new NeedsAttribute(Permission.ReadDrafts));
        app.MapGet(PdfDownload.VersionRoute, PdfDownload.Version)
            .WithMetadata(new NeedsAttribute(Permission.ReadSubmitted));
        app.MapGet(WordDownload.DeliveredRoute, WordDownload.Delivered)
            .WithMetadata(new NeedsAttribute(Permission.ReadSubmitted));
        app.MapGet(SubmittedDownload.FileRoute, SubmittedDownload.File)
            .WithMetadata(new NeedsAttribute(Permission.ReadSubmitted) { WithAll = true });
        app.MapGet(SubmittedDownload.ArchiveRoute, SubmittedDownload.Archive)
            .WithMetadata(new NeedsAttribute(Permission.ReadSubmitted) { WithAll = true });
        app.MapGet(TemplateDownload.YamlRoute, TemplateDownload.Yaml)
            .WithMetadata(new NeedsAttribute(Permission.ReadTemplates));
        app.MapGet(TemplateDownload.WordRoute, TemplateDownload.Word)
            .WithMetadata(new NeedsAttribute(Permission.ReadTemplates));
        app.MapGet(TemplateDownload.CommentsRoute, TemplateDownload.Comments)
            .WithMetadata(new NeedsAttribute(Permission.ManageTemplates));
        app.MapPost(LookalikeEndpoint.Route, LookalikeEndpoint.Post)
            .DisableAntiforgery()
            .WithMetadata(new NeedsAttribute(Permission.WriteAnswers));
        app.MapGet(WorkbookEndpoint.Route, WorkbookEndpoint.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadDrafts));
        app.MapPost(WorkbookEndpoint.UploadRoute, WorkbookEndpoint.Post)
            // The page's own route would take a POST too; this one goes before it, and reads the form within its own limits.
            .WithOrder(-1)
            .DisableAntiforgery()
            .WithMetadata(new NeedsAttribute(Permission.WriteAnswers));
    }
}
