using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>What an officer of Region Gotland does on its pages.</summary>
internal sealed class ReportObject(IPage page)
{
    public const string Tasks = "/redovisa/2023/09";
    public const string Section = "/redovisa/2023/09/medskick";
    public const string Checking = "/redovisa/2023/09/kontrollera";
    public const string Submitted = "/redovisa/2023/09/inlamnad";

    /// <summary>The most characters that the section's only answer may have.</summary>
    public const int Limit = 2_000;

    public IPage Page => page;

    public ILocator Box => page.GetByRole(AriaRole.Textbox);

    public ILocator Save => page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true });

    public ILocator Status => page.GetByRole(AriaRole.Status);

    public ILocator Meter => page.Locator(".s-meter");

    public ILocator Conflict => page.Locator(".konflikt");

    public ILocator Theirs => page.Locator(".deras .answer");

    public ILocator KeepMine => page.GetByRole(AriaRole.Button, new() { Name = "Spara texten i rutan" });

    public ILocator TakeTheirs => page.GetByRole(AriaRole.Button, new() { Name = "Ta den sparade texten" });

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "Lämna in" });

    public static async Task<ReportObject> Open(
        Site site,
        Chromium chromium,
        string path = Section,
        bool withScript = true
    ) => new(await chromium.Open(site, path, new() { JavaScriptEnabled = withScript }));

    /// <summary>Another window, with what the browser has kept.</summary>
    public async Task<ReportObject> OpenAnother()
    {
        var another = await page.Context.NewPageAsync();
        await another.GotoAsync(Section);
        return new(another);
    }

    /// <summary>Keeps what colleagues save from coming to the page, as it may before the first letter is written.</summary>
    public Task HearNothing() => page.RouteAsync("**/narvaro", route => route.AbortAsync());

    /// <summary>Writes and saves by hand, and sees that it is saved.</summary>
    public async Task WriteAndSave(string text)
    {
        await page.GotoAsync(Section);
        await Box.FillAsync(text);
        await Save.ClickAsync();
        await Expect(Status).ToContainTextAsync("Sparat");
    }

    /// <summary>The text that the server has.</summary>
    public async Task<string> OnServer()
    {
        await using var context = await page.Context.Browser!.NewContextAsync(
            new() { BaseURL = new Uri(page.Url).GetLeftPart(UriPartial.Authority) }
        );
        await context.AddCookiesAsync([
            .. (await page.Context.CookiesAsync()).Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
            }),
        ]);
        var fresh = await context.NewPageAsync();
        await fresh.GotoAsync(Section);
        return await fresh.GetByRole(AriaRole.Textbox).InputValueAsync();
    }
}
