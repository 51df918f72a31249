using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>A document is coded as an answer is, with codes of its own, and replaced.</summary>
public sealed class DocumentCodingTests(Chromium chromium) : IAsyncLifetime
{
    private const string Sentence = "Vi odlar bär i hela länet.";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task With_keys_a_document_is_coded_starred_noted_read_and_undone()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kodschema", account: "analytiker2");
        await AddCodes(page);
        await AddDocument(page, $"{Sentence} Vi bygger vägar.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Koda dokumentet" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/kalla/"));
        // Keys are heard when the page's script has come.
        await page.IsLoaded();
        var status = page.Locator("#lage");

        await page.Keyboard.PressAsync("s");
        await Expect(status).ToContainTextAsync("tecken markerade");
        await Expect(page.GetByLabel("Ord ur dokumentet")).ToHaveValueAsync(Sentence);
        await page.Keyboard.PressAsync("1");
        await Expect(status).ToContainTextAsync("Strategi för bär har fått koden ”Bärodling”.");
        await Expect(page.Locator(".cb .nn").First).ToContainTextAsync("1");
        await page.HasNoBarrier();
        await page.Locator("#s1").FocusAsync();
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#k1 .stjarna")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator(".last")).ToContainTextAsync("Läst av dig");
        await page.Keyboard.PressAsync("z");
        await Expect(status).ToContainTextAsync("markerade dokumentet som läst");

        await page.GotoAsync("/matris/2023?avsnitt=rus");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bärodling" }).ClickAsync();
        await Expect(page.Locator(".panel .s-passage")).ToContainTextAsync(Sentence);
        await Expect(page.Locator(".panel")).ToContainTextAsync("1 av 1 regioner med dokument säger det.");
        await page.HasNoBarrier();
    }

    [Fact]
    public async Task Without_script_what_does_not_stand_in_a_new_version_is_placed_by_hand()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kodschema", Work.WithoutScript);
        await AddCodes(page);
        await AddDocument(page, Sentence);
        var address = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Koda dokumentet" }).ClickAsync();
        var coding = page.Url;
        await page.GetByLabel("Ord ur dokumentet").FillAsync(Sentence);
        await page.Locator("#kod").SelectOptionAsync("Bärodling");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Strategi för bär har fått koden");

        await page.GotoAsync(address);
        await Choose(page, "I hela länet odlas bär.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        await page.GotoAsync(coding);
        await Expect(page.Locator(".s-notice-warn")).ToContainTextAsync("En äldre version");
        await page.GotoAsync($"{Work.Root}/nya-versioner");
        await Expect(page.Locator(".nv")).ToContainTextAsync("Strategi för bär");
        await page.GetByLabel("Ord ur den nya texten").FillAsync("odlas bär");
        await page.GetByRole(AriaRole.Button, new() { Name = "Placera koden (Bärodling)" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Koden är placerad");
        await page.GotoAsync($"{Work.Root}/dokument");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Strategi för bär" })).ToContainTextAsync("Koda");
    }

    [Fact]
    public async Task A_code_sent_after_the_document_was_replaced_is_refused_and_keeps_its_words()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kodschema", Work.WithoutScript);
        await AddCodes(page);
        await AddDocument(page, Sentence);
        var other = await chromium.Open(_site, new Uri(page.Url).AbsolutePath, Work.WithoutScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Koda dokumentet" }).ClickAsync();
        await page.GetByLabel("Ord ur dokumentet").FillAsync(Sentence);
        await page.Locator("#kod").SelectOptionAsync("Bärodling");
        await Choose(other, "I hela länet odlas bär.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        await Expect(other.GetByText("Version 2").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ersatt av en ny version");
        await Expect(page.GetByLabel("Ord ur dokumentet")).ToHaveValueAsync(Sentence);
        await Expect(page.Locator(".kl li")).ToHaveCountAsync(0);
    }

    private static async Task AddCodes(IPage page)
    {
        await Add(page, "En grupp", "Avsnittet Regionala utvecklingsstrategier", "Dokument", "Strategiernas innehåll");
        await Add(page, "En kod", "Strategiernas innehåll", "Samma som gruppen", "Bärodling");
    }

    private static async Task Add(IPage page, string what, string into, string about, string name)
    {
        await page.GotoAsync($"{Work.Root}/kodschema?i=rus");
        var form = page.Locator("#lagg-till");
        await form.GetByLabel(what, new() { Exact = true }).CheckAsync();
        await form.GetByLabel("Står i").SelectOptionAsync(new SelectOptionValue { Label = into });
        await form.GetByLabel("Gäller", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = about });
        await form.GetByLabel("Namn").FillAsync(name);
        await form.GetByRole(AriaRole.Button, new() { Name = "Lägg till", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync(name);
    }

    private static async Task AddDocument(IPage page, string text)
    {
        await page.GotoAsync($"{Work.Root}/dokument");
        await Choose(page, text);
        await page.GetByLabel("Titel").FillAsync("Strategi för bär");
        await page.GetByLabel("Län som").SelectOptionAsync("Gotland");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till dokumentet" }).ClickAsync();
    }

    private static async Task Choose(IPage page, string text)
    {
        await page.GetByLabel("Fil")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "text.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();
    }
}
