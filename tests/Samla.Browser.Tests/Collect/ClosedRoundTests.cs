using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

public sealed class ClosedRoundTests(Chromium chromium)
{
    [Fact]
    public async Task A_closed_round_can_be_read_but_not_changed()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var before = await ReportObject.Open(site, chromium);
        var withoutScript = await ReportObject.Open(site, chromium, withScript: false);
        await withoutScript.Box.FillAsync("För sent, utan skript.");
        await Close(site);

        await withoutScript.Save.ClickAsync();
        await Expect(withoutScript.Page.Locator(".nekad")).ToContainTextAsync("Omgången är stängd.");
        await Expect(withoutScript.Box).ToHaveValueAsync("För sent, utan skript.");

        await before.Box.FillAsync("För sent.");
        await Expect(before.Status).ToContainTextAsync("Omgången är stängd.");
        await Expect(before.Box).ToHaveValueAsync("För sent.");

        foreach (var path in (string[])[ReportObject.Tasks, ReportObject.Section, ReportObject.Checking])
        {
            await before.Page.GotoAsync(path);
            await Expect(before.Page.GetByText("Svaren kan läsas men inte ändras.")).ToBeVisibleAsync();
            await Expect(before.Box).ToHaveCountAsync(0);
            await Expect(before.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        }

        await before.Page.GotoAsync("/redovisa/2023/09/rus");
        await Expect(before.Page.Locator(".answer").First).ToBeVisibleAsync();
    }

    private static async Task Close(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamlaDb>();
        var key = Key<Round>.Parse("2023", null);
        var round = await db.Rounds.SingleAsync(r => r.Id == key, TestContext.Current.CancellationToken);
        round.IsOpen = false;
        await db.Save(new Change("test", "round.close", round.Id.Value), TestContext.Current.CancellationToken);
    }
}
