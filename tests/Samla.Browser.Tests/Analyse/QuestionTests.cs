using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>The questions of the sample's made-up strategies are answered by passages that a person chooses.</summary>
public sealed class QuestionTests(Chromium chromium) : IAsyncLifetime
{
    private const string Questions = "/arbete/rus-2026/kodning";
    private const string Question = "/arbete/rus-2026/fraga/uppfoljning";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Without_script_a_passage_is_found_given_a_code_and_undone()
    {
        var page = await chromium.Open(_site, Questions, Work.WithoutScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Uppföljning", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Uppföljning");
        await Expect(page.Locator(".fd")).ToHaveCountAsync(21);
        var stockholm = page.Locator(".fd").First;
        await Expect(stockholm.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Stockholm");
        await Expect(stockholm.Locator(".sg")).ToHaveCountAsync(3);
        var words = await stockholm.Locator(".sg .s-voice").First.InnerTextAsync();

        await stockholm.GetByLabel("Kod för förslag 1 i").SelectOptionAsync("Mäter med indikatorer");
        await stockholm.GetByRole(AriaRole.Button, new() { Name = "Ge koden till förslag 1 i" }).ClickAsync();

        await Expect(stockholm.GetByRole(AriaRole.Status)).ToContainTextAsync("Du gav koden ”Mäter med indikatorer”.");
        await Expect(stockholm.Locator(".givna li")).ToContainTextAsync("Mäter med indikatorer");
        await Expect(stockholm.Locator(".givna .s-voice")).ToHaveTextAsync(words);

        await stockholm.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();

        await Expect(stockholm.GetByRole(AriaRole.Status))
            .ToContainTextAsync("Du ångrade att du gav koden ”Mäter med indikatorer”.");
        await Expect(stockholm.Locator(".givna li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_done_elsewhere_meanwhile_is_not_undone_here()
    {
        var page = await chromium.Open(_site, Question, Work.WithoutScript);
        await GiveFirst(page);
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du gav koden");
        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync(page.Url.Split('?')[0]);
        await GiveFirst(elsewhere);
        await Expect(elsewhere.Locator("#besked")).ToContainTextAsync("Du gav koden");

        await page.Locator("#besked").GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Du har ändrat något sedan sidan visades.");
        await Expect(page.Locator(".givna li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task With_keys_one_walks_between_passages_and_gives_the_code_that_is_chosen()
    {
        var page = await chromium.Open(_site, Question);
        await page.GetByLabel("Använd tangenterna").UncheckAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".sg:focus")).ToHaveCountAsync(0);
        await page.GetByLabel("Använd tangenterna").CheckAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".sg").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("g");

        await Expect(page.Locator("#besked")).ToContainTextAsync("Du gav koden");
        await Expect(page.Locator(".givna li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".lage")).ToContainTextAsync("Ett dokument har kodade textställen");
        await page.HasNoBarrier();
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".givna li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_chooses_no_code_is_told_at_the_passage_and_nothing_is_given()
    {
        var page = await chromium.Open(_site, Question, Work.WithoutScript);
        var uppsala = page.Locator(".fd").Nth(1);

        await uppsala.GetByLabel("Kod för förslag 2 i").SelectOptionAsync("");
        await uppsala.GetByRole(AriaRole.Button, new() { Name = "Ge koden till förslag 2 i" }).ClickAsync();

        var passage = uppsala.Locator(".sg").Nth(1);
        await Expect(passage.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj en kod.");
        var code = passage.GetByLabel("Kod för förslag 2 i");
        await Expect(code).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(code).ToHaveAccessibleDescriptionAsync(new Regex("Välj en kod"));
        await Expect(page.Locator(".givna li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Other_words_are_looked_for_and_more_is_shown_of_one_document()
    {
        var page = await chromium.Open(_site, Question);
        await page.GetByLabel("Leta också efter").FillAsync("måluppfyllelse mäta");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leta" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("ord="));

        var gotland = page.Locator(".fd")
            .Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Gotland", Exact = true }) });
        await gotland.GetByRole(AriaRole.Link, new() { Name = "Visa fler ur Gotland" }).ClickAsync();

        await Expect(gotland.Locator(".sg")).ToHaveCountAsync(12);
        await Expect(page.GetByLabel("Leta också efter")).ToHaveValueAsync("måluppfyllelse mäta");
        await page.HasNoBarrier();
        await gotland.GetByRole(AriaRole.Link, new() { Name = "I dokumentet" }).First.ClickAsync();
        await Expect(page.Locator("p:target, :target")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_has_no_barrier_and_stays_within_the_window()
    {
        var page = await chromium.Open(_site, Question);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await page.LooksRight();
    }

    private static async Task GiveFirst(IPage page)
    {
        var first = page.Locator(".sg").First;
        await first.GetByLabel("Kod för").SelectOptionAsync("Mäter med indikatorer");
        await first.GetByRole(AriaRole.Button, new() { Name = "Ge koden" }).ClickAsync();
    }
}
