using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>The agency's board of a collection, reminders, and what has been handed in as files.</summary>
public sealed class CollectionTests(Chromium chromium) : IAsyncLifetime
{
    private const string Board = "/arbete/2024/insamling";
    private const string Remind = $"{Board}/paminn";
    private const string Full = "/arbete/2023/insamling";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_administrator_sees_who_has_come_how_far_and_chooses_among_them()
    {
        var page = await Open("/redovisa/2024", SignedIn.Administrator);
        await page.GetByRole(AriaRole.Link, new() { Name = "Avsnitt för avsnitt" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{Board}$"));

        var row = page.GetByRole(AriaRole.Row, new() { Name = "Region Kronoberg" });
        await Expect(row).ToContainTextAsync("Påbörjat");
        await Expect(row).ToContainTextAsync("frågor har svar, påbörjat");
        await page.IsLoaded();
        var all = await page.Locator(".ins tbody tr:not(.slag)").CountAsync();

        await page.GetByLabel("Har svar över gränsen").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(page.GetByText("Ingen uppgiftslämnare passar urvalet.")).ToBeVisibleAsync();
        await page.GotoAsync($"{Board}?ej=ja");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{all} av {all} visas.");
        await Expect(page.GetByLabel("Har inte lämnat in")).ToBeCheckedAsync();

        await page.GotoAsync($"{Board}?ej=ja&over=ja");
        await page.GetByRole(AriaRole.Link, new() { Name = "Påminn dem som visas" }).ClickAsync();
        await Expect(page.GetByText("De som passade urvalet på tavlan")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reminder_is_written_looked_at_and_sent_once()
    {
        var page = await Open(Board);
        await page.GetByRole(AriaRole.Link, new() { Name = "Påminn", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Region Gotland" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Välj ingen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(0);

        var send = page.GetByRole(AriaRole.Button, new() { Name = "Skicka påminnelsen" });
        await send.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj minst en uppgiftslämnare.");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Region Gotland" }).CheckAsync();
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Skriv senast {dagen}.");
        await send.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("vet inte vad som ska stå i stället för {dagen}");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Hej {uppgiftslämnare}, senast {sista dag}.");
        await page.GetByLabel("Se brevet till").SelectOptionAsync("Region Gotland");
        await page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }).ClickAsync();
        await Expect(page.Locator("#brevet")).ToContainTextAsync("Hej Region Gotland, senast 21");
        await Expect(page.Locator("#brevet")).ToContainTextAsync("påhittad, ingen regions ord");
        var form = await page.EvaluateAsync<string>(
            "(() => { const send = document.querySelector('[value=skicka]'); return new URLSearchParams(new FormData(send.form, send)).toString(); })()"
        );
        await send.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ett brev ligger i utkorgen");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Region Gotland" }))
            .ToContainTextAsync("1 i utkorgen");
        // As a second click sends it, or who goes back in the browser.
        var again = await page.APIRequest.PostAsync(
            $"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}{Remind}",
            new()
            {
                DataString = form,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
            }
        );
        Assert.Contains("Den här påminnelsen var redan skickad", await again.TextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(Board);
        await Expect(page.Locator(".utskick")).ToContainTextAsync("ett brev till en uppgiftslämnare");
        await page.GotoAsync(Remind);
        await Expect(page.GetByLabel("Text", new() { Exact = true }))
            .ToHaveValueAsync("Hej {uppgiftslämnare}, senast {sista dag}.");
    }

    [Fact]
    public async Task Who_handed_in_late_is_marked_and_can_be_chosen()
    {
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            // As if Region Gotland's had come after the last day.
            await scope
                .ServiceProvider.GetRequiredService<SamlaDb>()
                .Database.ExecuteSqlRawAsync(
                    """
                    UPDATE "SubmissionVersions" SET "IsLate" = 1 WHERE "SubmissionId" IN
                    (SELECT "Id" FROM "Submissions" WHERE "RoundId" = '2023' AND "ReporterId" = '09')
                    """,
                    TestContext.Current.CancellationToken
                );
        }

        var page = await Open(Full);
        await Expect(page.GetByText("En efter sista dag.")).ToBeVisibleAsync();
        await page.GetByLabel("Inlämnad efter sista dag").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 av 27 visas.");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Region Gotland" }))
            .ToContainTextAsync("Inlämnad efter sista dag");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_tab_is_told_that_a_reminder_has_just_gone(bool withScript)
    {
        var page = await chromium.Open(_site, Remind, Public.Browser(withScript), SignedIn.Analyst);
        var another = await page.Context.NewPageAsync();
        await another.GotoAsync(Remind);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka påminnelsen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("i utkorgen");

        await another.GetByRole(AriaRole.Button, new() { Name = "Skicka påminnelsen" }).ClickAsync();
        await Expect(another.GetByRole(AriaRole.Alert)).ToContainTextAsync("En påminnelse skickades kl.");
        if (withScript)
        {
            await another.HasNoBarrier(); // axe is a script
        }

        await another.GetByRole(AriaRole.Button, new() { Name = "Skicka ändå" }).ClickAsync();

        await Expect(another.GetByRole(AriaRole.Status)).ToContainTextAsync("i utkorgen");
    }

    [Fact]
    public async Task What_has_been_handed_in_is_fetched_one_by_one_or_all_at_once()
    {
        var page = await Open(Full);
        var one = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Row, new() { Name = "Region Blekinge" })
                .GetByRole(AriaRole.Link, new() { Name = "Word" })
                .ClickAsync()
        );
        Assert.Equal("redovisning-2023-10-version-1.docx", one.SuggestedFilename);

        var all = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Hämta allt inlämnat" }).ClickAsync()
        );
        Assert.Equal("redovisningar-2023.zip", all.SuggestedFilename);
        await using var stream = await all.CreateReadStreamAsync();
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(whole);
        Assert.NotNull(archive.GetEntry("Region Blekinge (10)/redovisning-2023-10-version-1.docx"));
    }

    [Fact]
    public async Task The_pages_have_no_barrier_and_stay_within_the_window()
    {
        var page = await chromium.Open(_site, Full, account: SignedIn.Analyst);
        await page.LooksRight();
        await page.GotoAsync(Remind);
        await page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }).ClickAsync();
        await Expect(page.Locator("#brevet")).ToBeVisibleAsync();
        await page.LooksRight();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka påminnelsen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("i utkorgen");
        await page.LooksRight();
    }

    private Task<IPage> Open(string path, string account = SignedIn.Analyst) =>
        chromium.Open(_site, path, new() { JavaScriptEnabled = true }, account);
}
