using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Access;

public sealed class AccountLooksTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task No_page_has_a_barrier_or_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        var kim = await _site.Person("kim@organisation.example", Roles.Lead, "10");
        var chef = await _site.Person("chef@organisation.example", Roles.Administrator | Roles.Analyst);
        var options = Public.Browser(width: width);
        options.ColorScheme = scheme;
        var page = await chromium.Open(_site, "/konto/logga-in", options);
        await Look(page, "logga-in");
        await Go(page, "/konto/glomt", "glomt");
        await Go(page, "/konto/glomt?skickat=true", "glomt-skickat");
        await Go(page, "/konto/inbjudan/fel", "inbjudan-fel");
        await Go(page, await _site.Invite("ny@organisation.example", Roles.Officer, "10"), "inbjudan");
        await page.GetByLabel("Nytt lösenord").FillAsync("kort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
        await Expect(page.GetByText("för kort")).ToBeVisibleAsync();
        await Look(page, "inbjudan-svag");

        await page.SignInAs("chef@organisation.example");
        await Expect(page.Locator(".konto-meny")).ToBeVisibleAsync();
        await Go(page, "/konto", "konto");
        await Go(page, "/konto/personer", "personer");
        await Go(page, "/konto/personer?text=finnsinte", "personer-ingen");
        await Go(page, $"/konto/personer/{kim.Id}", "person");
        await Go(page, $"/konto/personer/{chef.Id}", "person-jag");
        await Go(page, $"/konto/personer/{kim.Id}/ta-bort", "ta-bort");
        await Go(page, "/konto/personer/bjud-in", "bjud-in");
        await page.GetByLabel("E-postadress").FillAsync("kim@organisation.example");
        await page.GetByLabel("Namn").FillAsync("Robin Exempel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await Look(page, "bjud-in-fel");
        await page.GetByLabel("E-postadress").FillAsync("robin@organisation.example");
        await page.GetByLabel("Analytiker").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        await Expect(page.GetByText("är inbjuden")).ToBeVisibleAsync();
        await Look(page, "bjud-in-klart");
    }

    private static async Task Go(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        await Look(page, name);
    }

    private static async Task Look(IPage page, string name)
    {
        await page.HasNoBarrier();
        var (wide, window) = (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await page.EvaluateAsync<int>("window.innerWidth")
        );
        Assert.True(wide <= window, $"{name} is {wide} wide in a window of {window}.");
    }
}
