using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Check;

/// <summary>
/// Draws the pictures of the checking page that the documents show, from the made-up example. They are written only where
/// SAMLA_PICTURES names a folder for them; CONTRIBUTING.md has the command.
/// </summary>
public sealed class PicturesTests(Site site, Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SAMLA_PICTURES");

    [Theory]
    [InlineData("granska.png", 1280, 1400, "#innehall")]
    [InlineData("granska-390.png", 390, 1500, ".chips")]
    public async Task A_picture_of_the_checking_page(string name, int width, int height, string top)
    {
        var check = new CheckPageObject(
            await chromium.Open(
                site,
                CheckPageObject.Path,
                new()
                {
                    ColorScheme = ColorScheme.Light,
                    ReducedMotion = ReducedMotion.Reduce,
                    ViewportSize = new() { Width = width, Height = height },
                }
            )
        );
        await check.Check(Sample.Report);
        await Expect(check.WrongCount).ToBeVisibleAsync();
        await check.Page.EvaluateAsync(
            """
            top => {
                document.activeElement.blur();
                document.querySelector(top).scrollIntoView();
            }
            """,
            top
        );

        var picture = await check.Page.ScreenshotAsync();

        Assert.InRange(picture.Length, 1, 300_000);
        if (Folder is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder, name), picture, TestContext.Current.CancellationToken);
        }
    }
}
