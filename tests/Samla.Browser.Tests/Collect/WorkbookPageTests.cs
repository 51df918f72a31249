using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

public sealed class WorkbookPageTests(Chromium chromium) : IAsyncLifetime
{
    private const string Upload = $"{RegisterObject.Register}/las-in";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task A_file_is_fetched_changed_shown_and_read_in(bool withScript)
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New, withScript);
        await register.Add("Ur webbläsaren");
        var page = register.Page;
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Hämta Excel" }).ClickAsync()
        );
        var file = await Workbook.Renamed(download, "Ur webbläsaren", "Ur filen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Läs in Excel" }).ClickAsync();
        await Workbook.Send(page, file);

        await Expect(page.GetByText("en ändrad")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Ur filen" })).ToBeVisibleAsync();
        if (withScript) // axe is a script too
        {
            await page.HasNoBarrier();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in", Exact = true }).ClickAsync();

        await Expect(page.GetByText("Filen är inläst")).ToBeVisibleAsync();
        await Expect(register.Row("Ur filen")).ToHaveCountAsync(1);
        await page.GotoAsync(Upload);
        await Workbook.Send(page, file);
        await Expect(page.GetByText("Filen ändrar ingenting.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_in_words()
    {
        var register = await RegisterObject.Open(_site, chromium, Upload);

        await Workbook.Send(register.Page, "Insats;Belopp"u8.ToArray());

        await Expect(register.Problem).ToContainTextAsync("Det är ingen Excel-fil.");
        await register.Page.HasNoBarrier();
    }

    [Fact]
    public async Task Another_reporters_file_is_refused_in_words()
    {
        var theirs = await RegisterObject.Open(_site, chromium, "/redovisa/2023/20/insatser");
        var download = await theirs.Page.RunAndWaitForDownloadAsync(() =>
            theirs.Page.GetByRole(AriaRole.Link, new() { Name = "Hämta Excel" }).ClickAsync()
        );
        var file = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var register = await RegisterObject.Open(_site, chromium, Upload);

        await Workbook.Send(register.Page, file);

        await Expect(register.Problem).ToContainTextAsync("registret för Region Dalarna");
    }

    [Fact]
    public async Task A_look_alike_is_shown_while_one_writes_and_can_be_merged_and_parted()
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New);
        var page = register.Page;
        await register.Add("Kurser för båtbyggare");
        await page.GotoAsync(RegisterObject.New);
        await register.Name.PressSequentiallyAsync("Båtbyggarkurser");
        await Expect(page.GetByText("Liknar en insats som redan finns")).ToBeVisibleAsync();
        await page.HasNoBarrier();
        await register.Save.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Liknande insatser" }).ClickAsync();
        await page.HasNoBarrier();

        await page.GetByRole(AriaRole.Button, new() { Name = "Slå ihop, behåll Kurser för båtbyggare" }).ClickAsync();

        await Expect(page.GetByText("Insatserna är hopslagna")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(page.GetByText("Insatserna är två igen")).ToBeVisibleAsync();
        await page.GotoAsync($"{RegisterObject.Register}?sok=båtbyggar");
        await Expect(register.Rows).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Without_script_a_look_alike_is_shown_when_it_is_saved()
    {
        var register = await RegisterObject.Open(_site, chromium, RegisterObject.New, withScript: false);
        await register.Add("Kurser för båtbyggare");
        await register.Add("Båtbyggarkurser");
        await Expect(register.Page.GetByText("Liknar en insats som redan finns")).ToBeVisibleAsync();
    }
}
