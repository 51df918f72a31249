using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>Two experts judge strategies by a form without seeing each other, and what they come to is counted in the report.</summary>
public sealed class AssessmentTests(Chromium chromium) : IAsyncLifetime
{
    private const string Forms = "/arbete/rus-2026/bedomning";
    private const string Form = $"{Forms}/prov-av-mal";
    private const string Own = "A. Mål\na1. Finns mål?\na2. Finns ansvar?\na3. Vad saknas? (fritext)";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Two_judge_blind_differ_settle_and_count_in_the_report()
    {
        var page = await chromium.Open(_site, Forms);
        await page.LooksRight();
        await AddForm(page);
        await page.LooksRight();
        await HandOut(page);
        var expert = await chromium.Open(_site, "/bedomning", account: "sakkunnig");
        var other = await chromium.Open(_site, "/bedomning", Work.WithoutScript, "analytiker2");
        await expert.LooksRight();

        // With script: words that are marked in the text become evidence.
        await expert.Locator(".bed-ko a").First.ClickAsync();
        await expert.GetByRole(AriaRole.Button, new() { Name = "Spara och lämna in" }).ClickAsync();
        await Expect(expert.GetByRole(AriaRole.Alert)).ToContainTextAsync("Frågorna a1, a2 och a3 är inte besvarade.");
        await expert.LooksRight();
        await expert.Locator("#f-a1").GetByLabel("2 Ja").CheckAsync();
        await expert.Locator("#f-a1").GetByRole(AriaRole.Button, new() { Name = "Ta med markerade ord" }).ClickAsync();
        await Expect(expert.Locator("#osparat")).ToContainTextAsync("Markera först orden i dokumentet.");
        await expert.Locator(".bed-text p").Nth(2).SelectTextAsync();
        await expert.Locator("#f-a1").GetByRole(AriaRole.Button, new() { Name = "Ta med markerade ord" }).ClickAsync();
        await Expect(expert.Locator("#b-a1")).ToHaveValueAsync(new Regex(@"\S"));
        await Expect(expert.Locator("#osparat")).ToContainTextAsync("Du har osparade svar.");
        await expert.Locator("#f-a2").GetByLabel("0 Nej").CheckAsync();
        await expert.Locator("#t-a3").FillAsync("Årtal.");
        await expert.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(expert.Locator("#besked")).ToContainTextAsync("Svaren är sparade.");
        await expert.LooksRight();
        await expert.GetByRole(AriaRole.Button, new() { Name = "Spara och lämna in" }).ClickAsync();
        await Expect(expert.Locator("#besked")).ToContainTextAsync("Bedömningen är inlämnad.");
        await expert.LooksRight();

        // Nothing of it is seen by the other, nor by whoever handed out.
        await page.GotoAsync(Form);
        await Expect(page.Locator(".bed-rut tbody tr").First.Locator("td").First).ToContainTextAsync("·");
        await Judge(other, "1 Delvis");
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("står inte i dokumentet");
        await Expect(other.Locator("#b-a1")).ToHaveValueAsync("ord som inte står där");
        await Expect(other.Locator("#f-a1").GetByLabel("1 Delvis")).ToBeCheckedAsync();
        await other.Locator("#b-a1").FillAsync(await other.Locator(".bed-text p").Nth(2).InnerTextAsync());
        await other.GetByRole(AriaRole.Button, new() { Name = "Spara och lämna in" }).ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("Bedömningen är inlämnad.");

        await expert.GotoAsync("/bedomning/prov-av-mal/skillnader?omgang=rus-2026");
        var difference = Assert.Single(await expert.Locator(".skillnad").AllAsync());
        await Expect(difference).ToContainTextAsync("a1 Finns mål?");
        await expert.LooksRight();
        await difference.GetByLabel("2 Ja").CheckAsync();
        await difference.GetByLabel("Skäl").FillAsync("Målet har ett årtal.");
        await difference.GetByRole(AriaRole.Button, new() { Name = "Vi är överens: spara" }).ClickAsync();
        await Expect(expert.Locator("#besked")).ToContainTextAsync("Alla skillnader är jämkade.");
        await Expect(expert.Locator(".skillnad")).ToContainTextAsync("överens, antecknat av Sakkunnig, provkonto");

        await page.ReloadAsync();
        await Expect(page.Locator(".bed-rut tbody tr").First.Locator("td").First).ToHaveTextAsync("2");
        await page.LooksRight();
        await page.Locator(".bed-rakna summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gör en kod av fråga a1" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Koden finns nu i kodschemat");
        await page.GotoAsync("/arbete/rus-2026/kod/finns-mal");
        await Expect(page.Locator(".tal")).ToContainTextAsync("En av 1 säger det");
        await Expect(page.GetByText("är inte bedömda än, så antalet kan öka.")).ToBeVisibleAsync();
        await Expect(page.Locator(".ord")).ToContainTextAsync("Finns mål? 2 Ja, jämkat.");
        await page.LooksRight();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_is_taken_along_to_a_later_round_and_what_it_comes_to_is_compared(bool hasScript)
    {
        var page = await chromium.Open(_site, "/arbete/2023/dokument", Public.Browser(hasScript), SignedIn.Analyst);
        await page.GetByLabel("Fil")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "strategi.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes(
                        "Länets strategi\n\nVarje kommun ska ha en plan.\n\nMålet ska nås före 2030.\n\nDet följs upp varje år."
                    ),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();
        await page.GetByLabel("Titel").FillAsync("Strategi för Blekinge, tidigare");
        await page.GetByLabel("Län som").SelectOptionAsync("Blekinge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till dokumentet" }).ClickAsync();
        await page.GotoAsync("/arbete/2023/bedomning");
        await AddForm(page);
        await JudgeBoth("2023", "1 Delvis");

        await page.GotoAsync(Forms);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta med Prov av mål" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Bedömningsmallen är tillagd.");
        await JudgeBoth("rus-2026", "2 Ja");

        await page.GotoAsync(Form);
        var cell = page.Locator(".bed-rut tbody tr").First.Locator("td").First;
        await Expect(cell).ToContainTextAsync("2");
        await Expect(cell).ToContainTextAsync("(1 i Regionalt utvecklingsarbete 2023)");
        if (hasScript)
        {
            await page.LooksRight();
        }

        async Task JudgeBoth(string round, string level)
        {
            await page.GotoAsync($"/arbete/{round}/bedomning/prov-av-mal");
            await page.GetByLabel("Sakkunnig, provkonto").CheckAsync();
            await page.GetByLabel("Analytiker två, provkonto").CheckAsync();
            await page.Locator(".bed-val label", new() { HasText = "Blekinge:" })
                .GetByRole(AriaRole.Checkbox)
                .CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Dela ut" }).ClickAsync();
            await Expect(page.Locator("#besked")).ToContainTextAsync("Dokumenten är utdelade.");
            foreach (var account in (string[])["sakkunnig", "analytiker2"])
            {
                var expert = await chromium.Open(_site, "/bedomning/prov-av-mal", Public.Browser(hasScript), account);
                await expert.Locator(".bed-ko a").First.ClickAsync();
                await expert.Locator("#f-a1").GetByLabel(level).CheckAsync();
                await expert.Locator("#b-a1").FillAsync(await expert.Locator(".bed-text p").Nth(2).InnerTextAsync());
                await expert.Locator("#f-a2").GetByLabel("0 Nej").CheckAsync();
                await expert.Locator("#t-a3").FillAsync("Årtal.");
                await expert.GetByRole(AriaRole.Button, new() { Name = "Spara och lämna in" }).ClickAsync();
                await Expect(expert.Locator("#besked")).ToContainTextAsync("Bedömningen är inlämnad.");
            }
        }
    }

    [Fact]
    public async Task A_form_is_written_as_text_and_what_is_wrong_in_it_is_named()
    {
        var page = await chromium.Open(_site, Forms, Work.WithoutScript);
        await page.Locator("details.kort summary").ClickAsync();
        await page.GetByLabel("Namn").FillAsync("Prov av mål");
        await page.GetByLabel("Frågor").FillAsync("a1. Finns mål?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Frågorna, rad 1: Frågan står före den första gruppen.");
        await Expect(page.GetByLabel("Frågor")).ToHaveValueAsync("a1. Finns mål?");

        await page.GetByLabel("Frågor").FillAsync(Own);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Bedömningsmallen är tillagd.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra mallen" }).ClickAsync();
        await page.GetByLabel("Syfte").FillAsync("Om målen går att pröva.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Bedömningsmallen är ändrad.");
        await HandOut(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ny mall av den här" }).ClickAsync();
        await Expect(page.GetByText("Mallen är utdelad, och frågorna kan inte ändras.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_answers_to_a_question_become_a_draft_of_its_chapter_before_its_summary()
    {
        var page = await chromium.Open(_site, "/arbete/rus-2026/upplagg");
        await page.GetByLabel("Sammanställning av strategier").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja" }).ClickAsync();
        await page.GotoAsync("/arbete/rus-2026/kapitel/status?visa=redigera");

        await page.GetByRole(AriaRole.Button, new() { Name = "Utkast ur kodningen" }).ClickAsync();

        await Expect(page.Locator("#text"))
            .ToHaveValueAsync(new Regex(@"- \{\{status-antagen-2025\}\}: Antog en ny strategi 2025\."));
        await Expect(page.Locator(".paper")).ToContainTextAsync("Sju regioner");
        await page.LooksRight();
        await page.GotoAsync("/arbete/rus-2026/kapitel/uppfoljning?visa=redigera");
        await page.GetByRole(AriaRole.Button, new() { Name = "Utkast ur kodningen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Det finns inget att göra ett utkast av");
    }

    private static async Task AddForm(IPage page)
    {
        await page.Locator("details.kort summary").ClickAsync();
        await page.GetByLabel("Namn").FillAsync("Prov av mål");
        await page.GetByLabel("Frågor").FillAsync(Own);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Bedömningsmallen är tillagd.");
    }

    private static async Task HandOut(IPage page)
    {
        await page.GetByLabel("Sakkunnig, provkonto").CheckAsync();
        await page.GetByLabel("Analytiker två, provkonto").CheckAsync();
        await page.Locator(".bed-val label", new() { HasText = "Blekinge:" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.Locator(".bed-val label", new() { HasText = "Dalarna:" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dela ut" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Dokumenten är utdelade.");
    }

    private static async Task Judge(IPage page, string first)
    {
        await page.GotoAsync("/bedomning/prov-av-mal");
        await page.Locator(".bed-ko a").First.ClickAsync();
        await page.Locator("#f-a1").GetByLabel(first).CheckAsync();
        await page.Locator("#b-a1").FillAsync("ord som inte står där");
        await page.Locator("#f-a2").GetByLabel("0 Nej").CheckAsync();
        await page.Locator("#t-a3").FillAsync("Ansvar.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och lämna in" }).ClickAsync();
    }
}
