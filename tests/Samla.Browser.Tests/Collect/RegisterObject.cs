using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>What an officer of Region Blekinge does with the register of interventions.</summary>
internal sealed class RegisterObject(IPage page)
{
    public const string Tasks = "/redovisa/2023/10";
    public const string Register = $"{Tasks}/insatser";
    public const string New = $"{Register}/ny";

    public IPage Page => page;

    public ILocator Name => page.GetByLabel("Insats", new() { Exact = true });

    public ILocator Save => page.GetByRole(AriaRole.Button, new() { Name = "Spara insatsen" });

    public ILocator Problem => page.GetByRole(AriaRole.Alert);

    public ILocator Rows => page.Locator(".register tbody tr");

    public ILocator Row(string name) => Rows.Filter(new() { HasText = name });

    public static async Task<RegisterObject> Open(Site site, Chromium chromium, string path, bool withScript = true)
    {
        var page = await chromium.Open(
            site,
            path,
            new()
            {
                JavaScriptEnabled = withScript,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        // Asked whether to leave what is not saved, the officer leaves.
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        return new(page);
    }

    /// <summary>Writes a new one with a name alone, and sees that it is kept.</summary>
    public async Task Add(string name)
    {
        await page.GotoAsync(New);
        await Name.FillAsync(name);
        await Save.ClickAsync();
        await Expect(page.GetByText("Insatsen är sparad")).ToBeVisibleAsync();
    }
}
