using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

/// <summary>
/// A chapter's whole way: ten claims written from nothing by keys alone, a coding changed behind one, the alarm handled, an expert's
/// signature, a region's objection and the answer to it, a new edition, and the brief on paper.
/// </summary>
public sealed class TenClaimsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Changed = "miljo-effektbrist";

    private static readonly string[] Codes =
    [
        "miljo-foretagsstod",
        "miljo-cirkulara-ramprojekt",
        "miljo-robust-energi",
        Changed,
        "miljo-elnat",
        "miljo-laddinfrastruktur",
        "miljo-hallbara-transporter",
        "miljo-skogsprogram",
        "miljo-bioekonomi",
        "miljo-vatten-kust",
    ];

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_chapter_goes_from_nothing_to_a_printed_brief()
    {
        var analyst = await chromium.Open(_site, Work.Editor);
        await WriteTenClaims(analyst);
        await Expect(analyst.Locator(".paper .s-claim")).ToHaveCountAsync(11);
        await Expect(analyst.Locator($"#kod-{Changed}")).ToHaveTextAsync("Sex regioner");
        await Expect(analyst.Locator("#larm + p")).ToContainTextAsync("Inga.");
        await analyst.LooksRight();

        await Give(Changed); // the open chapter follows by itself
        await Expect(analyst.Locator($"#kod-{Changed} ins")).ToHaveTextAsync("Sju regioner");
        await Press(analyst, analyst.Locator(".andrad").GetByRole(AriaRole.Button, new() { Name = "Godta" }));
        await Expect(analyst.Locator("#larm + p")).ToContainTextAsync("Inga.");

        await Sign(analyst);
        await Contest(analyst);
        await Publish(analyst);
        await PrintsBriefs();
    }

    /// <summary>The claims, each in a sentence of its own, and a summary of one of them; not once with the mouse.</summary>
    private static async Task WriteTenClaims(IPage page)
    {
        var text = page.GetByLabel("Kapitlets text");
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("# Miljö och klimat\n\n");
        foreach (var code in Codes)
        {
            await PutIn(page, code);
            await page.Keyboard.InsertTextAsync(" skriver om det.\n\n");
        }

        await page.Keyboard.InsertTextAsync("## Sammanfattning\n\n");
        await PutIn(page, Codes[0]);
        await page.Keyboard.InsertTextAsync(" skriver om företagsstöd.\n");
        await Press(page, page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }));
        await Expect(page.Locator("#besked")).ToContainTextAsync("Sparat.");
    }

    private static async Task PutIn(IPage page, string code)
    {
        await page.Keyboard.PressAsync("Control+K");
        await Expect(page.Locator("#pastaende-sok")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync(code);
        await Expect(page.Locator("#pastaende-koder [role=option]:visible")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#pastaende")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Kapitlets text")).ToBeFocusedAsync();
    }

    /// <summary>Gives Halland a code for the first sentence of its answer.</summary>
    private async Task Give(string code)
    {
        var page = await chromium.Open(_site, await Work.Halland(_site), Work.WithoutScript);
        await page.GetByLabel("Ord ur svaret")
            .FillAsync((await page.Locator("#svaret p[data-start]").First.InnerTextAsync()).Trim());
        await page.Locator("#kod").SelectOptionAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Halland har fått koden");
    }

    private async Task Sign(IPage analyst)
    {
        await analyst.GotoAsync($"{Work.Chapter}/granskning");
        await Press(analyst, analyst.GetByText("Be någon granska"));
        await Press(analyst, analyst.GetByRole(AriaRole.Button, new() { Name = "Skicka förfrågan" }));
        await Expect(analyst.Locator("#besked")).ToContainTextAsync("Förfrågan är sparad");
        var expert = await chromium.Open(_site, $"{Work.Chapter}/granskning", account: "sakkunnig");
        await Press(expert, expert.GetByRole(AriaRole.Button, new() { Name = "Signera kapitlet" }));
        await Expect(expert.Locator("#besked")).ToContainTextAsync("Kapitlet är signerat");
    }

    private async Task Contest(IPage analyst)
    {
        await analyst.GotoAsync($"{Work.Root}/faktagranskning");
        var day = DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await analyst.GetByLabel("Sista dag").FillAsync(day);
        await Press(analyst, analyst.GetByRole(AriaRole.Button, new() { Name = "Skicka ut faktagranskningen" }));
        await Expect(analyst.Locator("#besked")).ToContainTextAsync("Faktagranskningen är utskickad");

        var region = await chromium.Open(_site, "/faktagranska/2023/13/miljo");
        var statement = region.Locator(".pastaenden > li", new() { HasText = "Sju regioner skriver om det." });
        await statement.GetByLabel("Inget svar än").FocusAsync();
        await region.Keyboard.PressAsync("ArrowDown");
        await region.Keyboard.PressAsync("ArrowDown");
        await statement.GetByLabel("Vad är fel?").FocusAsync();
        await region.Keyboard.InsertTextAsync("Vi skriver om elnätet, inte om brist.");
        await Press(region, region.GetByRole(AriaRole.Button, new() { Name = "Spara svaren" }));
        await Expect(region.Locator("#besked")).ToContainTextAsync("Sparat");

        await analyst.GotoAsync(Work.Publishing);
        await Expect(analyst.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" })).ToBeDisabledAsync();
        await analyst.GotoAsync($"{Work.Root}/faktagranskning");
        await analyst.GetByLabel("Svar till Region Halland").FocusAsync();
        await analyst.Keyboard.InsertTextAsync("Meningen om brist står i svarets första stycke.");
        await analyst.GetByLabel("Texten står kvar").FocusAsync();
        await analyst.Keyboard.PressAsync("Space");
        await Press(analyst, analyst.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }));
        await Expect(analyst.Locator("#besked")).ToContainTextAsync("Svaret är sparat");
    }

    private static async Task Publish(IPage analyst)
    {
        await analyst.GotoAsync(Work.Publishing);
        await Press(analyst, analyst.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" }));
        await Expect(analyst.Locator("#besked")).ToContainTextAsync("Utgåva 2");
    }

    /// <summary>Each region's brief and each chapter's is at most two pages of A4, and the chapter's has what was written.</summary>
    private async Task PrintsBriefs()
    {
        var reader = await chromium.Open(_site, "/lan/13/i-korthet");
        await reader.Draw("guide-korthet.png", reader.Locator(".brief-head"), 20, 900);
        var printed = await Print(reader);
        Assert.Contains("Region Halland", printed, StringComparison.Ordinal);
        Assert.Contains("utgåva 2", printed, StringComparison.Ordinal);
        foreach (var path in (string[])["/lan/08/i-korthet", "/rapport/2023/kompetens/i-korthet"])
        {
            await reader.GotoAsync(path);
            await Print(reader);
        }

        await reader.GotoAsync("/rapport/2023/miljo/i-korthet");
        await Expect(reader.Locator(".brief")).ToContainTextAsync("El- och effektbrist. Sju regioner");
        Assert.Contains("Sju regioner", await Print(reader), StringComparison.Ordinal);
        await reader.LooksRight();
    }

    private static async Task<string> Print(IPage page)
    {
        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.InRange(pdf.NumberOfPages, 1, 2);
        return string.Join(' ', pdf.GetPages().SelectMany(one => one.GetWords()).Select(word => word.Text));
    }

    private static async Task Press(IPage page, ILocator what)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
