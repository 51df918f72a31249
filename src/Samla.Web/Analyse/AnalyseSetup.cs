using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Options;
using Samla.Analyse.Model;
using Samla.Domain.Access;
using Samla.Web.Access;
using Samla.Web.Analyse.Assessments;

namespace Samla.Web.Analyse;

/// <summary>The doors of the step Analyse.</summary>
public static class AnalyseSetup
{
    public static void AddAnalyse(this IServiceCollection services)
    {
        services
            .AddOptions<ModelSettings>()
            .BindConfiguration(ModelSettings.Section)
            .PostConfigure<IConfiguration>((model, configuration) => model.HasOpenKey = HasOpenKey(configuration));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ModelSettings>>().Value);
        services.AddSingleton<LanguageModel>();
    }

    /// <summary>Whether anything but the environment has the key, also where the environment's own is the one that is used.</summary>
    private static bool HasOpenKey(IConfiguration configuration) =>
        ((IConfigurationRoot)configuration).Providers.Any(provider =>
            provider is not EnvironmentVariablesConfigurationProvider
            && provider.TryGet($"{ModelSettings.Section}:{nameof(ModelSettings.ApiKey)}", out var key)
            && key is { Length: > 0 }
        );

    public static void MapAnalyse(this WebApplication app)
    {
        app.MapGet("/matris/{round}/matris-{name}.{format}", MatrixDownload.Get).AllowAnonymous();
        app.MapGet(CrossingDownload.TogetherRoute, CrossingDownload.GetTogether).AllowAnonymous();
        app.MapGet(CrossingDownload.GroupsRoute, CrossingDownload.GetGroups).AllowAnonymous();
        app.MapGet(NewStepsEndpoint.Route, NewStepsEndpoint.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork) { IsAskedByPage = true });
        app.MapGet(NewStepsEndpoint.RoundRoute, NewStepsEndpoint.GetInRound)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork) { IsAskedByPage = true });
        app.MapGet(SelectionSuggestions.Route, SelectionSuggestions.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(AssessmentAddress.FileRoute, AssessmentDownload.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(DocumentAddress.FileRoute, DocumentDownload.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(ExchangeEndpoint.DownloadRoute, ExchangeEndpoint.Get)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapGet(ExchangeEndpoint.UploadRoute, ExchangeEndpoint.ToPage)
            .WithMetadata(new NeedsAttribute(Permission.ReadWork));
        app.MapPost(ExchangeEndpoint.UploadRoute, ExchangeEndpoint.Post)
            .DisableAntiforgery()
            .WithMetadata(new NeedsAttribute(Permission.Code));
    }
}
