using System.Security.Cryptography;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Common;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>The lead hands the submitted report over to the recipient, and notes what the recipient says.</summary>
public sealed class DeliveryTests(Chromium chromium) : IAsyncLifetime
{
    private const string Delivering = $"{ReportObject.Tasks}/overlamning";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_handed_over_and_the_recipients_word_noted(bool withScript)
    {
        var page = await chromium.Open(_site, ReportObject.Submitted, new() { JavaScriptEnabled = withScript });
        await page.GetByRole(AriaRole.Link, new() { Name = "Kvitto" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Överlämna redovisningen" }).ClickAsync();
        await Expect(page.GetByText("Version 1 är inte överlämnad")).ToBeVisibleAsync();

        await page.GetByLabel("Hur och när?").FillAsync("Rekommenderat brev den 20 februari.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Markera som överlämnad" }).ClickAsync();
        await Expect(page.GetByText("Version 1 är överlämnad")).ToBeVisibleAsync();

        await page.GetByText("Skriv in mottagarens bekräftelse").ClickAsync();
        await page.GetByLabel("Vilken dag?").FillAsync("2024-02-22");
        await page.GetByLabel("Mottagarens diarienummer").FillAsync("LI2024/17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara bekräftelsen" }).ClickAsync();
        await Expect(page.GetByText("Version 1 är överlämnad och mottagen")).ToBeVisibleAsync();
        await Expect(page.GetByText("22\u00a0februari 2024: LI2024/17.")).ToBeVisibleAsync();

        var agency = await chromium.Open(_site, "/redovisa/2023");
        await Expect(agency.GetByRole(AriaRole.Row).Filter(new() { HasText = "Gotland" }))
            .ToContainTextAsync("Mottagen");
    }

    [Fact]
    public async Task The_file_that_was_handed_over_is_the_one_whose_hash_is_kept()
    {
        var page = await chromium.Open(_site, Delivering);
        await page.GetByLabel("Mottagarens e-postadress").FillAsync("registrator@departementet.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka redovisningen" }).ClickAsync();
        // The sample's letters are never sent.
        await Expect(page.GetByText("Brevet ligger i utkorgen")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "redovisning-2023-09-version-1.docx" }).ClickAsync()
        );

        var content = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        await Expect(page.Locator(".summa .hel")).ToHaveTextAsync(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    [Fact]
    public async Task A_PDF_is_fetched_where_it_can_be_made_and_is_not_offered_where_it_cannot()
    {
        var page = await chromium.Open(_site, ReportObject.Submitted);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Hämta som PDF" });
        using var make = MakePdf.OnMachine();
        if (!make.IsHere)
        {
            await Expect(link).ToHaveCountAsync(0);
            var answer = await page.GotoAsync("/redovisa/2023/09/version-1.pdf");
            Assert.Equal(503, answer!.Status);
            return;
        }

        // As long as the server itself waits for the program that makes it.
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync(), new() { Timeout = 60_000 });

        Assert.Equal("redovisning-2023-09-version-1.pdf", download.SuggestedFilename);
        var content = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8, content.AsSpan(0, 5));
    }

    [Fact]
    public async Task What_is_handed_over_and_what_is_refused_has_no_barrier()
    {
        var page = await chromium.Open(_site, Delivering);
        await page.GetByLabel("Hur och när?").FillAsync("Med bud.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Markera som överlämnad" }).ClickAsync();
        await page.GetByText("Skriv in mottagarens bekräftelse").ClickAsync();
        await page.GetByLabel("Vilken dag?").FillAsync("2999-01-01");
        await page.GetByLabel("Mottagarens diarienummer").FillAsync("LI2999/1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Spara bekräftelsen" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bekräftelsen är inte sparad");
        await Expect(page.GetByLabel("Mottagarens diarienummer")).ToHaveValueAsync("LI2999/1");
        await page.LooksRight();
    }
}
