using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

/// <summary>
/// Draws the picture of the report that the README shows. It is written only where SAMLA_PICTURES names a folder for it;
/// CONTRIBUTING.md has the command.
/// </summary>
public sealed class ReportPicturesTests(Site site, Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SAMLA_PICTURES");

    [Fact]
    public async Task A_picture_of_a_chapter_with_its_thread_open()
    {
        var page = await chromium.Open(
            site,
            "/rapport/2023/kompetens",
            new()
            {
                ColorScheme = ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = 1280, Height = 1100 },
            }
        );
        await page.Locator("a.s-claim", new() { HasText = "15 regioner" }).First.ClickAsync();
        await Expect(page.Locator(".s-trace")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { document.activeElement.blur(); window.scrollBy(0, -260); }");

        var picture = await page.ScreenshotAsync();

        Assert.InRange(picture.Length, 1, 400_000);
        if (Folder is not null)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(Folder, "rapport.png"),
                picture,
                TestContext.Current.CancellationToken
            );
        }
    }
}
