using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Access;

public sealed class InvitationTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lead_invites_a_colleague_who_chooses_a_password_and_is_in(bool withScript)
    {
        var lead = await chromium.Open(_site, "/konto/personer", Public.Browser(withScript), SignedIn.Lead("10"));
        await lead.GetByRole(AriaRole.Link, new() { Name = "Bjud in en person" }).ClickAsync();
        await lead.GetByLabel("E-postadress").FillAsync("Kim.Exempel@blekinge.example");
        await lead.GetByLabel("Namn").FillAsync("Kim Exempel");
        await lead.GetByLabel("Handläggare").CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Status)).ToContainTextAsync("Kim Exempel är inbjuden");
        var link = await lead.GetByLabel("Länk till den inbjudna").InputValueAsync();
        await lead.GotoAsync("/konto/personer");
        await Expect(lead.GetByRole(AriaRole.Row, new() { Name = "Kim Exempel" })).ToContainTextAsync("inbjuden");

        var kim = await chromium.Open(_site, new Uri(link).PathAndQuery, Public.Browser(withScript));
        await Expect(kim.GetByRole(AriaRole.Paragraph).First).ToContainTextAsync("Region Blekinge som handläggare");
        await Expect(kim.GetByLabel("E-postadress")).ToHaveValueAsync("kim.exempel@blekinge.example");
        await kim.GetByLabel("Ditt namn").FillAsync("Kim Åberg Exempel");
        await kim.GetByLabel("Nytt lösenord").FillAsync(People.Password);
        await kim.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();

        await Expect(kim).ToHaveURLAsync(new Regex("/redovisa$"));
        await Expect(kim.Who).ToHaveTextAsync("Kim Åberg Exempel");
        var another = await chromium.Open(_site, "/konto/logga-in", Public.Browser(withScript));
        await another.SignInAs("kim.exempel@blekinge.example");
        await Expect(another.Who).ToHaveTextAsync("Kim Åberg Exempel");
        await lead.ReloadAsync();
        await Expect(lead.GetByRole(AriaRole.Row, new() { Name = "Kim Åberg Exempel" })).ToContainTextAsync("öppet");
    }

    [Fact]
    public async Task A_weak_password_is_refused_beside_its_field_and_the_name_is_kept()
    {
        var page = await chromium.Open(_site, await _site.Invite("kim@agency.example", Roles.Analyst));
        await page.GetByLabel("Ditt namn").FillAsync("Kim Annan");
        foreach (
            var (password, why) in ((string, string)[])
                [("kort", "för kort"), ("sommar2026sommar", "lätt att gissa"), ("kim@agency.example", "lätt att gissa")]
        )
        {
            await page.GetByLabel("Nytt lösenord").FillAsync(password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
            await Expect(page.GetByLabel("Nytt lösenord")).ToHaveAccessibleDescriptionAsync(new Regex(why));
            await Expect(page.GetByLabel("Nytt lösenord")).ToBeFocusedAsync();
            await Expect(page.GetByLabel("Ditt namn")).ToHaveValueAsync("Kim Annan");
            await Expect(page.GetByLabel("Nytt lösenord")).ToHaveValueAsync("");
            await Expect(page).ToHaveTitleAsync(new Regex("^Fel: "));
        }

        await page.GetByLabel("Nytt lösenord").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
        await Expect(page.Who).ToHaveTextAsync("Kim Annan");
    }

    [Fact]
    public async Task A_link_that_is_wrong_or_used_says_what_to_do()
    {
        var used = await _site.Invite("kim@agency.example", Roles.Analyst);
        var page = await chromium.Open(_site, used);
        await page.GetByLabel("Nytt lösenord").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();
        await Expect(page.Who).ToBeVisibleAsync();

        foreach (var path in (string[])[used, "/konto/inbjudan/fel", "/konto/aterstall/fel"])
        {
            var response = await page.GotoAsync(path);
            Assert.Equal(410, response!.Status);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                .ToHaveTextAsync("Länken gäller inte längre");
        }

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Be om en ny länk" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_wrong_in_an_invitation_is_told_beside_the_field_and_what_was_typed_is_kept()
    {
        var page = await chromium.Open(_site, "/konto/personer/bjud-in", account: SignedIn.Administrator);
        await page.GetByLabel("E-postadress").FillAsync("analytiker@prov.example");
        await page.GetByLabel("Namn").FillAsync("Kim Exempel");
        await page.GetByLabel("Hos").SelectOptionAsync("lst-17");
        await page.GetByLabel("Analytiker").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bjud in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Ingen är inbjuden än");
        await Expect(page.GetByLabel("E-postadress"))
            .ToHaveAccessibleDescriptionAsync(new Regex("har redan ett konto"));
        await Expect(page.GetByText("finns bara på myndigheten").Last).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Namn")).ToHaveValueAsync("Kim Exempel");
        await Expect(page.GetByLabel("Hos")).ToHaveValueAsync("lst-17");
        await Expect(page.GetByLabel("Analytiker")).ToBeCheckedAsync();
    }
}
