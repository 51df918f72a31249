using System.Net;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Shell;

/// <summary>What holds for every working page.</summary>
public sealed class WorkPagesTests(Site site, Reader reader) : IClassFixture<Reader>
{
    private const string Source = "halland";

    public static TheoryData<string> Pages { get; } =
    [
        "",
        "/kodning",
        Source,
        "/lasrum/krav/boende-resultat",
        "/lasrum/lst-17",
        "/nya-versioner",
        "/dubbelkodning",
        "/kod/miljo-energi",
        "/kodschema",
        "/kodschema/historik",
        "/forandringar",
        "/medskick",
        "/kapitel",
        "/kapitel/integration",
        "/kapitel/integration?visa=redigera",
        "/kapitel/integration/historik",
        "/upplagg",
        "/upplagg/integration",
        "/avvikelser",
        "/publicering",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_carries_the_mark_and_stays_within_the_window(string path)
    {
        var page = await reader.Open(await PathOf(path));

        await Expect(page.Locator(".s-prov")).ToContainTextAsync("rekonstruerad ur offentliga uppgifter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await page.LooksRight();
    }

    [Theory]
    [InlineData("/arbete/1999")]
    [InlineData("/arbete/1999/kodning")]
    [InlineData("/arbete/1999/kodschema")]
    [InlineData("/arbete/1999/kodschema/historik")]
    [InlineData("/arbete/2023/kodschema/historik?kod=finns-inte")]
    [InlineData("/arbete/1999/forandringar")]
    [InlineData("/arbete/1999/medskick")]
    [InlineData("/arbete/1999/kapitel")]
    [InlineData("/arbete/1999/upplagg")]
    [InlineData("/arbete/2023/upplagg/finns-inte")]
    [InlineData("/arbete/2023/kapitel/finns-inte/historik")]
    [InlineData("/arbete/1999/avvikelser")]
    [InlineData("/arbete/1999/publicering")]
    [InlineData("/arbete/2023/kapitel/medskick")]
    [InlineData("/arbete/2023/kapitel/Ö")]
    [InlineData("/arbete/2023/kod/finns-inte")]
    [InlineData("/arbete/1999/nya-versioner")]
    [InlineData("/arbete/1999/dubbelkodning")]
    [InlineData("/arbete/2023/dubbelkodning/00000000-0000-0000-0000-000000000000")]
    [InlineData("/arbete/1999/lasrum/krav/miljo-resultat")]
    [InlineData("/arbete/2023/lasrum/krav/finns-inte")]
    [InlineData("/arbete/2023/lasrum/krav/Ö")]
    [InlineData("/arbete/1999/lasrum/17")]
    [InlineData("/arbete/2023/lasrum/99")]
    [InlineData("/arbete/2023/kalla/00000000-0000-0000-0000-000000000000")]
    [InlineData("/arbete/2023/kalla/x")]
    public async Task What_is_not_there_is_said_not_to_be(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Sidan finns inte", await FormClient.Text(response));
    }

    [Fact]
    public async Task The_work_begins_with_a_choice_of_round_the_latest_first()
    {
        var page = await reader.Open("/arbete");
        var rounds = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link);
        await Expect(rounds)
            .ToHaveTextAsync([
                "Regionala utvecklingsstrategier 2026",
                "Regionalt utvecklingsarbete 2024",
                "Regionalt utvecklingsarbete 2023",
            ]);
        await rounds.Last.ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/arbete/2023$"));
    }

    [Fact]
    public async Task A_cell_of_the_board_leads_to_the_answer_and_arrows_walk_the_cells()
    {
        var page = await reader.Open(Work.Root);
        await page.GetByRole(AriaRole.Link, new() { Name = "Norrbotten, Genomförande och samordning: läst och kodat" })
            .FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(
                page.GetByRole(
                    AriaRole.Link,
                    new() { Name = "Västerbotten, Integrering av hållbarhet: läst och kodat" }
                ).First
            )
            .ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("3.2 Integrering av hållbarhet · Västerbotten");
    }

    [Fact]
    public async Task A_narrow_board_is_a_list_of_requirements()
    {
        var page = await reader.Open(Work.Root, hasScript: false, width: Look.Narrow);

        await Expect(page.Locator("#tavlan")).ToBeHiddenAsync();
        await Expect(page.Locator(".blist li", new() { HasText = "Bidrag till territoriella samarbeten" }))
            .ToContainTextAsync("6 läst och kodat, 15 ej tillfrågad");
    }

    private async Task<string> PathOf(string path) => path == Source ? await Work.Halland(site) : Work.Root + path;
}
