using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

public sealed class SubmitTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_answer_is_read_and_submitted(bool withScript)
    {
        var text = $"Ett nytt medskick, {(withScript ? "med" : "utan")} skript.";
        var report = await ReportObject.Open(_site, chromium, withScript: withScript);
        await report.WriteAndSave(text);
        await report.Page.GotoAsync(ReportObject.Tasks);
        await report.Page.GetByRole(AriaRole.Link, new() { Name = "Kontrollera och lämna in" }).ClickAsync();
        await Expect(report.Page.GetByText(text)).ToBeVisibleAsync();

        await report.HandIn();

        var receipt = report.Page.GetByRole(AriaRole.Region, new() { Name = "Redovisningen är inlämnad" });
        await Expect(receipt).ToContainTextAsync("togs emot");
        await Expect(receipt).ToContainTextAsync("preliminära");
        await Expect(report.Page.GetByText(text)).ToBeVisibleAsync();
        await report.Page.GotoAsync(ReportObject.Tasks);
        await Expect(report.Page.GetByText("Inget har ändrats sedan version")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_kept()
    {
        var text = new string('ä', ReportObject.Limit + 3);
        var report = await ReportObject.Open(_site, chromium);
        await report.WriteAndSave(text);
        await report.Page.GotoAsync(ReportObject.Tasks);
        await Expect(report.Page.GetByText("En sak hindrar inlämning")).ToBeVisibleAsync();
        await report.Page.GotoAsync(ReportObject.Checking);

        await report.HandIn();

        await Expect(report.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Redovisningen är inte inlämnad.");
        var blockers = report.Page.Locator("#hinder");
        await Expect(blockers).ToBeFocusedAsync();
        await Expect(blockers).ToContainTextAsync("har 3 tecken för mycket");
        await blockers.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(report.Box).ToHaveValueAsync(text);
        await report.WriteAndSave("Kortare.");
    }

    [Fact]
    public async Task Submitting_what_a_colleague_just_submitted_makes_no_version_more()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.WriteAndSave("Lämnas in två gånger.");
        await report.Page.GotoAsync(ReportObject.Checking);
        var colleague = await ReportObject.Open(_site, chromium, ReportObject.Checking);
        await colleague.HandIn();
        await Expect(colleague.Page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
        var version = await colleague.Page.Locator("h1 + p").TextContentAsync();

        await report.HandIn();

        await Expect(report.Page.Locator("h1 + p")).ToHaveTextAsync(version!);
    }

    [Fact]
    public async Task A_changed_intervention_is_read_and_submitted()
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New);
        await register.Add("Ny båt i hamnen");
        var report = await ReportObject.Open(_site, chromium, $"{RegisterObject.Tasks}/kontrollera");
        await Expect(report.Page.GetByText("Inget har ändrats")).ToHaveCountAsync(0);
        var read = await ReportObject.Open(_site, chromium, $"{RegisterObject.Tasks}/inlamnad");
        await Expect(read.Page.GetByText("En insats har ändrats sedan dess")).ToBeVisibleAsync();
        var overview = await chromium.Open(_site, "/redovisa/2023");
        await Expect(overview.GetByRole(AriaRole.Row, new() { Name = "Region Blekinge" }))
            .ToContainTextAsync("en insats");
        await Expect(overview.Locator("h1 + p")).ToContainTextAsync("En har ändringar som inte är inlämnade");
        await Expect(report.Page.GetByRole(AriaRole.Region, new() { Name = "En insats att lämna in" }))
            .ToContainTextAsync("Ny båt i hamnen");
        await report.Page.HasNoBarrier();
        await register.Add("En till");

        await report.HandIn();

        await Expect(report.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Läs igenom svaren igen");
        await report.HandIn();
        await Expect(report.Page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
        var others = report.Page.GetByRole(AriaRole.Region, new() { Name = "Insatser som inte hör till någon fråga" });
        await Expect(others).ToContainTextAsync("Ny båt i hamnen");
        await report.Page.HasNoBarrier();
        await report.Page.GotoAsync($"{RegisterObject.Tasks}/inlamnad?version=1");
        await Expect(report.Page.Locator(".insatser").First).ToBeVisibleAsync();
        await Expect(others).ToHaveCountAsync(0);
        await report.Page.GotoAsync($"{RegisterObject.Tasks}/kontrollera");
        await Expect(report.Page.GetByText("Inget har ändrats")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Only_what_was_read_is_submitted()
    {
        var report = await ReportObject.Open(_site, chromium);
        await report.WriteAndSave("Läst text.");
        await report.Page.GotoAsync(ReportObject.Checking);
        var colleague = await ReportObject.Open(_site, chromium);
        await colleague.WriteAndSave("Text som ingen har läst.");

        await report.HandIn();

        await Expect(report.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Läs igenom svaren igen");
        await Expect(report.Page.GetByText("Text som ingen har läst.")).ToBeVisibleAsync();
        await report.Page.GotoAsync(ReportObject.Submitted);
        await Expect(report.Page.GetByText("Text som ingen har läst.")).ToHaveCountAsync(0);
    }
}
