using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Access;

public sealed class PeopleTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_is_shut_out_is_out_at_once_and_comes_in_again_when_let_in()
    {
        var (administrator, kim) = await TwoPeople();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Stäng kontot" }).ClickAsync();
        await Expect(administrator.GetByText("stängt", new() { Exact = true })).ToBeVisibleAsync();

        await kim.GetByRole(AriaRole.Link, new() { Name = "Arbeta" }).First.ClickAsync();
        await Expect(kim).ToHaveURLAsync(new Regex("/konto/logga-in"));
        await kim.SignInAs("kim@organisation.example");
        await Expect(kim.GetByRole(AriaRole.Alert)).ToContainTextAsync("hör inte ihop");

        await administrator.GetByRole(AriaRole.Button, new() { Name = "Öppna kontot" }).ClickAsync();
        await kim.SignInAs("kim@organisation.example");
        await Expect(kim.Who).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Other_roles_hold_from_the_next_click()
    {
        var (administrator, kim) = await TwoPeople();
        await administrator.GetByLabel("Analytiker").UncheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Spara rollerna" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Alert)).ToContainTextAsync("minst en roll");
        await administrator.GetByLabel("Administratör").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Spara rollerna" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Status).First).ToContainTextAsync("Sparat");

        var response = await kim.GotoAsync("/arbete/2023/kodning");
        Assert.Equal(403, response!.Status);
        response = await kim.GotoAsync("/konto/personer");
        Assert.Equal(200, response!.Status);
    }

    [Fact]
    public async Task Who_is_forgotten_is_so_after_a_question()
    {
        var (administrator, kim) = await TwoPeople();
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Ta bort personuppgifterna" }).ClickAsync();
        await Expect(administrator.GetByText("Det går inte att ångra")).ToBeVisibleAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Ta bort Person kim" }).ClickAsync();

        await Expect(administrator.GetByRole(AriaRole.Status).First).ToContainTextAsync("Personen är borttagen");
        await Expect(administrator.Locator("tbody")).Not.ToContainTextAsync("kim");
        await kim.ReloadAsync();
        await Expect(kim).ToHaveURLAsync(new Regex("/konto/logga-in"));
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out()
    {
        var (administrator, _) = await TwoPeople();
        await administrator.GotoAsync("/konto/personer");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Person chef" }).ClickAsync();
        await Expect(administrator.GetByText("Det här är du.")).ToBeVisibleAsync();
        await Expect(administrator.GetByRole(AriaRole.Button, new() { Name = "Stäng kontot" })).ToHaveCountAsync(0);
        await administrator.GetByLabel("Administratör").UncheckAsync();
        await administrator.GetByLabel("Analytiker").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Spara rollerna" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Alert)).ToContainTextAsync("dig själv");
    }

    [Fact]
    public async Task A_new_invitation_takes_the_place_of_the_first()
    {
        var first = await _site.Invite("ny@organisation.example", Roles.Officer, "10");
        var (administrator, kim) = await TwoPeople();
        await administrator.GotoAsync("/konto/personer?hos=10&text=NY");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Person ny" }).ClickAsync();

        await administrator.GetByRole(AriaRole.Button, new() { Name = "Bjud in igen" }).ClickAsync();

        var link = await administrator.GetByLabel("Länk till den inbjudna").InputValueAsync();
        Assert.Equal(410, (await kim.GotoAsync(first))!.Status);
        Assert.Equal(200, (await kim.GotoAsync(new Uri(link).PathAndQuery))!.Status);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_reporter_and_by_words_in_the_address()
    {
        var page = await chromium.Open(_site, "/konto/personer", account: SignedIn.Administrator);
        await page.GetByLabel("Hos").SelectOptionAsync("17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.GetByLabel("Namn eller adress").FillAsync("handläggare");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Hos")).ToHaveValueAsync("17");
        await page.GotoAsync("/konto/personer?text=finnsinte");
        await Expect(page.GetByText("Ingen person passar.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lead_sees_nobody_elsewhere()
    {
        var elsewhere = await _site.Person("annan@organisation.example", Roles.Officer, "12");
        await _site.Person("egen@organisation.example", Roles.Lead, "10");
        var page = await chromium.Open(_site, "/konto/logga-in");
        await page.SignInAs("egen@organisation.example");
        await page.GotoAsync("/konto/personer");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator("tbody")).ToContainTextAsync("egen@organisation.example");
        foreach (var path in (string[])["", "/ta-bort"])
        {
            Assert.Equal(404, (await page.GotoAsync($"/konto/personer/{elsewhere.Id}{path}"))!.Status);
        }
    }

    /// <summary>An administrator on the page of an analyst, and that analyst at work.</summary>
    private async Task<(IPage Administrator, IPage Kim)> TwoPeople()
    {
        await _site.Person("chef@organisation.example", Roles.Administrator);
        var kim = await _site.Person("kim@organisation.example", Roles.Analyst);
        var first = await chromium.Open(_site, "/konto/logga-in");
        await first.SignInAs("chef@organisation.example");
        await Expect(first.Who).ToBeVisibleAsync();
        await first.GotoAsync($"/konto/personer/{kim.Id}");
        var second = await chromium.Open(_site, "/konto/logga-in");
        await second.SignInAs("kim@organisation.example");
        await Expect(second.Who).ToBeVisibleAsync();
        return (first, second);
    }
}
