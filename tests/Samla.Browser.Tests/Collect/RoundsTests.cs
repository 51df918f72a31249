using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>An administrator adds a round, opens it and closes it.</summary>
public sealed class RoundsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Title = "Regionalt utvecklingsarbete 2025";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_round_is_added_and_regions_write_in_it_while_it_is_open(bool withScript)
    {
        var options = new BrowserNewContextOptions { JavaScriptEnabled = withScript };
        var page = await chromium.Open(_site, "/omgangar", options, SignedIn.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ny omgång" }).First.ClickAsync();
        await FillIn(page, due: "2020-02-21");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till omgången" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Sista dagen har redan varit.");
        await Expect(page.GetByLabel("Rubrik")).ToHaveValueAsync(Title);

        await page.GetByLabel("Sista dag att lämna in").FillAsync(DueOn());
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till omgången" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Omgången är sparad.");
        var lead = await chromium.Open(_site, "/redovisa/2025/17", options, SignedIn.Lead("17"));
        await Expect(lead.GetByText("Omgången är stängd").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Öppna omgången" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Omgången är öppen.");
        await lead.ReloadAsync();
        await Expect(lead.GetByText("Omgången är stängd")).ToHaveCountAsync(0);
        await lead.Locator(".s-tasks .what a").First.ClickAsync();
        var answer = lead.Locator(".krav").First;
        await answer.GetByRole(AriaRole.Textbox).First.FillAsync("Ett första svar.");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(answer.Locator(".lage")).ToContainTextAsync("Sparat");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stäng omgången" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Omgången är stängd.");
        await page.GetByLabel("Mall").SelectOptionAsync("mall-2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara ändringarna" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon har börjat svara");
    }

    [Fact]
    public async Task The_pages_have_no_barrier()
    {
        var page = await chromium.Open(_site, "/omgangar", account: SignedIn.Administrator);
        await page.LooksRight();
        await page.GotoAsync("/omgangar/2024");
        await page.LooksRight();
        await page.GotoAsync("/omgangar/ny");
        await FillIn(page, due: "2020-02-21");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till omgången" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.LooksRight();
    }

    private static string DueOn() =>
        TimeProvider
            .System.GetUtcNow()
            .AddDays(30)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task FillIn(IPage page, string due)
    {
        await page.GetByLabel("Beteckning").FillAsync("2025");
        await page.GetByLabel("Rubrik").FillAsync(Title);
        await page.GetByLabel("Mall").SelectOptionAsync("mall-2024-99");
        await page.GetByLabel("Från och med").FillAsync("2025-01-01");
        await page.GetByLabel("Till och med").FillAsync("2025-12-31");
        await page.GetByLabel("Sista dag att lämna in").FillAsync(due);
        await page.GetByLabel("Föregående omgång").SelectOptionAsync("2024");
    }
}
