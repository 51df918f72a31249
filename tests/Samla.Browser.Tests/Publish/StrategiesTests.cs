using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

/// <summary>The register of strategies, as anybody reads it.</summary>
public sealed class StrategiesTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_sees_who_makes_theirs_anew_then_and_now_and_takes_the_register_along(bool hasScript)
    {
        var page = await chromium.Open(_site, "/", Public.Browser(hasScript));
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Huvudmeny" })
            .GetByRole(AriaRole.Link, new() { Name = "Strategier" })
            .ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Läget 2026" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Sex regioner gör om eller ser över sin strategi")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "2023", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Sju regioner gör om eller ser över sin strategi")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Uppsala" }))
            .ToContainTextAsync("en tidigare strategi");

        using var http = new HttpClient { BaseAddress = _site.Address };
        foreach (var format in (string[])["CSV", "JSON"])
        {
            var address = await page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true })
                .GetAttributeAsync("href");
            Assert.Contains(
                "Dalastrategin 2030",
                await http.GetStringAsync(address, TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Uppsala", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Uppsala");
    }
}
