using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed class CarryCodebookTests(Chromium chromium) : IAsyncLifetime
{
    private const string Codebook = "/arbete/2024/kodschema";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_codebook_offers_the_one_before_and_says_first_what_follows(bool hasScript)
    {
        var page = await chromium.Open(_site, Codebook, Public.Browser(hasScript));
        var offer = page.Locator("#ta-over");
        await Expect(offer)
            .ToContainTextAsync(
                "525 koder tas över, med namn, definitioner, regler och plats. 422 får ny version, övriga behåller sin. 14 följer inte med."
            );
        await offer.Locator("summary", new() { HasText = "Följer inte med" }).ClickAsync();
        await Expect(offer).ToContainTextAsync("Kravet som den gällde ställs inte längre.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta över 525 koder" }).ClickAsync();

        await Expect(page.Locator("#besked"))
            .ToContainTextAsync("Du tog över kodschemat från omgång 2023 (koder: 525).");
        await Expect(page.Locator(".s-workhead")).ToContainTextAsync("525 koder i");
        await page.Locator("#besked").GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(page.GetByText("Kodschemat är tomt.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_offer_and_the_earlier_years_of_a_code_have_no_barrier()
    {
        var page = await chromium.Open(_site, Codebook);
        await page.EvaluateAsync("() => document.querySelectorAll('#ta-over details').forEach(one => one.open = true)");
        await page.LooksRight();

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta över 525 koder" }).ClickAsync();
        await page.GotoAsync("/arbete/2024/kod/rus-reviderar");
        var before = page.Locator(".ar");
        await Expect(before).ToContainTextAsync("2023: sju regioner");
        await Expect(before).ToContainTextAsync("Frågan har ändrats");
        await before.GetByRole(AriaRole.Link, new() { Name = "Koden i omgång 2023" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/arbete/2023/kod/rus-reviderar$"));
        await page.GoBackAsync();
        await page.LooksRight();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_on_the_requirement_is_the_same_beside_the_answer_and_in_the_reading_room(bool hasScript)
    {
        var page = await chromium.Open(_site, await Work.Halland(_site), Public.Browser(hasScript));
        var notes = page.Locator("section[aria-label='Anteckningar om kravet']");
        await notes.GetByText("Skriv en anteckning").ClickAsync();
        await notes.GetByRole(AriaRole.Textbox, new() { Name = "Anteckningar om kravet" }).FillAsync("Frågan är bred.");
        await notes.GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" }).ClickAsync();
        await Expect(notes).ToContainTextAsync("Frågan är bred.");

        await page.GotoAsync($"{Work.Root}/lasrum/krav/miljo-genomforande");
        var room = page.Locator(".ls-noter");
        await Expect(room).ToContainTextAsync("Frågan är bred.");
        await room.GetByText("Ändra anteckningen").ClickAsync();
        await room.GetByLabel("Din anteckning").FillAsync("");
        await room.Locator("details[open]")
            .GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" })
            .ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du tog bort en anteckning.");
        await Expect(room).Not.ToContainTextAsync("Frågan är bred.");
        await page.Locator("#besked").GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du ångrade att du tog bort en anteckning.");
        await Expect(room).ToContainTextAsync("Frågan är bred.");
    }
}
