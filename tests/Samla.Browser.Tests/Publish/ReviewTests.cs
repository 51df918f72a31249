using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

/// <summary>An expert is asked, looks at the words behind a claim, comments and signs; an analyst answers, and a change is shown.</summary>
public sealed class ReviewTests(Chromium chromium) : IAsyncLifetime
{
    private const string Chapter = $"{Work.Chapter}/granskning";
    private const string Expert = "sakkunnig";
    private const string Code = "miljo-effektbrist";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_expert_comments_and_signs_and_sees_what_changes_after_that(bool hasScript)
    {
        var options = new BrowserNewContextOptions { JavaScriptEnabled = hasScript };
        var analyst = await chromium.Open(_site, Work.Chapter, options);
        await analyst.GetByRole(AriaRole.Link, new() { Name = "Granskning", Exact = true }).ClickAsync();
        await analyst.GetByText("Be någon granska").ClickAsync();
        await analyst.GetByRole(AriaRole.Button, new() { Name = "Skicka förfrågan" }).ClickAsync();
        await Expect(analyst.Locator("#besked")).ToContainTextAsync("Förfrågan är sparad");

        var expert = await chromium.Open(_site, "/arbete/2023/granskning", options, Expert);
        await Expect(expert.GetByRole(AriaRole.Row, new() { Name = "11 Miljö" })).ToContainTextAsync("ditt");
        await Look(expert, hasScript);
        await expert.GetByRole(AriaRole.Link, new() { Name = "11 Miljö" }).ClickAsync();
        await Look(expert, hasScript);
        await expert.Locator($"#kod-{Code}").ClickAsync();
        await Expect(expert.Locator("#om")).ToContainTextAsync("El- och effektbrist");
        await expert.GetByText("Orden bakom").ClickAsync();
        await Expect(expert.Locator("#om .s-passage").First).ToBeVisibleAsync();
        await expert.GetByLabel("Kommentar", new() { Exact = true }).FillAsync("Halland skriver också om det.");
        await Look(expert, hasScript);
        await expert.GetByRole(AriaRole.Button, new() { Name = "Spara kommentaren" }).ClickAsync();
        await Expect(expert.Locator("#besked")).ToContainTextAsync("Kommentaren är sparad");
        await expert.GetByRole(AriaRole.Button, new() { Name = "Signera kapitlet" }).ClickAsync();
        await Expect(expert.Locator("#besked")).ToContainTextAsync("Kapitlet är signerat");

        await analyst.GotoAsync(Chapter);
        await Expect(analyst.Locator(".kommentarer")).ToContainTextAsync("Halland skriver också om det.");
        await analyst.Locator(".kommentarer summary").ClickAsync();
        await analyst.Locator(".kommentarer").GetByLabel("Svar").FillAsync("Ja, vi kodar om.");
        await analyst.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await Expect(analyst.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj om kapitlet är ändrat");
        await Expect(analyst.Locator(".kommentarer").GetByLabel("Svar")).ToHaveValueAsync("Ja, vi kodar om.");
        await analyst.Locator(".kommentarer").GetByLabel("ändrat", new() { Exact = true }).CheckAsync();
        await Look(analyst, hasScript);
        await analyst.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await Expect(analyst.Locator("#besked")).ToContainTextAsync("Svaret är sparat");
        await Give();

        await expert.GotoAsync(Chapter);
        await Expect(expert.Locator(".granskare")).ToContainTextAsync("Ändrat sedan signaturen");
        await Expect(expert.Locator(".granskare")).ToContainTextAsync("sju regioner");
        await Look(expert, hasScript);
        await analyst.GotoAsync(Work.Publishing);
        await Expect(analyst.GetByText("Ett kapitel har ändrats efter signaturen.")).ToBeVisibleAsync();
        await expert.GetByRole(AriaRole.Button, new() { Name = "Signera igen" }).ClickAsync();
        await Expect(expert.Locator(".granskare")).ToContainTextAsync("Signerat");
    }

    [Fact]
    public async Task After_the_sign_in_an_expert_comes_to_what_is_to_be_reviewed()
    {
        var page = await chromium.Open(_site, "/konto/vidare", account: Expert);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Vilken omgång gäller det?");
        await page.LooksRight();
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

    private static Task Look(IPage page, bool hasScript) => hasScript ? page.LooksRight() : Task.CompletedTask;
}
