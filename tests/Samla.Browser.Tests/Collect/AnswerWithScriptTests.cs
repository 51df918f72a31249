using Samla.Browser.Tests.Testing;
using Samla.Domain;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

public sealed class AnswerWithScriptTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private const string FormCookie = "samla-formular";
    private const string Offline = "Ingen kontakt med servern. Texten finns kvar här och sparas när nätet är tillbaka.";

    [Fact]
    public async Task What_is_written_saves_itself()
    {
        var report = await ReportObject.Open(_site, chromium);

        await report.Box.FillAsync("Öarna behöver en egen rad i mallen.");

        await Expect(report.Status).ToContainTextAsync("Sparat");
        Assert.Equal("Öarna behöver en egen rad i mallen.", await report.OnServer());
    }

    [Theory]
    [InlineData("Åa\u030a")]
    [InlineData("👩‍👩‍👧 och 🇸🇪")]
    [InlineData("en\n\ntvå")]
    [InlineData("  luft omkring  \n")]
    public async Task Script_and_server_count_alike(string text)
    {
        var report = await ReportObject.Open(_site, chromium);

        await report.Box.FillAsync(text);

        await Expect(report.Meter)
            .ToContainTextAsync($"{Characters.CountIn(text.Trim())} av {ReportObject.Limit} tecken");
        await Expect(report.Status).ToContainTextAsync("Sparat");
        await report.Page.ReloadAsync();
        await Expect(report.Meter)
            .ToContainTextAsync($"{Characters.CountIn(text.Trim())} av {ReportObject.Limit} tecken");
    }

    [Fact]
    public async Task Nothing_is_cut_from_a_text_that_is_too_long()
    {
        var report = await ReportObject.Open(_site, chromium);
        var text = new string('å', ReportObject.Limit + 214);

        await report.Box.FillAsync(text);

        await Expect(report.Meter).ToContainTextAsync("214 tecken för mycket. Inget kapas.");
        await Expect(report.Box).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(report.Status).ToContainTextAsync("Sparat");
        Assert.Equal(text, await report.OnServer());
        await report.WriteAndSave("Kortare.");
    }

    [Fact]
    public async Task A_text_written_without_a_network_is_saved_when_it_is_back()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.Page.Context.SetOfflineAsync(true);

        await report.Box.FillAsync("Skrivet på färjan.");
        await Expect(report.Status).ToHaveTextAsync(Offline);
        await report.Page.Context.SetOfflineAsync(false);

        await Expect(report.Status).ToContainTextAsync("Sparat");
        Assert.Equal("Skrivet på färjan.", await report.OnServer());
    }

    [Fact]
    public async Task A_text_that_was_never_sent_is_there_when_the_page_is_opened_again()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.Page.Context.SetOfflineAsync(true);
        await report.Box.FillAsync("Skrivet innan fliken stängdes.");
        await Expect(report.Status).ToHaveTextAsync(Offline);
        await report.Page.CloseAsync();
        await report.Page.Context.SetOfflineAsync(false);

        var again = await report.OpenAnother();

        await Expect(again.Box).ToHaveValueAsync("Skrivet innan fliken stängdes.");
        await Expect(again.Status).ToContainTextAsync("Sparat");
        Assert.Equal("Skrivet innan fliken stängdes.", await again.OnServer());
    }

    [Fact]
    public async Task A_page_that_was_open_too_long_loses_no_text()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.Page.Context.ClearCookiesAsync(new() { Name = FormCookie });

        await report.Box.FillAsync("Skrivet på en gammal sida.");
        await Expect(report.Status).ToContainTextAsync("Ladda om sidan: texten finns kvar här.");
        await report.Page.ReloadAsync();

        await Expect(report.Box).ToHaveValueAsync("Skrivet på en gammal sida.");
        await Expect(report.Status).ToContainTextAsync("Sparat");
        Assert.Equal("Skrivet på en gammal sida.", await report.OnServer());
    }

    [Fact]
    public async Task What_is_written_after_the_sign_in_has_ended_is_saved_when_one_is_in_again()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.Page.Context.ClearCookiesAsync(new() { Name = SignedIn.CookieName });

        await report.Box.FillAsync("Skrivet utan inloggning.");
        await Expect(report.Status).ToContainTextAsync("Du är utloggad. Texten finns kvar här.");
        await Chromium.SignIn(_site, report.Page.Context, SignedIn.Lead("09"));

        await Expect(report.Status).ToContainTextAsync("Sparat", new() { Timeout = 20_000 });
        Assert.Equal("Skrivet utan inloggning.", await report.OnServer());
    }

    [Fact]
    public async Task Two_texts_are_both_shown_and_mine_can_be_saved()
    {
        var report = await InConflict();

        await report.KeepMine.ClickAsync();

        await Expect(report.Status).ToContainTextAsync("Sparat");
        await Expect(report.Conflict).ToBeHiddenAsync();
        Assert.Equal("Min text.", await report.OnServer());
    }

    [Fact]
    public async Task Two_texts_are_both_shown_and_theirs_can_be_taken()
    {
        var report = await InConflict();

        await report.TakeTheirs.ClickAsync();

        await Expect(report.Box).ToHaveValueAsync("Kollegans text.");
        await Expect(report.Conflict).ToBeHiddenAsync();
        await report.Page.ReloadAsync();
        await Expect(report.Box).ToHaveValueAsync("Kollegans text.");
        await Expect(report.Conflict).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_conflict_waits_through_a_reload()
    {
        var report = await InConflict();
        await report.Box.FillAsync("Min text, putsad.");

        await report.Page.ReloadAsync();

        await Expect(report.Conflict).ToBeVisibleAsync();
        await Expect(report.Box).ToHaveValueAsync("Min text, putsad.");
        await Expect(report.Theirs).ToHaveTextAsync("Kollegans text.");
        Assert.Equal("Kollegans text.", await report.OnServer());
        await report.TakeTheirs.ClickAsync();
    }

    private async Task<ReportObject> InConflict()
    {
        var report = await ReportObject.Open(_site, chromium);
        var colleague = await ReportObject.Open(_site, chromium);
        await colleague.WriteAndSave("Något helt annat.");
        await report.Page.ReloadAsync();
        await report.HearNothing();
        await colleague.WriteAndSave("Kollegans text.");

        await report.Box.FillAsync("Min text.");

        await Expect(report.Conflict).ToBeVisibleAsync();
        await Expect(report.Theirs).ToHaveTextAsync("Kollegans text.");
        await Expect(report.Box).ToHaveValueAsync("Min text.");
        Assert.Equal("Kollegans text.", await report.OnServer());
        return report;
    }
}
