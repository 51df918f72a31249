using System.Net;
using Microsoft.AspNetCore.Hosting;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Access;

public sealed class DoorLimitTests : IAsyncLifetime
{
    private readonly StrictSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_tries_too_often_to_come_in_must_wait_and_others_pages_stay_open()
    {
        using var http = new HttpClient { BaseAddress = _site.Address };
        string[] doors = ["/konto/logga-in", "/konto/glomt", "/konto/inbjudan/x", "/konto/passnyckel/fraga", "/konto"];
        var answers = new List<HttpStatusCode>();
        foreach (var path in doors)
        {
            using var answer = await http.PostAsync(
                path,
                new FormUrlEncodedContent([]),
                TestContext.Current.CancellationToken
            );
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers[..3], status => Assert.NotEqual(HttpStatusCode.TooManyRequests, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[3]);
        using var refused = await http.PostAsync(
            doors[0],
            new FormUrlEncodedContent([]),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(60, refused.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Contains(
            "Vänta en minut",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using var page = await http.GetAsync(doors[0], TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private sealed class StrictSite : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Access:PerMinute", "3");
        }
    }
}
