using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>
/// One real browser for all tests; each test gets a context of its own, but for those that only read (see <see cref="Reader"/>).
/// It is the Chromium without a window: the same pages for half the work.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium-headless-shell";

    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>The contexts that are open, by the test that opened them.</summary>
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Contexts = [];

    /// <summary>Those of tests that have ended.</summary>
    private static readonly ConcurrentQueue<Task> Closing = [];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        // How long nothing may happen before a test fails; a test that passes waits for none of it.
        Assertions.SetDefaultExpectTimeout(15_000);
        if (File.Exists(Path))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags });
        }
    }

    /// <summary>A new page on the site; skips the test where there is no browser.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Where to begin.</param>
    /// <param name="options">How the browser is set up.</param>
    /// <param name="account">Who is signed in; where it is not said, the one whose page the path is, or nobody.</param>
    public async Task<IPage> Open(
        Site site,
        string path,
        BrowserNewContextOptions? options = null,
        string? account = null
    )
    {
        var context = await NewContext(site, options);
        Contexts.GetOrAdd(TestContext.Current.Test!.UniqueID, []).Add(context);
        if ((account ?? SignedIn.For(path)) is { } signedIn)
        {
            await SignIn(site, context, signedIn);
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>What whoever asks for it closes.</summary>
    internal async Task<IBrowserContext> NewContext(Site site, BrowserNewContextOptions? options)
    {
        Assert.SkipWhen(_browser is null, $"Chromium is not installed at {Path}.");
        await AllClosed();
        options ??= new();
        options.BaseURL = site.Address.ToString();
        // A colour on its way to another is neither, and whoever measures it is told of a contrast that no page has.
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return context;
    }

    /// <summary>Closes what a test has opened: left open it goes on drawing and asking, and slows all that come after it.</summary>
    internal static void CloseContextsOf(string test)
    {
        if (Contexts.TryRemove(test, out var opened))
        {
            Closing.Enqueue(Task.WhenAll(opened.Select(context => context.CloseAsync())));
        }
    }

    private static async Task AllClosed()
    {
        while (Closing.TryDequeue(out var closing))
        {
            await closing;
        }
    }

    /// <summary>Signs a sample account in, in a browser that is open.</summary>
    public static async Task SignIn(Site site, IBrowserContext context, string account) =>
        await context.AddCookiesAsync([
            new()
            {
                Name = SignedIn.CookieName,
                Value = await SignedIn.Cookie(site, account),
                Url = site.Address.ToString(),
                HttpOnly = true,
            },
        ]);

    public async ValueTask DisposeAsync()
    {
        await AllClosed();
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
