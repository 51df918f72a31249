using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>
/// What a section on funds costs Region Gotland's fingers: the first year, with everything to write, and the second, when
/// what is known is carried over and a sentence is new in each answer. The counts are of what the test does to the pages.
/// </summary>
public sealed class WriteOnceTests(Chromium chromium) : IAsyncLifetime
{
    private const string Funds = "/redovisa/2024/09/medel";
    private const string News = " Under året har två kommuner till kommit med i arbetet.";

    private static readonly string[] Questions =
    [
        "medel-hallbarhet",
        "medel-territoriellt",
        "medel-jamstalldhet",
        "medel-integration",
        "medel-miljo",
    ];

    private readonly Site _first = new();
    private readonly Site _second = new();

    public async ValueTask InitializeAsync()
    {
        await _first.InitializeAsync();
        await _second.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task The_second_year_takes_a_fourth_of_the_keys_of_the_first()
    {
        var first = await Year(_first, isFirst: true);
        var second = await Year(_second, isFirst: false);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"First year: {first.Keys} keys, {first.Clicks} clicks. Second: {second.Keys} keys, {second.Clicks} clicks."
        );
        Assert.Equal(first.Texts, second.Texts);
        Assert.True(second.Keys * 4 <= first.Keys, $"{second.Keys} keys, and {first.Keys} the first year.");
        Assert.True(second.Clicks <= first.Clicks + Questions.Length, $"{second.Clicks} clicks.");
    }

    private async Task<(int Keys, int Clicks, IReadOnlyList<string> Texts)> Year(Site site, bool isFirst)
    {
        var page = await chromium.Open(site, Funds);
        var (keys, clicks) = (0, 0);
        var texts = new List<string>();
        foreach (var question in Questions)
        {
            var part = page.Locator($"#{question}");
            var box = part.GetByRole(AriaRole.Textbox);
            var earlier = await part.Locator(".forra .answer").TextContentAsync() ?? "";
            Assert.NotEmpty(earlier);
            if (isFirst)
            {
                await box.ClickAsync();
                await box.FillAsync(earlier + News);
                (keys, clicks) = (keys + earlier.Length + News.Length, clicks + 1);
            }
            else
            {
                // The button leaves the cursor at the end of the text: there is nothing to click before writing on.
                await part.Locator(".forra button").ClickAsync();
                await page.Keyboard.InsertTextAsync(News);
                (keys, clicks) = (keys + News.Length, clicks + 1);
            }

            // It saves itself.
            await Expect(part.Locator(".lage")).ToContainTextAsync("Sparat");
            texts.Add(await box.InputValueAsync());
        }

        return (keys, clicks, texts);
    }
}
