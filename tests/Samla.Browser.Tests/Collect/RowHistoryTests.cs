using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>What a row has held, listed and put back.</summary>
public sealed class RowHistoryTests(Chromium chromium) : IAsyncLifetime
{
    private const string NewRow = "/redovisa/2024/12/svar/analyser-forteckning/rader/ny";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task What_a_colleague_overwrote_is_seen_beside_what_is_there_now_and_put_back(bool withScript)
    {
        var page = await OpenHistory(withScript);
        await Expect(Entries(page)).ToHaveCountAsync(2);
        await Expect(Entries(page).First).ToContainTextAsync("Redovisningsansvarig, Region Skåne");
        await Expect(Entries(page).First).ToContainTextAsync("ändrat: titel, gäller nu");
        await HasNoBarrier(page, withScript);

        await Entries(page).Last.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Differences(page)).ToHaveCountAsync(1);
        await Expect(Differences(page)).ToContainTextAsync("Kustens");
        await Expect(Differences(page)).ToContainTextAsync("Bussar på");
        await HasNoBarrier(page, withScript);
        await Restore(page).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Raden är återställd");
        await Expect(Entries(page)).ToHaveCountAsync(3);
        await Entries(page).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByText("Det här är vad som står i raden nu.")).ToBeVisibleAsync();
        await Expect(Restore(page)).ToHaveCountAsync(0);
        await HasNoBarrier(page, withScript);
        await page.GotoAsync("/redovisa/2024/12/analyser");
        await Expect(page.Locator(".radtabell tbody tr")).ToContainTextAsync("Kustens näringsliv");
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task Who_puts_back_what_somebody_has_saved_over_meanwhile_is_told(bool withScript)
    {
        var page = await OpenHistory(withScript);
        await Entries(page).Last.GetByRole(AriaRole.Link).ClickAsync();
        var colleague = await Open(
            new Uri(page.Url).AbsolutePath.Replace("/historik", "", StringComparison.Ordinal),
            withScript
        );
        await colleague.GetByLabel("Titel").FillAsync("Kollegans titel");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await Expect(colleague.GetByText("Raden är sparad")).ToBeVisibleAsync();
        await Restore(page).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon har sparat raden");
        await Expect(Differences(page)).ToContainTextAsync("Kollegans");
        await HasNoBarrier(page, withScript);
        await Restore(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Raden är återställd");
        await Expect(Entries(page)).ToHaveCountAsync(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_put_back_in_a_closed_round_or_in_a_row_that_was_taken_out(bool isClosed)
    {
        var page = await OpenHistory(withScript: false);
        await Entries(page).Last.GetByRole(AriaRole.Link).ClickAsync();
        await Change(async db =>
        {
            (await db.Rounds.SingleAsync(round => round.Id == Key<Round>.Parse("2024", null), Stop)).IsOpen = !isClosed;
            var row = await db.AnswerRows.SingleAsync(row => row.Cells.Contains("Bussar på landet"), Stop);
            row.RemovedAt = isClosed ? null : row.SavedAt;
            await db.Save(new Change("test", "test", "2024"), Stop);
        });
        await Restore(page).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync(isClosed ? "Omgången är stängd" : "Raden är borttagen");
        await Expect(Restore(page)).ToHaveCountAsync(0);
        await Expect(Differences(page)).ToContainTextAsync("Kustens");
        await Expect(Entries(page)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_page_can_be_read_in_every_look_and_on_a_narrow_screen()
    {
        var page = await OpenHistory(withScript: true);
        await Entries(page).Last.GetByRole(AriaRole.Link).ClickAsync();
        await page.LooksRight();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The history of a row whose title has been written over.</summary>
    private async Task<IPage> OpenHistory(bool withScript)
    {
        var page = await Open(NewRow, withScript);
        await page.GetByLabel("Titel").FillAsync("Kustens näringsliv");
        await page.GetByLabel("Slag").SelectOptionAsync("Analys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra rad 1" }).ClickAsync();
        await Expect(ToHistory(page)).ToHaveCountAsync(0);
        await page.GetByLabel("Titel").FillAsync("Bussar på landet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra rad 1" }).ClickAsync();
        await ToHistory(page).ClickAsync();
        return page;
    }

    private async Task Change(Func<SamlaDb, Task> change)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<SamlaDb>());
    }

    private async Task<IPage> Open(string path, bool withScript) =>
        await chromium.Open(_site, path, new() { JavaScriptEnabled = withScript });

    private static ILocator ToHistory(IPage page) =>
        page.GetByRole(AriaRole.Link, new() { Name = "Tidigare innehåll" });

    private static ILocator Entries(IPage page) => page.Locator(".hist li");

    private static ILocator Differences(IPage page) => page.Locator(".skillnad tbody tr");

    private static ILocator Restore(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Återställ raden som den var då" });

    private static async Task HasNoBarrier(IPage page, bool withScript)
    {
        if (withScript) // axe is a script too
        {
            await page.HasNoBarrier();
        }
    }
}
