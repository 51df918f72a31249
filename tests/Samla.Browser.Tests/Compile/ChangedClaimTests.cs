using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Compile;

/// <summary>A coding changes behind a chapter, and its author sees what it did and accepts it.</summary>
public sealed class ChangedClaimTests(Chromium chromium) : IAsyncLifetime
{
    private const string Code = "miljo-effektbrist";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_claim_is_shown_with_who_did_what_and_is_accepted(bool hasScript)
    {
        await Give();
        var page = await chromium.Open(_site, Work.Chapter, new() { JavaScriptEnabled = hasScript });

        await Expect(page.Locator("#godta")).ToContainTextAsync("Ett påstående har ändrats sedan det godtogs.");
        await Expect(page.Locator($"#kod-{Code} del")).ToHaveTextAsync("sex regioner");
        await Expect(page.Locator($"#kod-{Code} ins")).ToHaveTextAsync("sju regioner");
        var card = page.Locator(".andrad");
        await Expect(card).ToContainTextAsync("Nu med: Halland.");
        await Expect(card).ToContainTextAsync("Halland: Analytiker, provkonto gav koden ”El- och effektbrist”");
        await Expect(card).ToContainTextAsync("Godtogs senast av Samla, rekonstruktion");
        await Expect(page.Locator(".larm")).ToContainTextAsync("från ”sex regioner” till ”sju regioner”");
        if (hasScript)
        {
            await page.LooksRight();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = "Godta" }).ClickAsync();

        await Expect(page.Locator("#besked")).ToContainTextAsync("Godtaget.");
        await Expect(card).ToHaveCountAsync(0);
        await Expect(page.Locator($"#kod-{Code}")).ToHaveTextAsync("sju regioner");
        await Expect(page.Locator("#larm + p")).ToContainTextAsync("Inga.");
    }

    [Fact]
    public async Task An_open_chapter_follows_what_others_do_and_a_text_being_written_is_left_alone()
    {
        var reading = await chromium.Open(_site, Work.Chapter);
        var writing = await chromium.Open(_site, Work.Editor);
        var text = await writing.GetByLabel("Kapitlets text").InputValueAsync();
        await writing.GetByLabel("Kapitlets text").FillAsync(text + "Halvskrivet.");
        await reading.Locator(".paper summary").First.ClickAsync();
        await Give();

        await Expect(reading.Locator($"#kod-{Code} ins")).ToHaveTextAsync("sju regioner");
        await Expect(reading.Locator("#visas")).ToContainTextAsync("visas som det är nu");
        await Expect(reading.Locator(".insp .larm")).ToContainTextAsync("från ”sex regioner” till ”sju regioner”");
        await Expect(reading.Locator(".paper details[open]")).ToHaveCountAsync(1);
        await reading.LooksRight();
        await reading.Locator(".andrad").GetByRole(AriaRole.Button, new() { Name = "Godta" }).ClickAsync();
        await Expect(reading.Locator("#besked")).ToContainTextAsync("Godtaget.");

        await Expect(writing.Locator("#visas")).ToContainTextAsync("Förhandsgranska för att se hur det är nu.");
        await Expect(writing.GetByLabel("Kapitlets text")).ToHaveValueAsync(text + "Halvskrivet.");
    }

    [Fact]
    public async Task All_are_accepted_at_once_and_who_has_not_seen_the_latest_is_told()
    {
        await Give();
        await TakeOff("Energifrågor");
        var page = await chromium.Open(_site, Work.Chapter, Work.WithoutScript);
        await Expect(page.Locator(".andrad")).ToHaveCountAsync(2);
        await TakeOff("El- och effektbrist");

        await page.GetByRole(AriaRole.Button, new() { Name = "Godta alla" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("har ändrats igen");
        await Expect(page.Locator(".andrad")).ToHaveCountAsync(1);

        await page.Locator(".andrad").GetByRole(AriaRole.Button, new() { Name = "Godta" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Godtaget.");
        await page.GotoAsync($"{Work.Root}/kapitel");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "11 Miljö" })).Not.ToContainTextAsync("att se över");
    }

    private async Task TakeOff(string label)
    {
        var page = await chromium.Open(_site, await Work.Halland(_site), Work.WithoutScript);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ta bort koden {label}" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("är borttagen.");
    }

    /// <summary>Gives Halland the code for its first sentence.</summary>
    private async Task Give()
    {
        var page = await chromium.Open(_site, await Work.Halland(_site), Work.WithoutScript);
        await page.GetByLabel("Ord ur svaret")
            .FillAsync((await page.Locator("#svaret p[data-start]").First.InnerTextAsync()).Trim());
        await page.Locator("#kod").SelectOptionAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Halland har fått koden");
    }
}
