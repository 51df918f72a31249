using Microsoft.AspNetCore.Hosting;

namespace Samla.Browser.Tests.Testing;

/// <summary>A site of its own where a language model can be asked.</summary>
/// <param name="endpoint">Where.</param>
internal sealed class ModelSite(string endpoint) : Site
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Samla:LanguageModel:Endpoint", endpoint);
        builder.UseSetting("Samla:LanguageModel:Model", "prov-1");
    }
}
