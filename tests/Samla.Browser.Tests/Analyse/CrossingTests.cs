using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>Codes beside each other, and codes by groups of regions; nothing is changed.</summary>
public sealed class CrossingTests(Site site, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task From_the_matrix_to_two_codes_and_the_words_of_both(bool hasScript)
    {
        var page = await reader.Open("/matris/2023?avsnitt=rus", hasScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Koder tillsammans" }).ClickAsync();
        await page.GetByLabel("Krav").SelectOptionAsync("rus-genomforande");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(page.Locator("table.kt-kvadrat tbody tr")).ToHaveCountAsync(13);
        await page.Draw("guide-samforekomst.png", page.Locator("table.kt-kvadrat"), 130, 640);

        await Cell(page, row: 0, column: 2).GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.Locator("#orden")).ToBeInViewportAsync();
        await Expect(page.Locator("#orden")).ToContainTextAsync("Två av regionerna säger båda (Jaccard 0,29).");
        await Expect(page.Locator("#orden .s-passage").First).ToContainTextAsync("rekonstruerat");
        await Expect(Cell(page, row: 0, column: 2).GetByRole(AriaRole.Link))
            .ToHaveAttributeAsync("aria-current", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Stäng" }).ClickAsync();
        await Expect(page.Locator("#orden")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Krav")).ToHaveValueAsync("rus-genomforande");
    }

    [Fact]
    public async Task The_square_can_be_read_as_likeness_and_by_passages()
    {
        var page = await reader.Open(Public.Together);
        await Expect(page.Locator("details", new() { HasText = "En kod räknas inte" })).ToBeVisibleAsync();
        await page.GetByLabel("Mått").SelectOptionAsync("Likhet (Jaccard)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(Cell(page, row: 0, column: 2)).ToHaveTextAsync("0,29");
        await page.GetByLabel("Räkna").SelectOptionAsync("Textställen som överlappar");
        await page.GetByLabel("Krav").SelectOptionAsync("Hela avsnittet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();

        await Expect(page.GetByTitle("olika krav").First).ToBeVisibleAsync();
        await Expect(page.Locator("svg.rutbild")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Codes_are_chosen_from_anywhere_and_stand_in_the_address()
    {
        var page = await reader.Open("/matris/2023/samforekomst?avsnitt=integration", hasScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Välj koder själv" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Regionala utvecklingsstrategier" }).ClickAsync();
        await page.Locator("input[value=rus-reviderar]").CheckAsync();
        await page.Locator("input[value=integration-validering]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa tabellen" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Egna koder" })).ToBeVisibleAsync();
        await Expect(page.Locator("table.kt-kvadrat tbody tr")).ToHaveCountAsync(2);
        Assert.Contains("kod=rus-reviderar&kod=integration-validering", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra koderna" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(2);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task Groups_of_regions_say_how_many_of_how_many_and_lead_to_the_words(bool hasScript)
    {
        var page = await reader.Open("/matris/2023/grupper?kod=rus-reviderar&indelning=nuts2", hasScript);
        var cell = page.Locator("table.kt-grupper tbody tr").Nth(1).Locator("td").Nth(2);
        await Expect(cell).ToHaveTextAsync("3 av 560\u00a0%");

        await cell.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.Locator("#orden")).ToContainTextAsync("Säger det (3)Uppsala, Västmanland och Östergötland");
        await Expect(page.Locator("#orden")).ToContainTextAsync("Nämner det inte (2)Sörmland och Örebro");
        await page.GetByLabel("Indelning").SelectOptionAsync("Strategins läge 2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(page.Locator("table.kt-grupper thead th")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task More_codes_than_a_page_has_room_for_are_had_as_a_file()
    {
        var page = await reader.Open("/matris/2023/samforekomst?avsnitt=boende");

        await Expect(page.Locator(".s-empty")).ToContainTextAsync("är för många för en tabell på sidan.");
        await Expect(page.Locator("table")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/matris/2023/matris-2023", "?avsnitt=rus")]
    [InlineData("/matris/2023/samforekomst-2023", "?avsnitt=rus&krav=rus-genomforande")]
    [InlineData("/matris/2023/grupper-2023", "?avsnitt=rus&indelning=samverkan")]
    public async Task Each_table_can_be_had_as_data_and_as_a_picture(string file, string query)
    {
        using var client = new FormClient(site);

        using var csv = await client.Get($"{file}.csv{query}");
        using var json = await client.Get($"{file}.json{query}");
        using var svg = await client.Get($"{file}.svg{query}");
        using var xlsx = await client.Get($"{file}.xlsx{query}");

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("kod", await FormClient.Text(csv), StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await FormClient.Text(json));
        Assert.Equal("rekonstruerad ur offentliga uppgifter", data.RootElement.GetProperty("mark").GetString());
        Assert.Equal("svg", XDocument.Parse(await FormClient.Text(svg)).Root!.Name.LocalName);
        Assert.Equal("attachment", svg.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith("spreadsheetml.sheet", xlsx.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/matris/1999/samforekomst")]
    [InlineData("/matris/2023/samforekomst-2024.csv")]
    [InlineData("/matris/2023/grupper-2023.exe")]
    // Not published: nobody but those who work with it comes there.
    [InlineData("/matris/2024/samforekomst")]
    [InlineData("/matris/2024/grupper-2024.csv")]
    public async Task What_there_is_none_of_is_not_found(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static ILocator Cell(IPage page, int row, int column) =>
        page.Locator("table.kt-kvadrat tbody tr").Nth(row).Locator("td").Nth(column);
}
