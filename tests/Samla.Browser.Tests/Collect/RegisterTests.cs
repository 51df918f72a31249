using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

public sealed class RegisterTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task An_intervention_is_written_found_and_changed(bool withScript)
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.Tasks, withScript);
        var page = register.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Öppna registret" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till en insats" }).ClickAsync();
        await register.Name.FillAsync("Kurser för båtbyggare");
        await page.GetByLabel("Utvecklat regionalt kompetensförsörjningsarbete").CheckAsync();
        await page.Locator("#funding-0-fund").SelectOptionAsync("Egna medel");
        await page.Locator("#funding-0-amount").FillAsync("12 500");
        await page.Locator("#outputs-0-text").FillAsync("Kurser");
        await page.Locator("#outputs button").ClickAsync();
        await Expect(page.Locator("#outputs-0-text")).ToHaveValueAsync("Kurser");
        await page.Locator("#outputs-1-quantity").FillAsync("4");
        await page.Locator("#outputs-1-unit").FillAsync("lärare");

        await register.Save.ClickAsync();

        await Expect(page.GetByText("Insatsen är sparad")).ToBeVisibleAsync();
        await page.GotoAsync($"{RegisterObject.Register}?sok=båtbyggare&omrade=kompetens&avsnitt=ingen");
        var row = register.Row("Kurser för båtbyggare");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(register.Rows).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync("12\u00a0500");
        await Expect(row).ToContainTextAsync("Kurser; 4 lärare");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await register.Name.FillAsync("Kurser för båtbyggare i Blekinge");
        await register.Save.ClickAsync();
        await Expect(register.Row("Kurser för båtbyggare i Blekinge")).ToHaveCountAsync(1);
        await register.Row("båtbyggare").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".historik li").First).ToContainTextAsync("Ändrades insats");
        await Expect(page.Locator(".historik li").First).ToContainTextAsync("av Redovisningsansvarig, Region Blekinge");
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task What_cannot_be_kept_is_said_where_it_stands_and_nothing_is_lost(bool withScript)
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New, withScript);
        var page = register.Page;
        await page.GetByLabel("Sammanfattning").FillAsync("Något att spara.");
        await page.Locator("#outputs-0-quantity").FillAsync("många");

        await register.Save.ClickAsync();

        await Expect(register.Problem).ToContainTextAsync("två saker att rätta");
        await Expect(page.GetByLabel("Sammanfattning")).ToHaveValueAsync("Något att spara.");
        await Expect(page.Locator("#outputs-0-quantity")).ToHaveValueAsync("många");
        await Expect(page.Locator("#outputs-0-quantity")).ToHaveAttributeAsync("aria-invalid", "true");
        if (withScript) // axe is a script too
        {
            await page.HasNoBarrier();
        }

        await register.Problem.GetByRole(AriaRole.Link, new() { Name = "Insats", Exact = true }).ClickAsync();
        await register.Name.FillAsync("Ett namn");
        await page.Locator("#outputs-0-quantity").FillAsync("");
        await register.Save.ClickAsync();
        await Expect(page.GetByText("Insatsen är sparad")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_who_change_the_same_one_see_both_texts()
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New);
        await register.Add("Delad insats");
        await register.Page.GotoAsync($"{RegisterObject.Register}/delad-insats");
        var colleague = await RegisterObject.Open(_site, chromium, $"{RegisterObject.Register}/delad-insats");
        await colleague.Page.GetByLabel("Sammanfattning").FillAsync("Kollegans text.");
        await colleague.Save.ClickAsync();
        await register.Page.GetByLabel("Sammanfattning").FillAsync("Min text.");

        await register.Save.ClickAsync();

        await Expect(register.Problem).ToContainTextAsync("Kollegans text.");
        await Expect(register.Problem).ToContainTextAsync("Min text.");
        await Expect(register.Page.GetByLabel("Sammanfattning")).ToHaveValueAsync("Min text.");
        await register.Page.HasNoBarrier();
        await register.Save.ClickAsync();
        await Expect(register.Row("Min text.")).ToHaveCountAsync(1);
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task What_was_removed_can_be_put_back(bool withScript)
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New, withScript);
        await register.Add("Bort och tillbaka");
        await register.Row("Bort och tillbaka").GetByRole(AriaRole.Link).ClickAsync();

        await register.Page.GetByRole(AriaRole.Button, new() { Name = "Ta bort ur registret" }).ClickAsync();

        await Expect(register.Page.GetByText("Bort och tillbaka är borttagen")).ToBeVisibleAsync();
        await Expect(register.Row("Bort och tillbaka")).ToHaveCountAsync(0);
        if (withScript) // axe is a script too
        {
            await register.Page.HasNoBarrier();
        }

        await register.Page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(register.Page.GetByText("Insatsen är återställd")).ToBeVisibleAsync();
        await Expect(register.Row("Bort och tillbaka")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_intervention_becomes_another_reporters_too()
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New);
        await register.Add("Gemensam båt");
        await register.Row("Gemensam båt").GetByRole(AriaRole.Link).ClickAsync();
        await register
            .Page.GetByLabel("Uppgiftslämnare som också genomför insatsen")
            .SelectOptionAsync("Region Dalarna");

        await register.Page.GetByRole(AriaRole.Button, new() { Name = "Gör den gemensam" }).ClickAsync();

        await Expect(register.Page.GetByText("Genomförs tillsammans med Region Dalarna")).ToBeVisibleAsync();
        var other = await RegisterObject.Open(_site, chromium, "/redovisa/2023/20/insatser");
        await Expect(other.Row("Gemensam båt")).ToHaveCountAsync(1);
        await Expect(other.Row("Gemensam båt")).Not.ToContainTextAsync("rekonstruerat");
        await Expect(other.Row("DalaLab")).ToContainTextAsync("rekonstruerat");
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task An_answer_refers_to_interventions_of_the_register(bool withScript)
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New, withScript);
        await register.Add("Hållbar hamn");
        var page = register.Page;
        await page.GotoAsync($"{RegisterObject.Tasks}/integration");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Välj .* till mål") }).ClickAsync();
        await page.GetByLabel("Hållbar hamn").CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Spara valet" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/integration#integration-resultat$"));
        var section = page.Locator("#integration-resultat");
        await section.Locator("summary").Filter(new() { HasText = "i registret" }).ClickAsync();
        await Expect(section.GetByRole(AriaRole.Link, new() { Name = "Hållbar hamn" })).ToBeVisibleAsync();
        await page.GotoAsync($"{RegisterObject.Register}?avsnitt=integration&sok=hamn");
        await Expect(register.Row("Hållbar hamn")).ToContainTextAsync("10.2");
    }
}
