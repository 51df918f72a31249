using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Compile;

public sealed class ChapterEditorTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private const string Added = "\n\nI förhandsgranskningen nämns {{miljo-energi}} och {{finns-inte}}.\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_preview_shows_numbers_and_alarms_and_saves_nothing(bool hasScript)
    {
        var page = await chromium.Open(_site, Work.Editor, new() { JavaScriptEnabled = hasScript });
        var text = page.GetByLabel("Kapitlets text");
        var before = await text.InputValueAsync();
        await text.FillAsync(before.TrimEnd() + Added);
        await Button(page, "Förhandsgranska").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Förhandsgranskning" })).ToBeVisibleAsync();
        await Expect(page.Locator(".paper")).ToContainTextAsync("I förhandsgranskningen nämns 15 regioner");
        await Expect(page.Locator(".paper .al.stop")).ToContainTextAsync("Koden ”finns-inte” finns inte i kodschemat.");
        await Expect(text).ToHaveValueAsync(before.TrimEnd() + Added);
        page = await chromium.Open(_site, Work.Editor);
        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync(before);
    }

    [Fact]
    public async Task A_saved_chapter_is_shown_as_changed_and_can_be_changed_back()
    {
        var page = await chromium.Open(_site, Work.Editor, Work.WithoutScript);
        var before = await page.GetByLabel("Kapitlets text").InputValueAsync();
        await Save(page, before.TrimEnd() + "\n\nDessutom nämner {{miljo-elnat}} elnätet.\n");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Sparat.");
        await Expect(page.Locator(".insp")).ToContainTextAsync("Ett påstående är ändrat, och texten omkring.");
        await Expect(page.Locator(".chg")).ToContainTextAsync("Elnätsutbyggnad");

        await page.GotoAsync(Work.Editor);
        await Save(page, before);
        await Expect(page.Locator(".insp")).ToContainTextAsync("Inget. Kapitlet är ord för ord som i utgåvan.");
    }

    [Fact]
    public async Task Two_who_save_the_same_chapter_both_keep_their_words()
    {
        var one = await chromium.Open(_site, Work.Editor);
        var other = await chromium.Open(_site, Work.Editor);
        var before = await one.GetByLabel("Kapitlets text").InputValueAsync();
        await Save(one, before + "\nDen enas ord.\n");
        await Save(other, before + "\nDen andras ord.\n");

        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon annan har sparat kapitlet");
        await Expect(other.GetByLabel("Deras text, sparad")).ToHaveValueAsync(EndsWith("Den enas ord."));
        await Expect(other.GetByLabel("Din text, inte sparad")).ToHaveValueAsync(EndsWith("Den andras ord."));

        await other.GetByLabel("Din text, inte sparad").FillAsync(before);
        await Button(other, "Spara").ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("Sparat.");
    }

    [Fact]
    public async Task A_marker_is_found_in_the_whole_codebook_while_the_text_is_kept()
    {
        var page = await chromium.Open(_site, Work.Editor, Work.WithoutScript);
        await page.GetByLabel("Kapitlets text").FillAsync("# Miljö och klimat\n\nHalvskrivet.\n");
        await page.GetByLabel("Sök kod eller insats").FillAsync("boendemiljö");
        await Button(page, "Sök").ClickAsync();

        await Expect(page.Locator(".marklist")).ToContainTextAsync("{{boende-boendemiljoer}}");
        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync("# Miljö och klimat\n\nHalvskrivet.\n");
    }

    [Fact]
    public async Task A_marker_is_put_in_where_the_author_writes()
    {
        var page = await chromium.Open(_site, Work.Editor);
        await page.GetByLabel("Kapitlets text").FillAsync("Nu skriver ");
        await page.GetByLabel("Sök kod eller insats").FillAsync("vatten och kust");
        await Expect(page.Locator(".marklist li:visible")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Infoga {{miljo-vatten-kust}}" }).ClickAsync();

        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync("Nu skriver {{miljo-vatten-kust}}");
    }

    private static System.Text.RegularExpressions.Regex EndsWith(string words) =>
        new(words.Replace(".", "\\.") + "\\s*$");

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task Save(IPage page, string text)
    {
        await page.GetByLabel("Kapitlets text").FillAsync(text);
        await Button(page, "Spara").ClickAsync();
    }
}
