using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Samla.Common;

namespace Samla.Browser.Tests.Testing;

/// <summary>A site that cannot make a PDF, for tests that ask for many and read none: to make one takes longer than all the rest.</summary>
public sealed class SiteWithoutOffice : Site
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
            services.AddSingleton(_ => new MakePdf(program: null, TimeSpan.Zero))
        );
    }
}
