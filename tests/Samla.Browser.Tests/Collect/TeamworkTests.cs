using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>Two of Region Gotland's people who work on the same answers.</summary>
public sealed class TeamworkTests(Chromium chromium) : IAsyncLifetime
{
    private const string Officer = "Handläggare, Region Gotland, provkonto";
    private const string Lead = "Redovisningsansvarig, Region Gotland, provkonto";

    private readonly Site _site = new();

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_is_on_the_page_and_in_the_box_is_seen_and_goes_when_leaving()
    {
        var mine = await Open(SignedIn.Lead("09"));
        var theirs = await Open(SignedIn.Officer("09"));
        await theirs.Box.FocusAsync();

        await mine.Box.FocusAsync();
        await Expect(mine.Page.Locator(".narvaro")).ToHaveTextAsync($"{Officer} är också på sidan.");
        await Expect(mine.Page.Locator(".andras")).ToHaveTextAsync($"{Officer} skriver här just nu.");

        await theirs.Page.GotoAsync(ReportObject.Tasks);
        await mine.Box.BlurAsync();
        await mine.Box.FocusAsync();
        await Expect(mine.Page.Locator(".narvaro")).ToBeEmptyAsync();
        await Expect(mine.Page.Locator(".andras")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_a_colleague_saves_comes_to_the_page_of_who_is_not_writing()
    {
        var mine = await Open(SignedIn.Lead("09"));
        var theirs = await Open(SignedIn.Officer("09"));
        await theirs.WriteAndSave("Kollegans text.");

        await mine.Box.FocusAsync();

        await Expect(mine.Box).ToHaveValueAsync("Kollegans text.");
        await Expect(mine.Status).ToContainTextAsync($"{Officer} sparade den här texten");
        await mine.WriteAndSave("Kollegans text. Och min.");
        Assert.Equal("Kollegans text. Och min.", await mine.OnServer());
    }

    [Fact]
    public async Task What_is_being_written_is_left_alone_and_both_texts_are_shown_when_it_is_saved()
    {
        var mine = await Open(SignedIn.Lead("09"));
        var theirs = await Open(SignedIn.Officer("09"));
        await theirs.WriteAndSave("Kollegans text.");

        // Written before the page hears of the colleague's text, however slow the keys are.
        await mine.Box.EvaluateAsync(
            "box => { box.value = 'Min text.'; box.dispatchEvent(new Event('input')); box.focus(); }"
        );

        await Expect(mine.Conflict).ToBeVisibleAsync();
        await Expect(mine.Box).ToHaveValueAsync("Min text.");
        await Expect(mine.Theirs).ToHaveTextAsync("Kollegans text.");
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task An_earlier_text_is_found_and_restored(bool withScript)
    {
        var report = await Open(SignedIn.Lead("09"), withScript);
        var first = new string('å', 200);
        await report.WriteAndSave(first);
        await report.WriteAndSave("Något helt annat.");
        var page = report.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Tidigare texter" }).ClickAsync();
        var texts = page.GetByRole(AriaRole.Navigation, new() { Name = "Texter" }).GetByRole(AriaRole.Listitem);
        await Expect(texts).ToHaveCountAsync(2);
        await Expect(texts.First).ToContainTextAsync("gäller nu");
        await texts.Last.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("ins")).ToContainTextAsync(first);
        await page.GetByRole(AriaRole.Link, new() { Name = "Skillnad mot nu" }).ClickAsync();
        await Expect(page.Locator("del")).ToContainTextAsync(first);
        await page.GetByRole(AriaRole.Button, new() { Name = "Återställ den här texten" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Texten är återställd");
        await Expect(texts).ToHaveCountAsync(3);
        Assert.Equal(first, await report.OnServer());
    }

    [Fact]
    public async Task Who_restores_a_text_overwrites_nothing_unseen()
    {
        var report = await Open(SignedIn.Lead("09"), withScript: false);
        await report.WriteAndSave(new string('å', 200));
        await report.WriteAndSave("Något helt annat.");
        var history = await Open(SignedIn.Officer("09"), withScript: false);
        await history.Page.GetByRole(AriaRole.Link, new() { Name = "Tidigare texter" }).ClickAsync();
        await history
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Texter" })
            .GetByRole(AriaRole.Link)
            .Last.ClickAsync();
        await report.WriteAndSave("En tredje text, från kollegan.");

        await history.Page.GetByRole(AriaRole.Button, new() { Name = "Återställ den här texten" }).ClickAsync();

        await Expect(history.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon har sparat en ny text");
        Assert.Equal("En tredje text, från kollegan.", await report.OnServer());
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_section_is_given_to_a_colleague_who_finds_it_and_says_when_it_is_done(bool withScript)
    {
        var report = await Open(SignedIn.Lead("09"), withScript);
        var page = report.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Ge det till någon" }).ClickAsync();
        await page.GetByLabel("Ansvarig").SelectOptionAsync(new SelectOptionValue { Label = Officer });
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{Officer} har fått avsnittet");

        var theirs = (await Open(SignedIn.Officer("09"), withScript)).Page;
        await theirs.GotoAsync(ReportObject.Tasks);
        await Expect(theirs.Locator(".mina")).ToContainTextAsync("Ett avsnitt är ditt");
        await theirs.Locator(".mina").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(theirs.Locator(".team")).ToContainTextAsync("Du skriver avsnittet");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Märk som klart" }).ClickAsync();

        await Expect(theirs.Locator(".mina")).ToHaveCountAsync(0);
        var item = theirs.GetByRole(AriaRole.Listitem).Filter(new() { Has = theirs.Locator(".vem") });
        await Expect(item).ToContainTextAsync(Officer);
        await Expect(item).ToContainTextAsync("Klart");
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task Colleagues_talk_about_an_answer(bool withScript)
    {
        var report = await Open(SignedIn.Officer("09"), withScript);
        var page = report.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Kommentera för kollegorna" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skriv kommentaren" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv något först.");
        await page.GetByLabel("Ny kommentar").FillAsync("Stämmer årtalet?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skriv kommentaren" }).ClickAsync();
        await Expect(page.Locator(".samtal")).ToContainTextAsync("Stämmer årtalet?");

        var theirs = (await Open(SignedIn.Lead("09"), withScript)).Page;
        await Expect(theirs.Locator(".sagt")).ToContainTextAsync($"{Officer}");
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Svara eller märk som avklarad" }).ClickAsync();
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Märk som avklarad" }).ClickAsync();
        await Expect(theirs.Locator(".samtal")).ToContainTextAsync($"avklarad av {Lead}");
        await page.GotoAsync(ReportObject.Section);
        await Expect(page.Locator(".sagt")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_pages_have_no_barrier_and_stay_within_the_window()
    {
        var page = await chromium.Open(_site, ReportObject.Section);
        var report = new ReportObject(page);
        await report.WriteAndSave(new string('å', 200));
        await report.WriteAndSave("Något helt annat.");
        await page.GotoAsync("/redovisa/2023/09/svar/medskick-fritt/kommentarer");
        await page.GetByLabel("Ny kommentar").FillAsync("Stämmer årtalet?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skriv kommentaren" }).ClickAsync();
        await Look("/redovisa/2023/09/svar/medskick-fritt/kommentarer");
        await Look(ReportObject.Section);
        await Look($"{ReportObject.Section}/ansvar");
        await Look("/redovisa/2023/09/svar/medskick-fritt/historik?text=1&visa=nu");

        async Task Look(string path)
        {
            await page.GotoAsync(path);
            await page.LooksRight();
        }
    }

    private async Task<ReportObject> Open(string account, bool withScript = true) =>
        new(await chromium.Open(_site, ReportObject.Section, new() { JavaScriptEnabled = withScript }, account));
}
