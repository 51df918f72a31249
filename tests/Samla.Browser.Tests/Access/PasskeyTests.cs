using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Access;

public sealed class PasskeyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Kim = "kim@organisation.example";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_passkey_is_added_used_renamed_and_removed()
    {
        await _site.Person(Kim, Roles.Analyst);
        var page = await OpenWithAuthenticator();
        await page.SignInAs(Kim);
        await page.GotoAsync("/konto");
        await page.GetByLabel("Namn på en ny passnyckel").FillAsync("Jobbdatorn");
        await page.GetByLabel("Ditt lösenord").FillAsync("fel lösenord");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till passnyckel" }).ClickAsync();
        await Expect(page.Locator(".lage")).ToHaveTextAsync("Det är inte ditt nuvarande lösenord.");
        await page.GetByLabel("Ditt lösenord").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till passnyckel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Passnyckeln är sparad");
        await Expect(page.GetByLabel("Namn på passnyckeln", new() { Exact = true })).ToHaveValueAsync("Jobbdatorn");

        await SignOut(page);
        await page.GotoAsync("/konto/logga-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med passnyckel" }).ClickAsync();
        await Expect(page.Who).ToHaveTextAsync("Person kim");
        await page.GotoAsync("/konto");
        await Expect(page.GetByText("med passnyckel", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByLabel("Namn på passnyckeln", new() { Exact = true }).FillAsync("Telefonen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara namnet på passnyckeln" }).ClickAsync();
        await Expect(page.GetByLabel("Namn på passnyckeln", new() { Exact = true })).ToHaveValueAsync("Telefonen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort passnyckeln Telefonen" }).ClickAsync();
        await Expect(page.GetByText("Du har ingen passnyckel än.")).ToBeVisibleAsync();

        // The browser still has it; here it is worth nothing.
        await SignOut(page);
        await page.GotoAsync("/konto/logga-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med passnyckel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("kändes inte igen");
    }

    [Fact]
    public async Task A_shut_account_is_not_opened_by_its_passkey()
    {
        await _site.Person("chef@organisation.example", Roles.Administrator);
        var kim = await _site.Person(Kim, Roles.Analyst);
        var page = await OpenWithAuthenticator();
        await page.SignInAs(Kim);
        await page.GotoAsync("/konto");
        await page.GetByLabel("Namn på en ny passnyckel").FillAsync("Jobbdatorn");
        await page.GetByLabel("Ditt lösenord").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till passnyckel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Passnyckeln är sparad");
        var administrator = await chromium.Open(_site, "/konto/logga-in");
        await administrator.SignInAs("chef@organisation.example");
        await Expect(administrator.Who).ToBeVisibleAsync();
        await administrator.GotoAsync($"/konto/personer/{kim.Id}");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Stäng kontot" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Button, new() { Name = "Öppna kontot" })).ToBeVisibleAsync();

        await page.GotoAsync("/konto/logga-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med passnyckel" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("kändes inte igen");
    }

    [Fact]
    public async Task Without_script_or_a_safe_connection_there_is_no_dead_button()
    {
        var page = await chromium.Open(_site, "/konto/logga-in", Public.Browser(hasScript: false));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Logga in med passnyckel" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_passkey_that_was_made_up_lets_nobody_in()
    {
        var page = await OpenWithAuthenticator();
        await page.GotoAsync("/konto/logga-in");
        await page.EvaluateAsync(
            """
            () => {
              const form = document.querySelector('form[data-passnyckel=svara]');
              form.elements.passnyckel.value = '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}';
              form.submit();
            }
            """
        );
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("kändes inte igen");
    }

    [Fact]
    public async Task A_passkey_that_was_made_up_is_not_kept()
    {
        await _site.Person(Kim, Roles.Analyst);
        var page = await OpenWithAuthenticator();
        await page.SignInAs(Kim);
        await page.GotoAsync("/konto");
        await page.EvaluateAsync(
            """
            () => {
              const form = document.querySelector('form[data-passnyckel=skapa]');
              form.elements.nyckelnamn.value = 'Påhittad';
              form.elements.passnyckel.value = '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}';
              form.submit();
            }
            """
        );
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("kunde inte sparas");
        await Expect(page.GetByText("Du har ingen passnyckel än.")).ToBeVisibleAsync();
    }

    /// <summary>A browser with a security key of its own, on the name by which a passkey knows a site.</summary>
    private async Task<IPage> OpenWithAuthenticator()
    {
        var page = await chromium.Open(_site, "/konto/logga-in");
        var context = await page.Context.Browser!.NewContextAsync(
            new() { BaseURL = $"http://localhost:{_site.Address.Port}" }
        );
        await page.Context.CloseAsync();
        context.SetDefaultTimeout(15_000);
        page = await context.NewPageAsync();
        var browser = await context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        await browser.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["options"] = options }
        );
        return page;
    }

    private static async Task SignOut(IPage page)
    {
        await page.Who.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Logga in" })).ToBeVisibleAsync();
    }
}
