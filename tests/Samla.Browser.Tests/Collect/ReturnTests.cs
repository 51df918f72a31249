using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>The agency returns what a region has handed in, and the region corrects it. In the round 2024, which allows it.</summary>
public sealed class ReturnTests(Chromium chromium) : IAsyncLifetime
{
    private const string Tasks = "/redovisa/2024/17";
    private const string Submitted = $"{Tasks}/inlamnad";
    private const string Returning = $"{Tasks}/aterlamna";
    private const string Comment = "Skriv vilka mål som avses.";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_return_is_read_beside_the_answer_and_closed_by_a_new_version(bool withScript)
    {
        var options = new BrowserNewContextOptions { JavaScriptEnabled = withScript };
        var lead = new ReportObject(await chromium.Open(_site, Tasks, options));
        await HandIn(lead, "Ett första svar.");
        var agency = await chromium.Open(_site, Submitted, options, SignedIn.Analyst);
        await agency.GetByRole(AriaRole.Link, new() { Name = "Återlämna för rättelse" }).ClickAsync();
        var send = agency.GetByRole(AriaRole.Button, new() { Name = "Återlämna version 1" });

        await agency.GetByLabel("Om hela redovisningen").FillAsync("Bra i övrigt.");
        await send.ClickAsync();
        await Expect(agency.GetByRole(AriaRole.Alert)).ToContainTextAsync("minst ett svar");
        await Expect(agency.GetByLabel("Om hela redovisningen")).ToHaveValueAsync("Bra i övrigt.");
        await agency.GetByLabel("Att rätta").First.FillAsync(Comment);
        await send.ClickAsync();
        await Expect(agency.GetByRole(AriaRole.Status)).ToContainTextAsync("ligger i utkorgen");
        await Expect(agency.GetByText("Väntar på ny version")).ToBeVisibleAsync();

        await agency.GotoAsync("/arbete/2024/insamling?ater=ja");
        await Expect(agency.GetByRole(AriaRole.Status)).ToContainTextAsync("1 av ");
        var row = agency.GetByRole(AriaRole.Row, new() { Name = "Region Värmland" });
        await Expect(row).ToContainTextAsync("Version 1 återlämnad");
        await Expect(agency.GetByLabel("Återlämnad", new() { Exact = true })).ToBeCheckedAsync();
        await agency.GetByRole(AriaRole.Link, new() { Name = "Påminn dem som visas" }).ClickAsync();
        await Expect(agency.GetByRole(AriaRole.Checkbox, new() { Name = "Region Värmland" })).ToBeCheckedAsync();
        await agency.GotoAsync(Submitted);

        await lead.Page.GotoAsync(Tasks);
        var notice = lead.Page.GetByRole(AriaRole.Region, new() { Name = "Version 1 är återlämnad för rättelse" });
        await Expect(notice).ToContainTextAsync("Av Analytiker, provkonto");
        await Expect(notice).ToContainTextAsync("Bra i övrigt.");
        await Expect(notice).ToContainTextAsync(Comment);
        await Expect(lead.Page.GetByText("Att rätta")).ToBeVisibleAsync();
        await notice.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(lead.Page.Locator(".ratta")).ToContainTextAsync(Comment);

        await HandIn(lead, "Ett rättat svar.");
        await lead.Page.GotoAsync(Tasks);
        await Expect(notice).ToHaveCountAsync(0);
        await agency.GotoAsync(Submitted);
        await Expect(agency.GetByText("Åtgärdad i version 2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_return_has_no_barrier_for_either_side()
    {
        var lead = new ReportObject(await chromium.Open(_site, Tasks));
        await HandIn(lead, "Ett första svar.");
        var agency = await chromium.Open(_site, Returning, account: SignedIn.Analyst);
        await agency.GetByRole(AriaRole.Button, new() { Name = "Återlämna version 1" }).ClickAsync();
        await agency.LooksRight();
        await agency.GetByLabel("Att rätta").First.FillAsync(Comment);
        await agency.GetByRole(AriaRole.Button, new() { Name = "Återlämna version 1" }).ClickAsync();
        await agency.LooksRight();
        await agency.GotoAsync("/redovisa/2024");
        await Expect(agency.GetByText("Återlämnad för rättelse")).ToBeVisibleAsync();
        await agency.LooksRight();
        foreach (var path in (string[])[Tasks, await FirstSection(lead.Page), $"{Tasks}/kontrollera"])
        {
            await lead.Page.GotoAsync(path);
            await Expect(lead.Page.GetByText(Comment)).ToBeVisibleAsync();
            await lead.Page.LooksRight();
        }
    }

    [Fact]
    public async Task What_a_round_does_not_allow_is_said()
    {
        var page = await chromium.Open(_site, "/redovisa/2023/17/aterlamna", account: SignedIn.Analyst);
        await Expect(page.GetByText("kan en redovisning inte återlämnas")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await page.GotoAsync("/redovisa/2023/17/inlamnad");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Återlämna för rättelse" })).ToHaveCountAsync(0);
    }

    /// <summary>Writes the first answer of the first section, and hands the whole in.</summary>
    private static async Task HandIn(ReportObject lead, string text)
    {
        await lead.Page.GotoAsync(Tasks);
        await lead.Page.GotoAsync(await FirstSection(lead.Page));
        var answer = lead.Page.Locator(".krav").First;
        await answer.GetByRole(AriaRole.Textbox).First.FillAsync(text);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(answer.Locator(".lage")).ToContainTextAsync("Sparat");
        await lead.Page.GotoAsync($"{Tasks}/kontrollera");
        await lead.HandIn();
        await Expect(lead.Page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
    }

    private static async Task<string> FirstSection(IPage page)
    {
        await page.GotoAsync(Tasks);
        return (await page.Locator(".s-tasks .what a").First.GetAttributeAsync("href"))!;
    }
}
