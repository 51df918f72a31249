using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Access;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using Samla.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>Two analysts code the same answers in two windows without seeing each other, and settle what differs.</summary>
public sealed class DoubleCodingTests(Chromium chromium) : IAsyncLifetime
{
    private const string DoubleCodings = $"{Work.Root}/dubbelkodning";

    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Two_code_blind_disagree_settle_and_enter()
    {
        var one = await chromium.Open(_site, DoubleCodings);
        await one.LooksRight();
        await Start(one, answers: 2);
        await one.LooksRight();
        var address = new Uri(one.Url).AbsolutePath;
        var other = await chromium.Open(_site, address, account: "analytiker2");

        // Both code the first answer; only one of them the second code.
        await Begin(one);
        await one.LooksRight();
        await Code(one, 1);
        await Code(one, 2);
        await Begin(other);
        await Expect(other.Locator(".kl li")).ToHaveCountAsync(0);
        await Code(other, 1);
        await ReadAll(one);
        await ReadAll(other);

        await one.GotoAsync(address);
        await one.GetByRole(AriaRole.Button, new() { Name = "Lämna in min kodning" }).ClickAsync();
        await Expect(one.Locator("#besked")).ToContainTextAsync("När alla har lämnat in visas jämförelsen");
        await Expect(one.GetByRole(AriaRole.Heading, new() { Name = "Samstämmighet" })).ToHaveCountAsync(0);
        await one.GetByText("Det du kodade", new() { Exact = true }).ClickAsync();
        await one.Locator(".dub-delar a").First.ClickAsync();
        await Expect(one.GetByText("Den går inte att ändra längre.")).ToBeVisibleAsync();
        await Expect(one.Locator(".kl li")).ToHaveCountAsync(2);
        await Expect(one.Locator("#koda, .bort, .last").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await one.LooksRight();
        await other.GotoAsync(address);
        await other.GetByRole(AriaRole.Button, new() { Name = "Lämna in min kodning" }).ClickAsync();
        var agreement = other.GetByRole(AriaRole.Heading, new() { Name = "Samstämmighet" });
        await Expect(agreement).ToBeVisibleAsync();
        // Both gave the first code to one of two texts: full agreement. One alone gave the second: what chance gives, by hand.
        await Expect(Row(other, "1,00")).ToContainTextAsync(Cells("2", @"100\s%", "1,00", "1,00", "1,00"));
        await Expect(Row(other, "0,20")).ToContainTextAsync(Cells("2", @"50\s%", "0,00", "0,00", "0,20"));
        await other.Draw("guide-samstammighet.png", agreement, 60, 640);
        await other.LooksRight();

        await other.GetByRole(AriaRole.Link, new() { Name = "Avgör skillnaderna" }).ClickAsync();
        await Expect(other.Locator(".skillnad")).ToHaveCountAsync(1);
        await other.Draw("guide-skillnad.png", other.Locator("body"), 0, 640);
        await other.LooksRight();
        await other.GetByLabel("Skäl").FillAsync("Det står i den första meningen.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Vi är överens: texten ska ha koden" }).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("Skillnaden är avgjord.");
        await Expect(other.Locator(".skillnad")).ToContainTextAsync("Det står i den första meningen.");

        await other.GotoAsync(address);
        await other.GetByRole(AriaRole.Button, new() { Name = "För in kodningarna" }).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("Kodningarna är införda och räknas nu.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Ångra införandet" }).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("Införandet är ångrat.");
    }

    [Fact]
    public async Task Three_who_code_are_compared_by_Fleiss_kappa()
    {
        await MakeAnalyst(SignedIn.Administrator);
        var one = await chromium.Open(_site, DoubleCodings);
        await one.GetByLabel("Administratör, provkonto").CheckAsync();
        await Start(one, answers: 2);
        var address = new Uri(one.Url).AbsolutePath;
        IPage[] all =
        [
            one,
            await chromium.Open(_site, address, account: "analytiker2"),
            await chromium.Open(_site, address, account: SignedIn.Administrator),
        ];
        foreach (var page in all)
        {
            await Begin(page);
            await Code(page, 1);
            if (page == one)
            {
                await Code(page, 2);
            }

            await ReadAll(page);
            await page.GotoAsync(address);
            await page.GetByRole(AriaRole.Button, new() { Name = "Lämna in min kodning" }).ClickAsync();
            await Expect(page.Locator("#besked")).ToBeVisibleAsync();
        }

        await Expect(all[2].Locator("table.matt")).ToContainTextAsync("Fleiss κ");
        // By hand: all gave the first code to one of two texts. One of three gave the second to one: P̄ = 2/3, P̄ₑ = 26/36.
        await Expect(Row(all[2], "1,00")).ToContainTextAsync(Cells("2", @"100\s%", "1,00", "1,00", "1,00"));
        await Expect(Row(all[2], "0,54")).ToContainTextAsync(Cells("2", @"67\s%", "−0,20", "0,00", "0,54"));
    }

    [Fact]
    public async Task Who_is_to_code_an_answer_blind_is_led_there_from_the_open_page()
    {
        var page = await chromium.Open(_site, DoubleCodings);
        await Start(page, answers: null);
        await page.Locator(".dub-delar a").First.ClickAsync();
        var source = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        var blind = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{Work.Root}/kalla/{source}");
        Assert.Equal(blind, new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Without_script_a_plan_without_coders_is_refused_and_keeps_what_was_written()
    {
        var page = await chromium.Open(_site, DoubleCodings, Work.WithoutScript);
        await page.GetByLabel("Rubrik").FillAsync("Kontroll");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dela ut" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj minst ett krav");
        await Expect(page.GetByLabel("Rubrik")).ToHaveValueAsync("Kontroll");
    }

    private async Task MakeAnalyst(string account)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var found = await scope
            .ServiceProvider.GetRequiredService<SamlaDb>()
            .Accounts.SingleAsync(one => one.Email == $"{account}@prov.example", Stop);
        Assert.Null(
            await scope
                .ServiceProvider.GetRequiredService<ChangeRoles>()
                .Run(Visitor.AtCommandLine, found.Id, found.Roles | Roles.Analyst, Stop)
        );
    }

    private static ILocator Row(IPage page, string value) =>
        page.Locator("table.matt tbody tr:not(.alla)", new() { HasText = value }).First;

    private static Regex Cells(params string[] cells) => new(string.Join(@"\s*", cells));

    private static async Task Start(IPage page, int? answers)
    {
        await page.GetByLabel("Rubrik").FillAsync("Kontroll av ett krav");
        await page.GetByLabel("Analytiker, provkonto").CheckAsync();
        await page.GetByLabel("Analytiker två, provkonto").CheckAsync();
        var requirement = page.Locator("input[value=miljo-resultat]");
        await page.Locator(".krav-val details").Filter(new() { Has = requirement }).Locator("summary").ClickAsync();
        await requirement.CheckAsync();
        if (answers is { } most)
        {
            await page.GetByLabel("Antal texter").FillAsync($"{most}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Dela ut" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Dubbelkodningen är utdelad.");
    }

    private static async Task Begin(IPage page)
    {
        await page.Locator(".dub-delar a").First.ClickAsync();
        // The script adds it: from then on the keys are heard.
        await Expect(page.Locator("#kodsok")).ToBeVisibleAsync();
    }

    /// <summary>Gives a code of the codebook to the first sentence, by keys.</summary>
    private static async Task Code(IPage page, int number)
    {
        await page.IsLoaded();
        var before = await page.Locator(".kl li").CountAsync();
        await page.EvaluateAsync("getSelection().removeAllRanges(); document.activeElement.blur()");
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync($"{number}");
        await Expect(page.Locator(".kl li")).ToHaveCountAsync(before + 1);
    }

    private static async Task ReadAll(IPage page)
    {
        while (true)
        {
            await page.IsLoaded();
            if (await page.Locator("#last").CountAsync() > 0)
            {
                await page.Locator("#last").ClickAsync();
                await Expect(page.GetByText("Markera som oläst")).ToBeVisibleAsync();
            }

            var next = page.Locator("a[rel=next]");
            if (await next.CountAsync() == 0)
            {
                return;
            }

            var heading = await page.Locator("h1").TextContentAsync();
            await next.ClickAsync();
            await Expect(page.Locator("h1")).Not.ToHaveTextAsync(heading!);
        }
    }
}
