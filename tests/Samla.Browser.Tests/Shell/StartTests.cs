using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Shell;

public sealed class StartTests(Chromium chromium, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task The_number_on_the_start_page_leads_to_its_thread(bool hasScript)
    {
        var page = await reader.Open("/", hasScript);
        var words = await page.Locator(".thread mark").TextContentAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Följ tråden i rapporten" }).ClickAsync();

        // Reconstructed answers share some of their sentences.
        await Expect(page.Locator(".s-trace mark", new() { HasText = words! }).First).ToBeAttachedAsync();
    }

    [Fact]
    public async Task A_region_is_entered_by_the_map_or_by_the_list()
    {
        var page = await reader.Open("/", hasScript: false);

        await Expect(page.Locator(".s-map a")).ToHaveCountAsync(21);
        await page.GetByText("Visa regionerna som lista").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Jämtland Härjedalen" }).Last.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Jämtland Härjedalen");
    }

    [Fact]
    public async Task The_numbers_are_counted_and_one_that_is_made_up_says_so()
    {
        var page = await reader.Open("/");
        var numbers = page.Locator(".four");

        await Expect(numbers).ToContainTextAsync("av 21");
        await Expect(numbers).ToContainTextAsync("306");
        await Expect(numbers).ToContainTextAsync("2 av 24");
        await Expect(numbers).ToContainTextAsync("beviljat på anslag 1:1 under 2023.");
        await Expect(numbers).ToContainTextAsync("påhittat");
    }

    [Fact]
    public async Task A_theme_leads_to_its_chapter()
    {
        var page = await reader.Open("/", hasScript: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "Tillgänglighet" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Tillgänglighet");
    }

    [Fact]
    public async Task On_a_narrow_screen_the_pages_are_in_a_menu()
    {
        var page = await reader.Open("/", hasScript: false, width: Look.Narrow);
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Meny", Exact = true });
        await Expect(menu).ToBeHiddenAsync();

        await page.Locator("summary", new() { HasText = "Meny" }).ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = "Matrisen" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Vem säger vad");
    }

    [Fact]
    public async Task With_an_empty_database_the_start_page_leads_to_the_checker_and_says_how_to_get_the_sample()
    {
        await using var empty = new EmptySite();
        await empty.InitializeAsync();

        var page = await chromium.Open(empty, "/", Public.Browser(hasScript: false));
        await Expect(page.GetByText("Ingen rapport är publicerad här än")).ToBeVisibleAsync();
        await Expect(page.GetByText("--empty")).ToBeVisibleAsync();
        foreach (var path in (string[])["/rapport", "/lan", "/lan/21", "/matris"])
        {
            var answer = await page.GotoAsync(path);
            Assert.True(answer!.Ok, path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        }

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { Name = "Granska en rapport" })
            .First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Granska en rapport");
    }

    /// <summary>Started with <c>--empty</c>.</summary>
    private sealed class EmptySite : Site
    {
        protected override bool HasSample => false;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("empty", "true");
        }
    }
}
