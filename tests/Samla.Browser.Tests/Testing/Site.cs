using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samla.Browser.Tests.Testing;

[assembly: AssemblyFixture(typeof(Site))]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace Samla.Browser.Tests.Testing;

/// <summary>
/// The application on a port of its own, in this process, with a database of its own that holds the sample round. Tests that
/// only read share one; a test that changes something starts its own, so that no test depends on which ran before it.
/// </summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    // ASP.NET Core decides once per process where its temporary files go, so this comes before any host.
    static Site() => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", TemporaryFiles);

    public Site() => UseKestrel();

    /// <summary>Where a host would put what it cannot hold in memory.</summary>
    public static string TemporaryFiles { get; } =
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "temp")).FullName;

    private readonly string _data = Directory.CreateTempSubdirectory("samla-").FullName;

    public Uri Address =>
        new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Whether it has the sample round; one without makes its own empty database.</summary>
    protected virtual bool HasSample => true;

    public async ValueTask InitializeAsync()
    {
        if (HasSample)
        {
            await SampleDatabase.CopyTo(_data);
        }

        StartServer();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As it is used: what the framework says to developers is not what its users see.
        builder.UseEnvironment(Environments.Production);
        // A free port, set as the application itself would: the factory's own way sets it after the server may have begun.
        builder.UseUrls("http://127.0.0.1:0");
        // What goes wrong within is seen beside the test that it fails.
        builder.ConfigureLogging(logging =>
            logging.ClearProviders().AddConsole().AddFilter(level => level >= LogLevel.Error)
        );
        builder.UseSetting("data", _data);
        // All tests send from one address.
        builder.UseSetting("Check:PerMinute", "10000");
        builder.UseSetting("Access:PerMinute", "10000");
    }
}
