using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed class MatrixTests(Site site, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_cell_leads_to_the_regions_words_and_on_to_everybodys(bool hasScript)
    {
        var page = await reader.Open("/matris", hasScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Kompetensförsörjning och kompetensutveckling" })
            .ClickAsync();

        await Row(page).GetByRole(AriaRole.Link, new() { Name = "Gävleborg säger det" }).ClickAsync();
        await Expect(page.Locator(".s-passage")).ToHaveCountAsync(1);
        await Expect(page.Locator(".s-passage")).ToContainTextAsync("Gävleborg");
        await Expect(page.Locator(".s-passage")).ToContainTextAsync("rekonstruerat");
        await page.GetByRole(AriaRole.Link, new() { Name = "Visa alla som säger det" }).ClickAsync();
        await Expect(page.Locator(".s-passage").Nth(5)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hela svaret från Gävleborg" }).ClickAsync();

        await Expect(page.Locator("details.answer[open] mark")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_name_of_a_code_leads_to_the_words_of_all_and_back()
    {
        var page = await reader.Open(Public.Matrix, hasScript: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "Länsövergripande grupp" }).ClickAsync();
        await Expect(page.Locator("tr.words h3")).ToHaveTextAsync("Länsövergripande grupp");
        await page.GetByRole(AriaRole.Link, new() { Name = "Stäng" }).ClickAsync();

        await Expect(page.Locator("tr.words")).ToHaveCountAsync(0);
        await Expect(Row(page)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Each_of_the_states_has_words()
    {
        var page = await reader.Open("/matris/2023?avsnitt=anslag");

        var board = page.Locator("tr", new() { HasText = "Pågående ärenden" });

        await Expect(board.GetByRole(AriaRole.Img, new() { Name = "inte tillfrågad" })).ToHaveCountAsync(15);
        await Expect(board).ToContainTextAsync("av 6");
        await Expect(Row(await Matrix()).GetByRole(AriaRole.Img, new() { Name = "nämner det inte" }).First)
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_cannot_be_counted_is_no_zero()
    {
        var page = await Matrix();

        var row = page.Locator("tr", new() { HasText = "Arbetsförmedlingen" }).First;

        await Expect(row).ToContainTextAsync("Räknas inte.");
        await Expect(row.Locator("td.n")).ToHaveTextAsync("–");
    }

    [Fact]
    public async Task The_matrix_can_be_had_as_data()
    {
        using var client = new FormClient(site);

        using var csv = await client.Get("/matris/2023/matris-2023.csv?avsnitt=kompetens");
        using var json = await client.Get("/matris/2023/matris-2023.json");

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var lines = (await FormClient.Text(csv)).Split("\r\n");
        Assert.StartsWith("kod,etikett,Blekinge,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("kompetens-lansgrupp,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("rus-", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(await FormClient.Text(json));
        Assert.Equal(539, document.RootElement.GetProperty("codes").GetArrayLength());
    }

    [Theory]
    [InlineData("/matris/1999")]
    [InlineData("/matris/2023/matris-2023.exe")]
    public async Task What_there_is_none_of_is_not_found(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<IPage> Matrix() => reader.Open(Public.Matrix);

    private static ILocator Row(IPage page) => page.Locator("tr#kompetens-lansgrupp");
}
