using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>
/// A page that goes from test to test of a class whose tests only read: a new one costs more than what is read in it. Each test
/// begins at an address, at a size and as somebody, so none sees what another did.
/// </summary>
public sealed class Reader(Site site, Chromium chromium) : IAsyncDisposable
{
    private readonly Dictionary<bool, IPage> _pages = [];

    /// <summary>The page at an address of the site, as the one whose page it is; see <see cref="SignedIn.For"/>.</summary>
    public async Task<IPage> Open(string path, bool hasScript = true, int width = Look.Wide)
    {
        if (!_pages.TryGetValue(hasScript, out var page))
        {
            var context = await chromium.NewContext(site, Public.Browser(hasScript));
            _pages[hasScript] = page = await context.NewPageAsync();
        }

        await page.SetViewportSizeAsync(width, Look.Height);
        await page.Context.ClearCookiesAsync();
        if (SignedIn.For(path) is { } account)
        {
            await Chromium.SignIn(site, page.Context, account);
        }

        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages.Values)
        {
            await page.Context.CloseAsync();
        }
    }
}
