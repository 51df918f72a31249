using System.Net;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

public sealed class RegionTests(Site site, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_reader_sees_what_the_report_says_of_a_region_beside_the_regions_own_words(bool hasScript)
    {
        var page = await reader.Open(Public.Regions, hasScript);
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link, new() { Name = "Gävleborg" }).ClickAsync();

        await page.GetByText("6 Kompetensförsörjning och kompetensutveckling i hela landet").ClickAsync();
        var statement = page.Locator("details.chapter[open] li", new() { HasText = "har en bred grupp" });
        await Expect(statement.Locator(".s-voice")).ToContainTextAsync("rekonstruerat");
        await statement.GetByRole(AriaRole.Link, new() { Name = "Hela svaret" }).ClickAsync();
        await Expect(page.Locator("details.answer[open] mark")).ToBeInViewportAsync();

        await page.GoBackAsync();
        await page.GetByText("6 Kompetensförsörjning och kompetensutveckling i hela landet").ClickAsync();
        await statement.Locator(".s-claim").ClickAsync();
        await Expect(page.Locator(".s-trace")).ToContainTextAsync("har en bred grupp");
    }

    [Fact]
    public async Task A_region_is_entered_by_the_map_and_left_for_its_neighbour()
    {
        var page = await reader.Open(Public.Regions, hasScript: false);

        await page.Locator(".s-map a[aria-label=Gotland]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gotland");
        await page.GetByRole(AriaRole.Link, new() { Name = "M Skåne" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Skåne");
    }

    [Fact]
    public async Task A_region_has_its_facts_its_strategy_and_its_interventions()
    {
        var page = await reader.Open(Public.Gavleborg);

        await Expect(page.Locator(".region-head")).ToContainTextAsync("tio kommuner · Norra Mellansverige");
        await Expect(page.Locator(".region-head"))
            .ToContainTextAsync("Regional utvecklingsstrategi för Gävleborgs län");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Kunskapsstöd till projektsökande" });
        await Expect(row).ToContainTextAsync("Egen bedömning");
    }

    [Theory]
    [InlineData("/lan/17", true)]
    [InlineData("/lan/21", false)]
    public async Task The_county_administrative_board_has_a_part_where_it_reports(string path, bool has)
    {
        var page = await reader.Open(path);

        await Expect(page.Locator("#lansstyrelsen")).ToHaveCountAsync(has ? 1 : 0);
    }

    [Theory]
    [InlineData("/lan/02")]
    [InlineData("/lan/99")]
    [InlineData("/lan/gavleborg")]
    public async Task What_is_no_region_is_not_found(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
