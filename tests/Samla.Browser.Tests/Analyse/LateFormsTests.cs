using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>What is sent from a coding page that has grown old, or to an address where it does not belong.</summary>
public sealed class LateFormsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Words = "Energifrågor";

    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_code_sent_to_the_address_of_another_round_is_refused_and_not_given()
    {
        var page = await Open();
        var before = await Codings();
        var here = new Uri(page.Url).AbsolutePath;

        var answer = await Give(page, here.Replace("/2023/", "/2024/", StringComparison.Ordinal));

        Assert.Equal(400, answer);
        Assert.Equal(before, await Codings());
        Assert.Equal(200, await Give(page, here));
        Assert.Equal(before + 1, await Codings());
    }

    [Fact]
    public async Task A_code_sent_after_the_answer_was_given_out_for_double_coding_is_not_given_and_shown_again()
    {
        var page = await Open();
        var address = page.Url;
        var before = await Codings();
        await GiveOut(await chromium.Open(_site, $"{Work.Root}/dubbelkodning"));

        var words = (await page.Locator("#s1").InnerTextAsync()).Trim();
        await page.GetByLabel("Ord ur svaret").FillAsync(words);
        await page.Locator("#kod").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Formuläret gick inte att ta emot");
        await Expect(page.GetByLabel("Det du skrev")).ToHaveValueAsync(words);
        Assert.Equal(before, await Codings());
        await page.GotoAsync(address);
        await Expect(page).ToHaveURLAsync(new Regex("/dubbelkodning/.+/kalla/"));
        await Expect(page.Locator(".kl li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_memo_on_a_coding_that_is_gone_is_refused_and_keeps_its_words()
    {
        var page = await Open();
        var other = await Open();
        var taken = other.GetByRole(AriaRole.Button, new() { Name = $"Ta bort koden {Words}" });
        await taken.ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("är borttagen.");

        var passage = page.Locator(".kl li", new() { HasText = Words });
        await passage.GetByText("Skriv en anteckning").ClickAsync();
        await passage.GetByRole(AriaRole.Textbox).FillAsync("Jämför med förra året.");
        await passage.GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" }).ClickAsync();

        var about = page.Locator(".tx > .anteckningar", new() { HasText = "Anteckningar om svaret" });
        await Expect(about.GetByRole(AriaRole.Alert)).ToContainTextAsync("finns inte längre");
        await Expect(about.Locator("details.ny textarea")).ToHaveValueAsync("Jämför med förra året.");
        await Expect(page.Locator(".kl li", new() { HasText = Words })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_already_done_in_another_window_is_told_as_that()
    {
        var page = await Open();
        var other = await Open();
        var button = new PageGetByRoleOptions { Name = $"Ta bort koden {Words}" };
        await other.GetByRole(AriaRole.Button, button).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("är borttagen.");

        await page.GetByRole(AriaRole.Button, button).ClickAsync();

        await Expect(page.Locator("#besked")).ToContainTextAsync("Inget ändrades");
    }

    [Fact]
    public async Task A_form_whose_token_no_longer_holds_is_refused_and_shown_again()
    {
        var page = await Open();
        await page.Context.ClearCookiesAsync(new() { Name = "samla-formular" });
        var about = page.Locator(".tx > .anteckningar", new() { HasText = "Anteckningar om svaret" });
        await about.GetByText("Skriv en anteckning").ClickAsync();
        await about.Locator("details.ny textarea").FillAsync("Jämför <b>med</b> förra året.");
        await about.GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Formuläret gick inte att ta emot");
        await Expect(page.GetByLabel("Det du skrev")).ToHaveValueAsync("Jämför <b>med</b> förra året.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Öppna sidan på nytt" }))
            .ToHaveAttributeAsync("href", new Uri(page.Url).AbsolutePath);
    }

    /// <summary>Halland's page without script: nothing there hears what others do.</summary>
    private async Task<IPage> Open() => await chromium.Open(_site, await Work.Halland(_site), Work.WithoutScript);

    /// <summary>Sends the form for a code as it stands, to an address; what comes back.</summary>
    private static Task<int> Give(IPage page, string address) =>
        page.EvaluateAsync<int>(
            """
            async (address) => {
              const form = document.querySelector("[name=ord]").form;
              const body = new URLSearchParams(new FormData(form));
              body.set("ord", document.querySelector("#svaret p[data-start]").textContent.trim());
              body.set("kod", [...form.elements.kod.options].map((option) => option.value).find(Boolean));
              return (await fetch(address, { method: "POST", body })).status;
            }
            """,
            address
        );

    private static async Task GiveOut(IPage page)
    {
        await page.GetByLabel("Rubrik").FillAsync("Kontroll av ett krav");
        await page.GetByLabel("Analytiker, provkonto").CheckAsync();
        await page.GetByLabel("Analytiker två, provkonto").CheckAsync();
        var requirement = page.Locator("input[value=miljo-genomforande]");
        await page.Locator(".krav-val details").Filter(new() { Has = requirement }).Locator("summary").ClickAsync();
        await requirement.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dela ut" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Dubbelkodningen är utdelad.");
    }

    /// <summary>How many there are, blind ones too.</summary>
    private async Task<int> Codings()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamlaDb>();
        return await db.Codings.IgnoreQueryFilters().CountAsync(Stop);
    }
}
