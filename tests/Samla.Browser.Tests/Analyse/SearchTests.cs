using System.Globalization;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed class SearchTests(Reader reader) : IClassFixture<Reader>
{
    private const string Path = $"{Work.Root}/sok";

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    public static TheoryData<string> Pages { get; } =
    ["", "?sok=kompetens&omgang=alla", "?sok=kompetens&omrade=se33&last=nej", "?sok=*"];

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_word_is_found_in_compounds_and_leads_to_its_place(bool hasScript)
    {
        var page = await reader.Open(Work.Root, hasScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sök", Exact = true }).ClickAsync();
        await page.GetByLabel("Sök efter").FillAsync("försörjning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sök" }).ClickAsync();

        await Expect(page.Locator("mark").GetByText("kompetensförsörjning").First).ToBeVisibleAsync();
        await Expect(page.Locator(".traffar > li")).ToHaveCountAsync(20);
        await Expect(page.Locator(".traffar .s-tag-recon").First).ToHaveTextAsync("rekonstruerat");
        await page.GetByRole(AriaRole.Link, new() { Name = "stycke" }).First.ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/kalla/.*#p[0-9]+$"));
        await Expect(page.Locator(":target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_search_is_narrowed_and_widened_again()
    {
        var page = await reader.Open($"{Path}?sok=kompetens", hasScript: false);
        var all = await page.Locator(".antal").InnerTextAsync();

        await page.GetByLabel("Del av landet").SelectOptionAsync("Övre Norrland");
        await page.GetByLabel("Läst").SelectOptionAsync("Lästa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sök" }).ClickAsync();

        await Expect(page.Locator(".var")).ToHaveTextAsync("Norrbotten och Västerbotten");
        await Expect(page.GetByLabel("Del av landet")).ToHaveValueAsync("se33");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ta bort avgränsningarna" }).ClickAsync();
        await Expect(page.Locator(".antal")).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task Another_round_is_searched_or_all_of_them()
    {
        var page = await reader.Open($"{Path}?sok=kompetens", hasScript: false);
        var here = await Count(page);
        await page.GotoAsync("/arbete/rus-2026/sok?sok=kompetens");
        var documents = await Count(page);

        await page.GetByLabel("Omgång").SelectOptionAsync("2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sök" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ingen text har det ordet.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sök i alla omgångar" }).ClickAsync();

        await Expect(page.GetByLabel("Omgång")).ToHaveValueAsync("alla");
        Assert.True(documents > 0);
        await Expect(page.Locator(".antal")).ToContainTextAsync($"{here + documents} texter");
    }

    [Fact]
    public async Task The_pages_of_a_long_answer_hold_different_texts()
    {
        var page = await reader.Open($"{Path}?sok=kompetens", hasScript: false);
        var first = await page.Locator(".traffar h3 a").First.GetAttributeAsync("href");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sida 2" }).ClickAsync();

        await Expect(page.Locator(".antal")).ToContainTextAsync("sida 2 av");
        Assert.NotEqual(first, await page.Locator(".traffar h3 a").First.GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData("?sok=%22", "Skriv minst ett ord")]
    [InlineData("?sok=k*", "minst två bokstäver")]
    [InlineData("?sok=zebror", "Ingen text har det ordet")]
    [InlineData("?sok=NEAR(", "Ingen text har det ordet")]
    [InlineData("?sok=kompetens%20och%20klimat", "utelämnat")]
    [InlineData("?sok=kompetens&omrade=finns-inte&krav=%22&kod=X&sida=99999999999", "texter")]
    [InlineData("", "Så söker du")]
    public async Task Whatever_is_asked_has_an_answer_that_helps(string query, string answer)
    {
        var page = await reader.Open(Path + query, hasScript: false);

        await Expect(page.Locator(".sok")).ToContainTextAsync(answer);
    }

    [Fact]
    public async Task A_text_that_is_far_too_long_is_refused()
    {
        var page = await reader.Open($"{Path}?sok={new string('a', 7_000)}");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("högst 200 tecken");
    }

    [Fact]
    public async Task A_round_that_is_not_there_has_no_search()
    {
        var page = await reader.Open("/arbete/1999/sok");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sidan finns inte");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_and_does_not_scroll_sideways(string query)
    {
        var page = await reader.Open(Path + query);

        await page.LooksRight();
    }

    private static async Task<int> Count(IPage page) =>
        int.Parse((await page.Locator(".antal").InnerTextAsync()).Split(' ')[0], CultureInfo.InvariantCulture);
}
