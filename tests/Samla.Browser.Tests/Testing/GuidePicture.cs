using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>The pictures of the guides. They are written only where SAMLA_PICTURES names a folder for them; CONTRIBUTING.md has the command.</summary>
internal static class GuidePicture
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SAMLA_PICTURES");

    /// <summary>A browser as the pictures show it.</summary>
    public static BrowserNewContextOptions Browser(bool withScript = true) =>
        new()
        {
            ColorScheme = ColorScheme.Light,
            JavaScriptEnabled = withScript,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 1280, Height = 900 },
        };

    extension(IPage page)
    {
        /// <summary>What the window shows when the element stands so far below its top.</summary>
        public async Task Draw(string name, ILocator from, int below, int height, int left = 0)
        {
            await page.Mouse.MoveAsync(0, 0);
            await from.EvaluateAsync(
                """
                (from, below) => {
                    document.activeElement.blur();
                    scrollTo(0, from.getBoundingClientRect().top + scrollY - below);
                }
                """,
                below
            );
            var picture = await page.ScreenshotAsync(
                new()
                {
                    Clip = new()
                    {
                        X = left,
                        Y = 0,
                        Width = 1280 - left,
                        Height = height,
                    },
                }
            );
            Assert.InRange(picture.Length, 1, 200_000);
            if (Folder is not null)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(Folder, name),
                    picture,
                    TestContext.Current.CancellationToken
                );
            }
        }
    }
}
