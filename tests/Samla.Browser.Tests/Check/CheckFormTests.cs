using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Check;

public sealed class CheckFormTests(Site site)
{
    public static TheoryData<FilePayload?, HttpStatusCode, string> Refused { get; } =
        new()
        {
            { null, HttpStatusCode.BadRequest, "Ingen fil är vald." },
            { Sample.Empty, HttpStatusCode.BadRequest, "Filen är tom." },
            { Sample.Binary, HttpStatusCode.BadRequest, "Filen gick inte att läsa." },
            { Sample.TooLarge, HttpStatusCode.RequestEntityTooLarge, "Filen är för stor." },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_cannot_be_checked_is_refused_in_plain_words(
        FilePayload? file,
        HttpStatusCode status,
        string words
    )
    {
        using var client = new FormClient(site);

        using var response = await client.Post(file);

        Assert.Equal(status, response.StatusCode);
        var text = await FormClient.Text(response);
        Assert.Contains(words, text);
        Assert.DoesNotContain("   at Samla", text);
    }

    [Fact]
    public async Task A_refusal_of_a_download_is_a_page()
    {
        using var client = new FormClient(site);

        using var response = await client.Post(Sample.Empty, "json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Sample.Report.Buffer), "rapport", Sample.Report.Name },
        };

        using var response = await http.PostAsync(CheckPageObject.Path, form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Formuläret gäller inte längre", await FormClient.Text(response));
    }

    [Fact]
    public async Task A_request_that_is_no_such_form_is_refused()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        using var form = new FormUrlEncodedContent([new("rapport", "text")]);

        using var response = await http.PostAsync(CheckPageObject.Path, form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Filen kom inte fram.", await FormClient.Text(response));
    }

    [Fact]
    public async Task Too_eager_a_sender_is_asked_to_wait()
    {
        await using var strict = new StrictSite();
        await strict.InitializeAsync();
        using var client = new FormClient(strict);

        using var first = await client.Post(Sample.Report);
        using var second = await client.Post(Sample.Report);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Contains("Många granskar just nu.", await FormClient.Text(second));
    }

    private sealed class StrictSite : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Check:PerMinute", "1");
        }
    }
}
