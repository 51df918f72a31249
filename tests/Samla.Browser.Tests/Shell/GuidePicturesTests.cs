using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Shell;

/// <summary>
/// Goes the way that docs/guide/fran-svar-till-siffra.md describes, step by step, and draws its pictures.
/// </summary>
public sealed class GuidePicturesTests(Chromium chromium)
{
    private const string Sentence = "Könsuppdelad statistik tar vi fram tillsammans med länsstyrelsen.";
    private const string Summary =
        "{{jamstalldhet-gemensam-statistik|utan not}} tar fram könsuppdelad statistik ihop med länsstyrelsen.";

    [Fact]
    public async Task From_an_answer_to_the_printed_number()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var page = await Open(site, "/arbete/2023/kodning");
        var before = await CodingsOfKronoberg(page);

        await Answer(await Open(site, "/redovisa/2023/07"));
        await Code(page, before);
        await Write(page);
        await Publish(page);
        await Read(page);
    }

    private Task<IPage> Open(Site site, string path) => chromium.Open(site, path, GuidePicture.Browser());

    private static async Task Answer(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "9.1 Genomförande" }).ClickAsync();
        var box = page.GetByLabel("Ert svar på 9.1 Genomförande");
        var text = await box.InputValueAsync();
        await box.FillAsync(
            text.Replace("Inom ramen för uppdraget", $"{Sentence} Inom ramen för uppdraget", StringComparison.Ordinal)
        );
        var answer = page.Locator("#jamstalldhet-genomforande");
        await Expect(answer.Locator(".antal")).Not.ToHaveTextAsync($"{text.Length}");
        await Expect(answer.Locator(".inlamnat")).ToBeVisibleAsync();
        await Expect(answer.Locator(".lage")).ToContainTextAsync("Sparat");
        await box.EvaluateAsync("box => { box.scrollTop = box.scrollHeight; }");
        await page.Draw("guide-svar.png", box, 90, 740);

        await page.GetByRole(AriaRole.Link, new() { Name = "Alla avsnitt", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kontrollera och lämna in" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Ett svar är ändrat sedan version 1");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Beslut fattas senare" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        await Expect(page.Locator(".kvitto")).ToContainTextAsync("version 2 togs emot");
        await page.Draw("guide-kvitto.png", page.Locator("body"), 0, 530);
    }

    private static async Task Code(IPage page, IReadOnlyList<(string Code, string Words)> before)
    {
        await OpenKronoberg(page);
        // The words of these stand once in the new answer too, so their codes have moved there.
        var rows = page.Locator(".kl ol > li");
        await Expect(rows).ToHaveCountAsync(before.Count);
        foreach (var (code, words) in before)
        {
            await Expect(rows.Filter(new() { HasText = code }).Filter(new() { HasText = words }))
                .Not.ToHaveCountAsync(0);
        }

        await Give(page, "Könsuppdelad statistik", Sentence);
        await Expect(page.Locator("#besked")).ToContainTextAsync("Två → tre regioner: Könsuppdelad statistik");
        await page.Draw("guide-kodning.png", page.Locator("body"), 0, 720);

        await page.GetByRole(AriaRole.Button, new() { Name = "Markera som läst" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Svaret är markerat som läst.");
    }

    private static async Task Write(IPage page)
    {
        await page.GotoAsync("/arbete/2023/kapitel");
        await page.GetByRole(AriaRole.Link, new() { Name = "9 Jämställdhet" }).ClickAsync();
        await Expect(page.Locator(".insp"))
            .ToContainTextAsync("Ett påstående är ändrat. Texten omkring är som den var.");
        var claim = page.Locator("#kod-jamstalldhet-gemensam-statistik");
        await Expect(claim).ToContainTextAsync("tre regioner");
        await page.Locator("#kod-jamstalldhet-gemensam-statistik + details summary").ClickAsync();
        await Expect(page.Locator("#kod-jamstalldhet-gemensam-statistik + details")).ToContainTextAsync("Kronoberg");
        await page.Draw("guide-kapitel.png", claim, 330, 640);

        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.GetByRole(AriaRole.Link, new() { Name = "Redigera" }).ClickAsync();
        var box = page.GetByLabel("Kapitlets text");
        await box.FillAsync($"{(await box.InputValueAsync()).TrimEnd()} {Summary}\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }).ClickAsync();
        await Expect(page.Locator(".paper .s-p").Last)
            .ToContainTextAsync("Tre regioner tar fram könsuppdelad statistik");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Sparat.");
    }

    private static async Task Publish(IPage page)
    {
        await page.GotoAsync("/arbete/2023/avvikelser");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "9 Jämställdhet" })).ToHaveCountAsync(0);
        await page.GotoAsync("/arbete/2023/publicering");
        await Expect(page.Locator("main")).ToContainTextAsync("Inget hindrar publicering");
        await page.Draw("guide-publicering.png", page.Locator("body"), 0, 620);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Utgåva 2 är publicerad.");
    }

    private static async Task Read(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Läs den som läsarna ser den" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Utgåva 2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jämställdhet", Exact = true }).First.ClickAsync();
        var sentence = page.Locator(".s-p", new() { HasText = "Könsuppdelad statistik är ett annat" });
        await sentence.Locator("a.s-claim", new() { HasText = "tre regioner" }).ClickAsync();
        var trace = page.Locator(".s-trace");
        await Expect(trace).ToContainTextAsync(Sentence);
        await page.Draw("guide-rapport.png", trace, 60, 790, left: 280);

        await trace.GetByRole(AriaRole.Link, new() { Name = "Hela svaret från Kronoberg" }).ClickAsync();
        var words = page.Locator("#svar-jamstalldhet-genomforande mark");
        await Expect(words).ToHaveTextAsync(Sentence);
        await page.Draw("guide-lan.png", page.Locator("#svar-jamstalldhet-genomforande"), 20, 470);
    }

    private static async Task<IReadOnlyList<(string Code, string Words)>> CodingsOfKronoberg(IPage page)
    {
        await OpenKronoberg(page);
        List<(string, string)> found = [];
        foreach (var coding in await page.Locator(".kl li").AllAsync())
        {
            found.Add(
                (await coding.Locator("b").InnerTextAsync(), await coding.Locator(".s-voice").TextContentAsync() ?? "")
            );
        }

        return found;
    }

    private static async Task OpenKronoberg(IPage page)
    {
        await page.GotoAsync("/arbete/2023/kodning");
        await page.Locator("section[aria-labelledby=a-jamstalldhet] a").First.ClickAsync();
        await page.Locator(".pk").GetByRole(AriaRole.Link, new() { Name = "Kronoberg" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Kronoberg");
        await page.IsLoaded();
    }

    private static async Task Give(IPage page, string code, string words)
    {
        await page.GetByLabel("Ord ur svaret").FillAsync(words);
        await page.GetByLabel("Kod", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = code });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync($"”{code}”");
    }
}
