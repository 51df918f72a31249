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

    [Fact]
    public async Task No_page_has_a_barrier_or_is_wider_than_the_window()
    {
        var kim = await _site.Person("kim@organisation.example", Roles.Lead, "10");
        var chef = await _site.Person("chef@organisation.example", Roles.Administrator | Roles.Analyst);
        var page = await chromium.Open(_site, "/konto/logga-in");
        await page.LooksRight();
        await Go(page, "/konto/glomt");
        await Go(page, "/konto/glomt?skickat=true");
        await Go(page, "/konto/inbjudan/fel");
        await Go(page, await _site.Invite("ny@organisation.example", Roles.Officer, "10"));
        await page.GetByLabel("Nytt lösenord").FillAsync("kort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
        await Expect(page.GetByText("för kort")).ToBeVisibleAsync();
        await page.LooksRight();

        await page.SignInAs("chef@organisation.example");
        await Expect(page.Locator(".konto-meny")).ToBeVisibleAsync();
        await Go(page, "/konto");
        await Go(page, "/konto/personer");
        await Go(page, "/konto/personer?text=finnsinte");
        await Go(page, $"/konto/personer/{kim.Id}");
        await Go(page, $"/konto/personer/{chef.Id}");
        await Go(page, $"/konto/personer/{kim.Id}/ta-bort");
        await Go(page, "/konto/personer/bjud-in");
        await page.GetByLabel("E-postadress").FillAsync("kim@organisation.example");
        await page.GetByLabel("Namn").FillAsync("Robin Exempel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await page.LooksRight();
        await page.GetByLabel("E-postadress").FillAsync("robin@organisation.example");
        await page.GetByLabel("Analytiker").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        await Expect(page.GetByText("är inbjuden")).ToBeVisibleAsync();
        await page.LooksRight();
    }

    private static async Task Go(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.LooksRight();
    }
}
