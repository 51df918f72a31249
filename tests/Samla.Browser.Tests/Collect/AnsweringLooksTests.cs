using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>The states that an officer brings about: what blocks, what conflicts, what is handed in.</summary>
public sealed class AnsweringLooksTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_blocks_and_what_conflicts_has_no_barrier()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.HearNothing();
        var colleague = await ReportObject.Open(_site, chromium);
        await colleague.WriteAndSave("Kort.");
        await colleague.WriteAndSave(new string('å', ReportObject.Limit + 1));
        await report.Box.FillAsync("Min text.");
        await Expect(report.Conflict).ToBeVisibleAsync();

        await report.Page.LooksRight();
        foreach (var path in (string[])[ReportObject.Tasks, ReportObject.Checking])
        {
            await report.Page.GotoAsync(path);
            await report.Page.LooksRight();
        }

        await report.HandIn();
        await report.Page.LooksRight();
        await colleague.WriteAndSave("Kort igen.");
        await report.Page.GotoAsync(ReportObject.Checking);
        await report.HandIn();
        await Expect(report.Page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
        await report.Page.LooksRight();

        await report.Page.GotoAsync(ReportObject.Section);
        await report.Page.Context.ClearCookiesAsync(new() { Name = SignedIn.CookieName });
        // As a browser without script sends it: axe needs script to look at what comes back.
        await report.Box.EvaluateAsync("box => { box.value = 'Skrivet utan inloggning.'; box.form.submit(); }");
        await Expect(report.Page.GetByLabel("Det du skrev")).ToBeVisibleAsync();
        await report.Page.LooksRight();
    }
}
