using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>How a page is looked at: each colour scheme once and each width once, since what a scheme breaks (contrast) and what a width breaks (room) do not meet.</summary>
internal static class Look
{
    /// <summary>How wide a page is where nothing else is said.</summary>
    public const int Wide = 1280;

    public const int Narrow = 390;
    public const int Height = 900;

    private static readonly (ColorScheme Scheme, int Width)[] All =
    [
        (ColorScheme.Light, Wide),
        (ColorScheme.Dark, Narrow),
    ];

    extension(IPage page)
    {
        /// <summary>
        /// Fails where the page has a barrier or is not as wide as the window in any look, and says where, in which and what. It is
        /// not loaded anew, for that is most of the work; afterwards it is light and as large as it was.
        /// </summary>
        public async Task LooksRight()
        {
            var before = page.ViewportSize!;
            var wrong = new List<string>();
            foreach (var (scheme, width) in All)
            {
                await page.SetViewportSizeAsync(width, Height);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var wide = await page.Width();
                string[] found = [.. wide == width ? [] : (string[])[$"{wide} wide"], .. await page.FindBarriers()];
                wrong.AddRange(found.Select(what => $"{page.Url}, {scheme} {width}: {what}"));
            }

            await page.SetViewportSizeAsync(before.Width, before.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        }

        /// <summary>
        /// Waits until all that belongs to the page has come. The page itself is asked: on a busy machine Playwright can miss its
        /// event, and then waits for it in vain.
        /// </summary>
        public Task IsLoaded() =>
            page.EvaluateAsync(
                "document.readyState === 'complete' || new Promise((done) => addEventListener('load', () => done(), { once: true }))"
            );

        /// <summary>How wide the page is; wider than its window where it scrolls sideways.</summary>
        public async Task<int> Width()
        {
            // Until its style sheets have come a page is wider than it will be; a script hears of a new size with the next frame.
            await page.IsLoaded();
            return await page.EvaluateAsync<int>(
                """
                async () => {
                  await new Promise(requestAnimationFrame);
                  return document.documentElement.scrollWidth;
                }
                """
            );
        }
    }
}
