using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

public sealed class AnswerWithoutScriptTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Each_answer_is_saved_by_its_own_button()
    {
        var report = await Open();

        await report.WriteAndSave("Sparat utan skript.");

        await Expect(report.Box).ToHaveValueAsync("Sparat utan skript.");
        await Expect(report.Meter).ToContainTextAsync($"19 av {ReportObject.Limit} tecken");
    }

    [Fact]
    public async Task Nothing_is_cut_from_a_text_that_is_too_long()
    {
        var report = await Open();
        var text = new string('ö', ReportObject.Limit + 1);

        await report.WriteAndSave(text);

        await Expect(report.Box).ToHaveValueAsync(text);
        await Expect(report.Meter).ToContainTextAsync("1 tecken för mycket. Inget kapas.");
        await report.WriteAndSave("Kortare.");
    }

    [Fact]
    public async Task Two_texts_are_both_shown_and_mine_can_be_saved()
    {
        var report = await InConflict();

        await report.KeepMine.ClickAsync();

        await Expect(report.Conflict).ToBeHiddenAsync();
        Assert.Equal("Min text.", await report.OnServer());
    }

    [Fact]
    public async Task Two_texts_are_both_shown_and_theirs_can_be_taken()
    {
        var report = await InConflict();

        await report.TakeTheirs.ClickAsync();

        await Expect(report.Conflict).ToBeHiddenAsync();
        await Expect(report.Box).ToHaveValueAsync("Kollegans text.");
    }

    [Fact]
    public async Task A_page_that_was_open_too_long_loses_no_text()
    {
        var report = await Open();
        await report.Page.Context.ClearCookiesAsync(new() { Name = "samla-formular" });
        await report.Box.FillAsync("Skrivet på en gammal sida.");

        await report.Save.ClickAsync();

        await Expect(report.Page.GetByText("Sidan har varit öppen för länge.")).ToBeVisibleAsync();
        await Expect(report.Box).ToHaveValueAsync("Skrivet på en gammal sida.");
        await report.Save.ClickAsync();
        await Expect(report.Status).ToContainTextAsync("Sparat");
        Assert.Equal("Skrivet på en gammal sida.", await report.OnServer());
    }

    [Fact]
    public async Task What_is_sent_after_the_sign_in_has_ended_is_shown_to_be_copied()
    {
        var report = await Open();
        await report.Page.Context.ClearCookiesAsync(new() { Name = SignedIn.CookieName });
        await report.Box.FillAsync("Skrivet utan inloggning.");

        await report.Save.ClickAsync();

        await Expect(report.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Du är utloggad");
        await Expect(report.Page.GetByLabel("Det du skrev")).ToHaveValueAsync("Skrivet utan inloggning.");
    }

    private Task<ReportObject> Open() => ReportObject.Open(_site, chromium, withScript: false);

    private async Task<ReportObject> InConflict()
    {
        var report = await Open();
        var colleague = await Open();
        await colleague.WriteAndSave("Något helt annat.");
        await report.Page.ReloadAsync();
        await colleague.WriteAndSave("Kollegans text.");

        await report.Box.FillAsync("Min text.");
        await report.Save.ClickAsync();

        await Expect(report.Conflict).ToBeVisibleAsync();
        await Expect(report.Theirs).ToHaveTextAsync("Kollegans text.");
        await Expect(report.Box).ToHaveValueAsync("Min text.");
        Assert.Equal("Kollegans text.", await report.OnServer());
        return report;
    }
}
