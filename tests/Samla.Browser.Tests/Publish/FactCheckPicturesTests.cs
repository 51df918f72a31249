using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

/// <summary>
/// The report goes out to be checked: a region contests, an analyst replies, and what is printed can be contested too. Draws the guide's pictures.
/// </summary>
public sealed class FactCheckPicturesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Agencys = $"{Work.Root}/faktagranskning";
    private const string Regions = "/faktagranska/2023/10";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_region_contests_and_the_analyst_replies_before_the_report_is_published(bool hasScript)
    {
        var agency = await chromium.Open(_site, Agencys, Browser(hasScript));
        await Look(agency, hasScript);
        await SendOut(agency);
        await Expect(agency.Locator("#besked")).ToContainTextAsync("Faktagranskningen är utskickad");
        await Look(agency, hasScript);

        var region = await chromium.Open(_site, "/redovisa/2023/10", Browser(hasScript));
        await region.GetByRole(AriaRole.Link, new() { Name = "Faktagranska, senast" }).ClickAsync();
        await Expect(region.Locator(".meddelande")).ToHaveTextAsync("Läs särskilt talen.");
        await Look(region, hasScript);
        await region.GetByRole(AriaRole.Link, new() { Name = "3 Regionala utvecklingsstrategier" }).ClickAsync();
        var first = region.Locator(".pastaenden > li").First;
        await Expect(first.Locator(".s-voice").First).ToBeVisibleAsync();
        await Expect(first.GetByLabel("Vad är fel?")).ToBeHiddenAsync();

        // Who says that it is wrong and not why is told, and what was chosen stands.
        await first.GetByLabel("Stämmer inte").CheckAsync();
        await region.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        await Expect(region.GetByRole(AriaRole.Alert)).ToContainTextAsync("Inget är sparat.");
        await Expect(first.GetByLabel("Stämmer inte")).ToBeCheckedAsync();
        await Look(region, hasScript);
        await first.GetByLabel("Vad är fel?").FillAsync("Vi har gjort om vår.");
        await first.GetByLabel("Föreslagen lydelse").FillAsync("13 regioner har en strategi.");
        await region.GetByRole(AriaRole.Button, new() { Name = "Spara och bekräfta resten" }).ClickAsync();
        await Expect(region.Locator("#besked")).ToContainTextAsync("Sparat");
        await Expect(region.Locator(".kapitelrader > li").First).ToContainTextAsync("Alla besvarade, en invändning");

        await region.GotoAsync($"{Regions}/rus");
        await region.Draw("faktagranskning.png", region.Locator(".pastaenden"), 60, 760);

        await agency.GotoAsync(Work.Publishing);
        await Expect(agency.GetByText("Region Blekinge har invänt och inte fått svar")).ToBeVisibleAsync();
        await Expect(agency.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" })).ToBeDisabledAsync();
        await agency.GotoAsync($"{Work.Root}/kapitel/rus");
        await agency.GetByRole(AriaRole.Region, new() { Name = "Invändningar" }).GetByRole(AriaRole.Link).ClickAsync();
        var contest = agency.Locator(".arende");
        await Expect(contest).ToContainTextAsync("13 regioner har en strategi.");
        await contest.GetByLabel("Svar till Region Blekinge").FillAsync("Ni skriver att den ligger fast.");
        await agency.Draw("faktagranskning-svar.png", agency.Locator(".s-workhead"), 60, 720);
        await contest.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await Expect(agency.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj om rapporten ändras");
        await contest.GetByLabel("Texten står kvar").CheckAsync();
        await Look(agency, hasScript);
        await contest.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await Expect(agency.Locator("#besked")).ToContainTextAsync("Svaret är sparat");
        await agency.GotoAsync(Work.Publishing);
        await Expect(agency.Locator("#publicera")).ToHaveTextAsync("Inget hindrar publicering");

        await region.GotoAsync(Regions);
        await Expect(region.Locator(".invandningar"))
            .ToContainTextAsync("Texten står kvar. Ni skriver att den ligger fast.");
        await Look(region, hasScript);
        await region.GetByRole(AriaRole.Button, new() { Name = "Vi är klara" }).ClickAsync();
        await Expect(region.Locator("#besked")).ToContainTextAsync("Ni är klara");
        await agency.GotoAsync(Agencys);
        await Expect(agency.GetByRole(AriaRole.Row, new() { Name = "Region Blekinge" })).ToContainTextAsync("Klar");
    }

    [Fact]
    public async Task What_leaves_a_region_out_can_be_contested_by_keys_alone()
    {
        await SendOut(await chromium.Open(_site, Agencys));
        var region = await chromium.Open(_site, $"{Regions}/rus?visa=utan");
        var first = region.Locator(".pastaenden > li").First;
        await Expect(first).ToContainTextAsync("Samla har inget textställe från er om");
        await first.GetByLabel("Inget svar än").FocusAsync();
        await region.Keyboard.PressAsync("ArrowDown");
        await region.Keyboard.PressAsync("ArrowDown");
        await Expect(first.GetByLabel("Vi ska räknas med")).ToBeCheckedAsync();
        await region.Keyboard.PressAsync("Tab");
        await region.Keyboard.TypeAsync("Se vårt svar på sidan två.");
        await region.Keyboard.PressAsync("Tab");
        await region.Keyboard.PressAsync("Tab");
        await Look(region, hasScript: true);
        await first.GetByLabel("Var har ni redovisat det?").FocusAsync();
        for (var i = 0; i < 200 && !await IsSaving(); i++)
        {
            await region.Keyboard.PressAsync("Tab");
        }

        await region.Keyboard.PressAsync("Enter");
        await Expect(region.Locator("#besked")).ToContainTextAsync("Sparat");
        await Expect(first.GetByLabel("Var har ni redovisat det?")).ToHaveValueAsync("Se vårt svar på sidan två.");

        Task<bool> IsSaving() => region.EvaluateAsync<bool>("document.activeElement.value === 'spara'");
    }

    [Fact]
    public async Task What_a_colleague_answers_meanwhile_stands_after_a_form_that_is_sent_twice()
    {
        await SendOut(await chromium.Open(_site, Agencys));
        var mine = await chromium.Open(_site, $"{Regions}/rus", Work.WithoutScript);
        var theirs = await chromium.Open(_site, $"{Regions}/rus", Work.WithoutScript, SignedIn.Officer("10"));
        await theirs.Locator(".pastaenden > li").First.GetByLabel("Stämmer inte").CheckAsync();
        await theirs.Locator(".pastaenden > li").First.GetByLabel("Vad är fel?").FillAsync("Kollegans ord.");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        await Expect(theirs.Locator("#besked")).ToContainTextAsync("Sparat");

        // Refused for another statement, and sent again: the first is as it was shown, so the colleague's is left alone.
        var second = mine.Locator(".pastaenden > li").Nth(1);
        await second.GetByLabel("Stämmer inte").CheckAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Alert)).ToContainTextAsync("Inget är sparat.");
        await second.GetByLabel("Vad är fel?").FillAsync("Mina ord.");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        await Expect(mine.Locator("#besked")).ToContainTextAsync("Sparat");

        await Expect(mine.Locator(".pastaenden > li").First.GetByLabel("Vad är fel?"))
            .ToHaveValueAsync("Kollegans ord.");
        await Expect(second.GetByLabel("Vad är fel?")).ToHaveValueAsync("Mina ord.");
    }

    [Fact]
    public async Task A_reply_to_what_is_taken_back_meanwhile_is_shown_to_be_copied()
    {
        await SendOut(await chromium.Open(_site, Agencys));
        var region = await chromium.Open(_site, $"{Regions}/rus", Work.WithoutScript);
        var first = region.Locator(".pastaenden > li").First;
        await first.GetByLabel("Stämmer inte").CheckAsync();
        await first.GetByLabel("Vad är fel?").FillAsync("Talet.");
        await region.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        var agency = await chromium.Open(_site, Agencys, Work.WithoutScript);
        await first.GetByLabel("Inget svar än").CheckAsync();
        await region.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        await Expect(region.Locator("#besked")).ToContainTextAsync("Sparat");

        await agency.GetByLabel("Den ändras").CheckAsync();
        await agency.GetByLabel("Svar till Region Blekinge").FillAsync("Långt svar.");
        await agency.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();

        await Expect(agency.GetByRole(AriaRole.Alert)).ToContainTextAsync("Invändningen är tillbakadragen");
        await Expect(agency.GetByText("Långt svar.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_correction_is_asked_for_of_what_is_printed()
    {
        var region = await chromium.Open(_site, Regions);
        await Expect(region.Locator("h1")).ToHaveTextAsync("Vad rapporten säger om er");
        await Look(region, hasScript: true);
        await region.GetByRole(AriaRole.Link, new() { Name = "3 Regionala utvecklingsstrategier" }).ClickAsync();
        var first = region.Locator(".pastaenden > li").First;
        await first.GetByText("Begär rättelse").ClickAsync();
        await first.GetByLabel("Vad är fel?").FillAsync("Talet är fel.");
        await Look(region, hasScript: true);
        await region.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }).ClickAsync();
        await Expect(region.Locator("#besked")).ToContainTextAsync("Sparat");

        var agency = await chromium.Open(_site, Agencys);
        await Expect(agency.Locator(".arende h3")).ToContainTextAsync("utgåva 1");
        await agency.Locator(".arende").GetByLabel("Den ändras").CheckAsync();
        await agency.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await Expect(agency.Locator(".arende")).ToContainTextAsync("Inte ändrad än");
        await region.GotoAsync(Regions);
        await Expect(region.Locator(".invandningar")).ToContainTextAsync("Rapporten ändras.");
    }

    private static async Task SendOut(IPage page)
    {
        var day = DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByLabel("Sista dag").FillAsync(day);
        await page.GetByLabel("Meddelande").FillAsync("Läs särskilt talen.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka ut faktagranskningen" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToBeVisibleAsync();
    }

    private static Task Look(IPage page, bool hasScript) => hasScript ? page.LooksRight() : Task.CompletedTask;

    private static BrowserNewContextOptions Browser(bool hasScript) => GuidePicture.Browser(hasScript);
}
