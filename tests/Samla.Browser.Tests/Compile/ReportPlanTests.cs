using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Compile;

/// <summary>A report that is begun, planned and written again, and what is behind its claims.</summary>
public sealed class ReportPlanTests(Chromium chromium) : IAsyncLifetime
{
    private const string Plan = "/arbete/2024/upplagg";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_report_begins_with_a_type_and_its_chapters_are_arranged()
    {
        var page = await chromium.Open(_site, "/arbete/2024/kapitel");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rapportens upplägg" }).Last.ClickAsync();
        await Expect(page.Locator(".borja label").First).ToContainTextAsync("Årlig sammanställning");
        await page.LooksRight();
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja" }).ClickAsync();

        await Expect(page.Locator("#besked")).ToContainTextAsync("Kapitlen är på plats.");
        var chapters = page.Locator(".upplagg > li h2");
        await Expect(chapters.First).ToHaveTextAsync("1 Inledning och läsanvisningar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta ned Inledning och läsanvisningar" }).ClickAsync();
        await Expect(chapters.First).ToHaveTextAsync("1 Slutsatser");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort Slutsatser" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("borttaget");
        await Expect(chapters.First).ToHaveTextAsync("1 Inledning och läsanvisningar");
        await page.LooksRight();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg tillbaka Slutsatser" }).ClickAsync();
        await Expect(chapters.First).ToHaveTextAsync("1 Slutsatser");
    }

    [Fact]
    public async Task A_chapter_is_added_with_a_heading_for_each_requirement_and_rests_on_others_later()
    {
        var page = await chromium.Open(_site, $"{Plan}/nytt");
        await page.LooksRight();
        await page.GetByLabel("Rubrik").FillAsync("{{kod}}");
        var ticked = page.Locator(".krav input").First;
        await ticked.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kapitlet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("utan klamrar");
        await Expect(ticked).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Rubrik")).ToHaveValueAsync("{{kod}}");

        await page.GetByLabel("Rubrik").FillAsync("Vårt kapitel");
        await page.Locator(".krav input").Nth(1).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kapitlet" }).ClickAsync();
        await Expect(page.Locator(".upplagg > li")).ToContainTextAsync("Vilar på");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vad det vilar på" }).ClickAsync();
        await page.Locator(".krav input:checked").First.UncheckAsync();
        await page.Locator(".krav input:checked").First.UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(page.Locator(".upplagg > li")).ToContainTextAsync("Vilar inte på något krav.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vårt kapitel", Exact = true }).ClickAsync();
        await Expect(page.Locator(".paper h3")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task An_earlier_text_is_read_beside_the_one_before_and_written_on()
    {
        var page = await chromium.Open(_site, Work.Editor);
        var before = await page.GetByLabel("Kapitlets text").InputValueAsync();
        await page.GetByLabel("Kapitlets text").FillAsync("# Miljö\n\nNytt ord.\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tidigare texter" }).ClickAsync();
        await page.Locator(".hist li a").First.ClickAsync();
        await Expect(page.Locator(".hist ins").First).ToContainTextAsync("tillagt");
        await page.LooksRight();
        await page.Locator(".hist li a").Last.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Skriv vidare på den här texten" }).ClickAsync();

        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync(before);
        await page.LooksRight();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(page.Locator(".insp")).ToContainTextAsync("Inget. Kapitlet är ord för ord som i utgåvan.");
    }

    [Fact]
    public async Task Who_writes_a_chapter_that_is_taken_out_keeps_the_text_and_saves_it_when_it_is_back()
    {
        var writer = await chromium.Open(_site, Work.Editor);
        await writer.GetByLabel("Kapitlets text").FillAsync("# Miljö\n\nMina ord.\n");
        var other = await chromium.Open(_site, $"{Work.Root}/upplagg");
        await other.GetByRole(AriaRole.Button, new() { Name = "Ta bort Miljö" }).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("borttaget");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();

        await Expect(writer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon har tagit bort det ur rapporten");
        await Expect(writer.GetByLabel("Din text, inte sparad")).ToHaveValueAsync("# Miljö\n\nMina ord.\n");
        await writer.LooksRight();
        var publishing = await chromium.Open(_site, Work.Publishing);
        await Expect(publishing.Locator("main")).ToContainTextAsync("Inte längre med: kapitel 11 Miljö");
        await other.GetByRole(AriaRole.Button, new() { Name = "Lägg tillbaka Miljö" }).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("tillbaka");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(writer.Locator(".paper")).ToContainTextAsync("Mina ord.");
    }

    [Fact]
    public async Task What_is_behind_a_claim_stands_beside_it_when_it_is_pointed_at_or_reached_by_keys()
    {
        var page = await chromium.Open(_site, Work.Chapter);
        var claim = page.Locator(".paper .s-claim[data-ord]").First;
        var card = page.Locator("#ord-kort");
        var address = await claim.GetAttributeAsync("href");

        await claim.FocusAsync();
        await Expect(card).ToBeVisibleAsync();
        await Expect(claim).ToHaveAttributeAsync("aria-describedby", "ord-vem");
        await Expect(card.Locator("li")).Not.ToHaveCountAsync(0);
        await page.HasNoBarrier();
        await card.FocusAsync();
        await Expect(card).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeHiddenAsync();
        await Expect(claim).ToBeFocusedAsync();
        await page.LooksRight();
        await page.Locator("h1").HoverAsync();
        await claim.HoverAsync();
        await Expect(card).ToBeVisibleAsync();
        await card.HoverAsync();
        await Expect(card).ToBeVisibleAsync();
        await claim.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address!)));
    }
}
