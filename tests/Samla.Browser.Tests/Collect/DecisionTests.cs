using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>A decision is stated when the report is handed in, or afterwards, and stands on the receipt.</summary>
public sealed class DecisionTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_handed_in_with_its_decision_which_is_corrected_afterwards(bool withScript)
    {
        var report = await ReportObject.Open(_site, chromium, withScript: withScript);
        var page = report.Page;
        await report.WriteAndSave($"Beslutat {(withScript ? "med" : "utan")} skript.");
        await page.GotoAsync(ReportObject.Checking);
        await Expect(page.GetByLabel("Diarienummer")).ToBeHiddenAsync();

        await report.Submit.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj om beslut är fattat eller inte.");

        await report.Decided.CheckAsync();
        await page.GetByLabel("Vem har beslutat?").FillAsync("Regionstyrelsen");
        await page.GetByLabel("När?").FillAsync("2024-02-14");
        await report.Submit.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv beslutets diarienummer.");
        await Expect(page.GetByLabel("Vem har beslutat?")).ToHaveValueAsync("Regionstyrelsen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Skriv beslutets diarienummer." }).ClickAsync();
        await page.GetByLabel("Diarienummer").FillAsync("RS 2024/17");
        await page.GetByLabel("Föredragande").FillAsync("regiondirektören");
        await report.Submit.ClickAsync();

        var receipt = page.GetByRole(AriaRole.Region, new() { Name = "Redovisningen är inlämnad" });
        await Expect(receipt).ToContainTextAsync("Regionstyrelsen, 14\u00a0februari 2024, diarienummer RS 2024/17.");
        await Expect(receipt).ToContainTextAsync("Ett svar skiljer sig från version 1");
        await Expect(receipt).ToContainTextAsync("Inlämnad efter sista dag");

        await receipt.GetByRole(AriaRole.Link, new() { Name = "Rätta beslutet" }).ClickAsync();
        await page.GetByLabel("Diarienummer").FillAsync("RS 2024/18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara beslutet" }).ClickAsync();
        await Expect(receipt).ToContainTextAsync("RS 2024/18");
        await Expect(receipt).ToContainTextAsync("Rättat");
    }

    [Fact]
    public async Task The_whole_hash_can_be_shown_and_an_earlier_version_read()
    {
        var report = await ReportObject.Open(_site, chromium, withScript: false);
        var page = report.Page;
        await report.WriteAndSave("En ny text.");
        await page.GotoAsync(ReportObject.Checking);
        await report.HandIn();

        await page.GetByText("Visa hela").ClickAsync();
        await Expect(page.Locator(".summa .hel"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Version 1", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Det här är en tidigare version")).ToBeVisibleAsync();
        await Expect(page.GetByText("En ny text.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_agency_sees_what_came_late_and_whether_it_was_decided_on()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.WriteAndSave("Sent.");
        await report.Page.GotoAsync(ReportObject.Checking);
        await Expect(report.Page.GetByText("märks ”inlämnad efter sista dag”")).ToBeVisibleAsync();
        await report.HandIn();
        await Expect(report.Page.GetByText("Utan angivet beslut.")).ToBeVisibleAsync();

        var agency = await chromium.Open(_site, "/redovisa/2023");
        var row = agency.GetByRole(AriaRole.Row).Filter(new() { HasText = "Gotland" });
        await Expect(row).ToContainTextAsync("Inlämnad efter sista dag");
        await Expect(row).ToContainTextAsync("Utan angivet beslut");
        await Expect(agency.Locator("h1 + p")).ToContainTextAsync("En efter sista dag.");
    }

    [Fact]
    public async Task What_is_wrong_with_a_decision_is_shown_without_a_barrier()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.WriteAndSave("Utan beslut.");
        await report.Page.GotoAsync(ReportObject.Checking);
        await report.Decided.CheckAsync();
        await report.Submit.ClickAsync();
        await Expect(report.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await report.Page.LooksRight();
        await report.Page.GotoAsync("/redovisa/2023/09/beslut");
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Spara beslutet" }).ClickAsync();
        await report.Page.LooksRight();
    }
}
