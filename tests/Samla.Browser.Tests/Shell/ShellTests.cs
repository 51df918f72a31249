using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Shell;

public sealed partial class ShellTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/granska")]
    [InlineData("/finns-inte")]
    [InlineData("/base.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_refused_file_is_answered_with_the_security_headers_too()
    {
        using var client = new FormClient(site);

        using var response = await client.Post(Sample.Empty);

        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        using var client = new FormClient(site);

        using var response = await client.Get("/finns-inte");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Sidan finns inte", await FormClient.Text(response));
    }

    [Fact]
    public async Task A_failure_of_ours_shows_no_inside()
    {
        await using var broken = new BrokenSite();
        await broken.InitializeAsync();
        using var client = new FormClient(broken);

        using var response = await client.Get("/trasig");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var text = await FormClient.Text(response);
        Assert.Contains("Något gick fel hos oss", text);
        Assert.DoesNotContain(BrokenSite.Secret, text);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/granska")]
    public async Task No_link_is_dead(string path)
    {
        using var client = new FormClient(site);
        using var page = await client.Get(path);

        foreach (
            var target in LocalAddress()
                .Matches(await FormClient.Text(page))
                .Select(m => m.Groups["address"].Value)
                .Distinct()
        )
        {
            using var response = await client.Get(target);
            Assert.True(response.IsSuccessStatusCode, target);
        }
    }

    [GeneratedRegex("""(?:href|src)="(?<address>/[^"#]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalAddress();

    /// <summary>Fails on every request that nothing else answers.</summary>
    private sealed class BrokenSite : Site
    {
        public const string Secret = "connection string";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Failing>());
        }

        private sealed class Failing : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
                app =>
                {
                    next(app);
                    app.Run(_ => throw new InvalidOperationException(Secret));
                };
        }
    }
}
