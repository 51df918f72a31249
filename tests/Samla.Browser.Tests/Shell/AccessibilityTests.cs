using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Shell;

public sealed class AccessibilityTests(Site site, Chromium chromium)
{
    private const int Narrow = 390;

    public static TheoryData<string, ColorScheme, int> Pages { get; } =
    [
        .. from path in (string[])["/", CheckPageObject.Path, "/saknas"]
        from look in Look.All
        select (path, look.Scheme, look.Width),
    ];

    public static TheoryData<ColorScheme, int> Looks { get; } = [.. Look.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier(string path, ColorScheme scheme, int width)
    {
        var page = await Open(path, scheme, width);

        await page.HasNoBarrier();
    }

    [Fact]
    public async Task Barriers_are_found_where_they_are()
    {
        var page = await Open("/", ColorScheme.Light, Narrow);
        await page.EvaluateAsync(
            """
            () => {
              const pale = document.createElement('p');
              pale.textContent = 'Ljust';
              pale.style.color = '#ccc'; // an attribute in the text would be refused by the page's own rules
              document.querySelector('main').append(pale, document.createElement('img'));
            }
            """
        );

        Assert.Equal(
            ["color-contrast: <p", "image-alt: <img>"],
            (await page.FindBarriers())
                .Select(barrier => barrier.Split(' ', 3))
                .Select(words => $"{words[0]} {words[1]}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_result_has_no_barrier(ColorScheme scheme, int width)
    {
        var check = new CheckPageObject(await Open(CheckPageObject.Path, scheme, width));
        await check.Check(Sample.Report);
        await Expect(check.WrongCount).ToBeVisibleAsync();

        await check.Page.HasNoBarrier();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_result_with_everything_open_has_no_barrier(ColorScheme scheme, int width)
    {
        var check = new CheckPageObject(await Open(CheckPageObject.Path, scheme, width));
        await check.Check(Sample.Report);
        await check.Page.GetByText("Fler filter").ClickAsync();
        await check.Page.GetByRole(AriaRole.Button, new() { Name = "Öppna alla anmärkningar" }).ClickAsync();
        await check.Page.Keyboard.PressAsync("j");

        await check.Page.HasNoBarrier();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_refusal_has_no_barrier(ColorScheme scheme, int width)
    {
        var check = new CheckPageObject(await Open(CheckPageObject.Path, scheme, width));
        await check.Check(Sample.Empty);
        await Expect(check.Refusal).ToBeVisibleAsync();

        await check.Page.HasNoBarrier();
    }

    [Theory]
    [InlineData("/")]
    [InlineData(CheckPageObject.Path)]
    public async Task A_narrow_page_does_not_scroll_sideways(string path)
    {
        var page = await Open(path, ColorScheme.Light, Narrow);

        Assert.Equal(Narrow, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private Task<IPage> Open(string path, ColorScheme scheme, int width) =>
        chromium.Open(
            site,
            path,
            new()
            {
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
}
