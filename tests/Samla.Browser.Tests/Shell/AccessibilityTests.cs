using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Shell;

public sealed class AccessibilityTests(Reader reader) : IClassFixture<Reader>
{
    [Theory]
    [InlineData("/")]
    [InlineData(CheckPageObject.Path)]
    [InlineData("/saknas")]
    public async Task A_page_has_no_barrier_and_does_not_scroll_sideways(string path)
    {
        var page = await reader.Open(path);

        await page.LooksRight();
    }

    [Fact]
    public async Task Barriers_are_found_where_they_are()
    {
        var page = await reader.Open("/");
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

    [Fact]
    public async Task What_is_wrong_in_any_look_is_told_with_the_look_and_the_address()
    {
        var page = await reader.Open("/saknas");
        await page.EvaluateAsync(
            """
            () => {
              const broad = document.createElement('p');
              broad.textContent = 'Brett';
              broad.style.minWidth = '600px';
              document.querySelector('main').append(broad, document.createElement('img'));
            }
            """
        );

        var failure = await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(page.LooksRight);

        var said = failure.Message.Split('\n');
        Assert.Equal(3, said.Length);
        Assert.StartsWith($"{page.Url}, Light 1280: image-alt: <img", said[0], StringComparison.Ordinal);
        Assert.StartsWith($"{page.Url}, Dark 390: 6", said[1], StringComparison.Ordinal);
        Assert.StartsWith($"{page.Url}, Dark 390: image-alt: <img", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_has_no_barrier_closed_or_with_everything_open()
    {
        var check = new CheckPageObject(await reader.Open(CheckPageObject.Path));
        await check.Check(Sample.Report);
        await Expect(check.WrongCount).ToBeVisibleAsync();
        await check.Page.LooksRight();

        await check.Page.GetByText("Fler filter").ClickAsync();
        await check.Page.GetByRole(AriaRole.Button, new() { Name = "Öppna alla anmärkningar" }).ClickAsync();
        await check.Page.Keyboard.PressAsync("j");

        await check.Page.LooksRight();
    }

    [Fact]
    public async Task A_refusal_has_no_barrier()
    {
        var check = new CheckPageObject(await reader.Open(CheckPageObject.Path));
        await check.Check(Sample.Empty);
        await Expect(check.Refusal).ToBeVisibleAsync();

        await check.Page.LooksRight();
    }
}
