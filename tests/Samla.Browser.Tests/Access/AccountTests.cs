using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Access;

public sealed partial class AccountTests(Chromium chromium) : IAsyncLifetime
{
    private const string Kim = "kim@organisation.example";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task After_ten_wrong_passwords_not_even_the_right_one_is_tried()
    {
        await _site.Person(Kim, Roles.Analyst);
        var page = await chromium.Open(_site, "/konto/logga-in");
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            await page.SignInAs(Kim, $"fel lösenord {attempt}");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("hör inte ihop");
        }

        await page.SignInAs(Kim);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("hör inte ihop");
    }

    [Fact]
    public async Task Passwords_that_are_tried_at_the_same_time_are_all_counted()
    {
        await _site.Person(Kim, Roles.Analyst);
        var page = await chromium.Open(_site, "/konto/logga-in");

        await page.EvaluateAsync(
            """
            async (email) => {
              const form = document.querySelector("form:has(#losenord)");
              const tries = Array.from({ length: 10 }, (_, number) => {
                const body = new FormData(form);
                body.set("epost", email);
                body.set("losenord", `fel ${number}`);
                return fetch(location.href, { method: "POST", body });
              });
              await Promise.all(tries);
            }
            """,
            Kim
        );

        await page.SignInAs(Kim);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("hör inte ihop");
    }

    [Fact]
    public async Task Who_has_forgotten_the_password_gets_a_letter_and_chooses_a_new_one()
    {
        await _site.Person(Kim, Roles.Analyst);
        var elsewhere = await chromium.Open(_site, "/konto/logga-in");
        await elsewhere.SignInAs(Kim);
        await Expect(elsewhere.Who).ToBeVisibleAsync();
        var page = await chromium.Open(_site, "/konto/logga-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Har du glömt lösenordet?" }).ClickAsync();

        // The letter of the one who is there comes after that of the one who is not, if there were any.
        var letter = await _site.LetterAfter(async () =>
        {
            var unknown = await Ask(page, "ingen@organisation.example");
            await page.GotoAsync("/konto/glomt");
            Assert.Equal(unknown, await Ask(page, $" {Kim.ToUpperInvariant()}"));
        });

        Assert.Equal(Kim, Assert.Single(letter.To.Mailboxes).Address);
        Assert.Single(Directory.GetFiles(_site.Outbox));
        var link = new Uri(Link().Match(letter.TextBody!).Value);
        Assert.Equal(_site.Address.Authority, link.Authority);
        await page.GotoAsync(link.PathAndQuery);
        await page.GetByLabel("Nytt lösenord").FillAsync(People.NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och logga in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Du har ett nytt lösenord");
        await elsewhere.ReloadAsync();
        await Expect(elsewhere).ToHaveURLAsync(new Regex("/konto/logga-in"));
        await elsewhere.SignInAs(Kim);
        await Expect(elsewhere.GetByRole(AriaRole.Alert)).ToContainTextAsync("hör inte ihop");
        await elsewhere.SignInAs(Kim, People.NewPassword);
        await Expect(elsewhere.Who).ToBeVisibleAsync();
    }

    // The link in a letter that a stranger asked for must lead here, whatever address the stranger named.
    [Fact]
    public async Task A_letter_that_is_asked_for_under_a_false_address_leads_here_all_the_same()
    {
        await _site.Person(Kim, Roles.Analyst);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = _site.Address };
        var form = await http.GetStringAsync("/konto/glomt", TestContext.Current.CancellationToken);
        var letter = await _site.LetterAfter(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/konto/glomt")
            {
                Content = new FormUrlEncodedContent([
                    new("__RequestVerificationToken", Token().Match(form).Groups["token"].Value),
                    new("_handler", "glomt"),
                    new("epost", Kim),
                ]),
            };
            request.Headers.Host = "falsk.example";
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        });

        Assert.StartsWith(_site.Address.ToString(), Link().Match(letter.TextBody!).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_the_present_one()
    {
        await _site.Person(Kim, Roles.Analyst);
        var page = await chromium.Open(_site, "/konto/logga-in");
        await page.SignInAs(Kim);
        await page.GotoAsync("/konto");
        var present = page.GetByLabel("Nuvarande lösenord");
        var next = page.GetByLabel("Nytt lösenord");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Byt lösenord" });

        await present.FillAsync("fel");
        await next.FillAsync("kort");
        await save.ClickAsync();
        await Expect(present).ToHaveAccessibleDescriptionAsync("Det är inte ditt nuvarande lösenord.");
        await Expect(next).ToHaveAccessibleDescriptionAsync(new Regex("för kort"));

        await present.FillAsync(People.Password);
        await next.FillAsync(People.NewPassword);
        await save.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Lösenordet är bytt");
        var another = await chromium.Open(_site, "/konto/logga-in");
        await another.SignInAs(Kim, People.NewPassword);
        await Expect(another.Who).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_sign_in_that_is_ended_elsewhere_is_out_at_the_next_click()
    {
        await _site.Person(Kim, Roles.Analyst);
        var here = await chromium.Open(_site, "/konto/logga-in");
        await here.SignInAs(Kim);
        var there = await chromium.Open(_site, "/konto/logga-in");
        await there.SignInAs(Kim);
        var third = await chromium.Open(_site, "/konto/logga-in");
        await third.SignInAs(Kim);
        await here.GotoAsync("/konto");
        var rows = here.Locator("section", new() { HasText = "Inloggningar" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.Filter(new() { HasText = "den här" })).ToHaveCountAsync(1);

        await here.GetByRole(AriaRole.Button, new() { Name = "Avsluta alla utom den här" }).ClickAsync();

        await Expect(rows).ToHaveCountAsync(1);
        await there.GetByRole(AriaRole.Link, new() { Name = "Arbeta" }).First.ClickAsync();
        await Expect(there).ToHaveURLAsync(new Regex("/konto/logga-in"));
        await third.ReloadAsync();
        await Expect(third).ToHaveURLAsync(new Regex("/konto/logga-in"));
        await there.SignInAs(Kim);
        await here.ReloadAsync();
        await rows.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await here.ReloadAsync();
        await Expect(here.Who).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_name_is_ones_own_to_change()
    {
        await _site.Person(Kim, Roles.Analyst);
        var page = await chromium.Open(_site, "/konto/logga-in");
        await page.SignInAs(Kim);
        await page.GotoAsync("/konto");
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("<b>Kim</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara namnet" }).ClickAsync();
        await Expect(page.GetByLabel("Namn", new() { Exact = true }))
            .ToHaveAccessibleDescriptionAsync(new Regex("bokstäver"));

        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("Kim Öst");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara namnet" }).ClickAsync();

        await Expect(page.Who).ToHaveTextAsync("Kim Öst");
    }

    [Fact]
    public async Task A_sample_account_shows_its_sign_ins_and_nothing_to_change()
    {
        var page = await chromium.Open(_site, "/konto", account: SignedIn.Analyst);
        await Expect(page.GetByText("provkonto som flera kan använda")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inloggningar" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Passnycklar" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lösenord" })).ToHaveCountAsync(0);
    }

    private static async Task<string> Ask(IPage page, string email)
    {
        await page.GetByLabel("E-postadress").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka länken" }).ClickAsync();
        return await page.Locator("main").InnerTextAsync() + page.Url;
    }

    [GeneratedRegex(@"http\S+", RegexOptions.None, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
