using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Compile;

public sealed class ChapterEditorTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private const string Added = "\n\nI förhandsgranskningen nämns {{miljo-energi}} och {{finns-inte}}.\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_preview_shows_numbers_and_alarms_and_saves_nothing(bool hasScript)
    {
        var page = await chromium.Open(_site, Work.Editor, new() { JavaScriptEnabled = hasScript });
        var text = page.GetByLabel("Kapitlets text");
        var before = await text.InputValueAsync();
        await text.FillAsync(before.TrimEnd() + Added);
        await Button(page, "Förhandsgranska").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Förhandsgranskning" })).ToBeVisibleAsync();
        await Expect(page.Locator(".paper")).ToContainTextAsync("I förhandsgranskningen nämns 15 regioner");
        await Expect(page.Locator(".paper .al.stop")).ToContainTextAsync("Koden ”finns-inte” finns inte i kodschemat.");
        await Expect(text).ToHaveValueAsync(before.TrimEnd() + Added);
        page = await chromium.Open(_site, Work.Editor);
        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync(before);
    }

    [Fact]
    public async Task A_saved_chapter_is_shown_as_changed_and_can_be_changed_back()
    {
        var page = await chromium.Open(_site, Work.Editor, Work.WithoutScript);
        var before = await page.GetByLabel("Kapitlets text").InputValueAsync();
        await Save(page, before.TrimEnd() + "\n\nDessutom nämner {{miljo-elnat}} elnätet.\n");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Sparat.");
        await Expect(page.Locator(".insp")).ToContainTextAsync("Ett påstående är ändrat, och texten omkring.");
        await Expect(page.Locator(".chg")).ToContainTextAsync("Elnätsutbyggnad");

        await page.GotoAsync(Work.Editor);
        await Save(page, before);
        await Expect(page.Locator(".insp")).ToContainTextAsync("Inget. Kapitlet är ord för ord som i utgåvan.");
    }

    [Fact]
    public async Task Two_who_save_the_same_chapter_both_keep_their_words()
    {
        var one = await chromium.Open(_site, Work.Editor);
        var other = await chromium.Open(_site, Work.Editor);
        var before = await one.GetByLabel("Kapitlets text").InputValueAsync();
        await Save(one, before + "\nDen enas ord.\n");
        await Save(other, before + "\nDen andras ord.\n");

        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon annan har sparat kapitlet");
        await Expect(other.GetByLabel("Deras text, sparad")).ToHaveValueAsync(EndsWith("Den enas ord."));
        await Expect(other.GetByLabel("Din text, inte sparad")).ToHaveValueAsync(EndsWith("Den andras ord."));

        await other.GetByLabel("Din text, inte sparad").FillAsync(before);
        await Button(other, "Spara").ClickAsync();
        await Expect(other.Locator("#besked")).ToContainTextAsync("Sparat.");
    }

    [Fact]
    public async Task An_authors_own_words_stand_when_another_code_is_put_to_the_claim()
    {
        var page = await chromium.Open(_site, Work.Editor);
        var text = page.GetByLabel("Kapitlets text");
        await text.FillAsync("{{miljo-energi|”merparten, av regionerna”, utan not}}");
        await text.PressAsync("Home");
        await text.PressAsync("ArrowRight");
        await text.PressAsync("ArrowRight");
        await text.PressAsync("ArrowRight");
        await text.PressAsync("Control+K");
        await page.Locator("#pastaende-sok").FillAsync("miljo-elnat");
        await Expect(page.Locator("#pastaende-koder [role=option]:visible")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync("{{miljo-energi och miljo-elnat|”merparten, av regionerna”, utan not}}");
    }

    [Fact]
    public async Task A_marker_is_found_in_the_whole_codebook_while_the_text_is_kept()
    {
        var page = await chromium.Open(_site, Work.Editor, Work.WithoutScript);
        await page.GetByLabel("Kapitlets text").FillAsync("# Miljö och klimat\n\nHalvskrivet.\n");
        await page.GetByLabel("Sök kod eller insats").FillAsync("boendemiljö");
        await Button(page, "Sök").ClickAsync();

        await Expect(page.Locator(".markers > .marklist")).ToContainTextAsync("{{boende-boendemiljoer}}");
        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync("# Miljö och klimat\n\nHalvskrivet.\n");
    }

    [Fact]
    public async Task A_marker_is_put_in_where_the_author_writes()
    {
        var page = await chromium.Open(_site, Work.Editor);
        await page.GetByLabel("Kapitlets text").FillAsync("Nu skriver ");
        await page.GetByLabel("Sök kod eller insats").FillAsync("vatten och kust");
        await Expect(page.Locator(".marklist li:visible")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Infoga {{miljo-vatten-kust}}" }).ClickAsync();

        await Expect(page.GetByLabel("Kapitlets text")).ToHaveValueAsync("Nu skriver {{miljo-vatten-kust}}");
    }

    [Fact]
    public async Task A_table_and_figures_are_put_in_shown_and_published_with_the_way_to_their_words()
    {
        var page = await chromium.Open(_site, Work.Editor);
        var text = page.GetByLabel("Kapitlets text");
        var before = await text.InputValueAsync();
        await text.FillAsync(before.TrimEnd() + "\n\n");
        await text.PressAsync("Control+End");
        await page.GetByText("Tabeller och figurer", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Infoga {{tabell g-miljo-arbete}}" }).ClickAsync();
        await text.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(
            "\n\n{{figur staplar miljo-energi miljo-elnat|Energi}}\n\n{{figur karta miljo-effektbrist}}\n"
        );
        await Button(page, "Spara").ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Sparat.");
        var shown = page.Locator(".s-exhibit");
        await Expect(shown).ToHaveCountAsync(3);
        await Expect(shown.Locator("figcaption").Nth(1)).ToHaveTextAsync("Figur 1. Energi");
        await Expect(shown.Nth(1).GetByRole(AriaRole.Row).Nth(1).Locator("meter")).ToHaveAttributeAsync("value", "15");
        await Expect(shown.Nth(2).GetByRole(AriaRole.Img, new() { Name = "Markerade: " })).ToBeVisibleAsync();
        await page.LooksRight();
        await shown.Nth(0).Locator("tbody a").First.HoverAsync();
        await Expect(page.Locator("#ord-kort")).ToBeVisibleAsync();

        await page.GotoAsync(Work.Publishing);
        await Button(page, "Publicera ny utgåva").ClickAsync();
        await page.GotoAsync("/rapport/2023/miljo");
        await page.LooksRight();
        await page.Locator(".s-exhibit")
            .Nth(1)
            .GetByRole(AriaRole.Link, new() { Name = "15", Exact = true })
            .ClickAsync();
        await Expect(page.Locator(".s-exhibit [aria-current=true]")).ToHaveTextAsync("15");
        await page.LooksRight();
    }

    [Fact]
    public async Task Claims_are_put_in_and_joined_by_keys_alone()
    {
        var page = await chromium.Open(_site, Work.Editor);
        var text = page.GetByLabel("Kapitlets text");
        await text.FillAsync("# Miljö och klimat\n\n");
        await text.PressAsync("Control+End");
        await text.PressAsync("Control+k");
        var codes = page.GetByRole(AriaRole.Listbox, new() { Name = "Koder" }).GetByRole(AriaRole.Option);
        await Expect(codes.First).ToContainTextAsync("Miljö och klimat");
        await page.Keyboard.TypeAsync("effektbrist");
        await Expect(codes).ToHaveCountAsync(1);
        await Expect(page.Locator("#pastaende-visa")).ToContainTextAsync("Sex regioner");
        await page.LooksRight();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(" nämner det.");
        await Expect(text).ToHaveValueAsync("# Miljö och klimat\n\n{{miljo-effektbrist}} nämner det.");

        // Inside the marker the next code is counted together with it.
        await text.EvaluateAsync("text => text.setSelectionRange(25, 25)");
        await text.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("energifrågor");
        await Expect(codes).ToHaveCountAsync(1);
        await page.GetByLabel("Påståendet som du står i").SelectOptionAsync("och inte");
        await page.GetByLabel("Utan fotnot").CheckAsync();
        await Expect(page.Locator("#pastaende-visa")).Not.ToContainTextAsync("Sex regioner");
        await page.GetByLabel("Sök en kod", new() { Exact = true }).PressAsync("Enter");
        const string Joined = "{{miljo-effektbrist och inte miljo-energi|utan not}}";
        await Expect(text).ToHaveValueAsync($"# Miljö och klimat\n\n{Joined} nämner det.");
        await text.PressAsync("Control+z");
        await Expect(text).ToHaveValueAsync("# Miljö och klimat\n\n{{miljo-effektbrist}} nämner det.");
    }

    [Fact]
    public async Task A_quotation_is_written_out_shortened_and_held_to_the_words()
    {
        var page = await chromium.Open(_site, Work.Editor);
        var text = page.GetByLabel("Kapitlets text");
        await text.FillAsync("# Miljö och klimat\n");
        await text.PressAsync("Control+End");
        await text.PressAsync("Control+Shift+K");
        var passages = page.GetByRole(AriaRole.Listbox, new() { Name = "Textställen" }).GetByRole(AriaRole.Option);
        await page.Keyboard.TypeAsync("västmanland effektbrist");
        await Expect(passages).ToHaveCountAsync(1);
        await page.LooksRight();
        await page.GetByLabel("Skriv ut orden").CheckAsync();
        await page.GetByLabel("Sök region, kod eller ord").PressAsync("Enter");
        await Expect(text)
            .ToHaveValueAsync(
                new System.Text.RegularExpressions.Regex(
                    @"^# Miljö och klimat\n\n> \{\{citat miljo-effektbrist 19\|[^|{}]+\}\}\n\n$"
                )
            );
        var words = (await text.InputValueAsync()).Split('|')[1].Split('}')[0].Split(' ');

        await Preview($"{words[0]} […] {words[^1]}");
        await Expect(page.Locator(".paper .s-passage")).ToContainTextAsync($"{words[0]} […] {words[^1]}");
        await Preview($"{words[0]} {words[^1]}");
        await Expect(page.Locator(".paper .al.stop")).ToContainTextAsync("stämmer inte ord för ord");

        async Task Preview(string quote)
        {
            await text.FillAsync($"# Miljö och klimat\n\n> {{{{citat miljo-effektbrist 19|{quote}}}}}\n");
            await Button(page, "Förhandsgranska").ClickAsync();
        }
    }

    [Fact]
    public async Task The_quotation_that_is_chosen_is_the_one_that_is_put_in()
    {
        var coding = await chromium.Open(_site, await Work.Halland(_site), Work.WithoutScript);
        var sentences = coding.Locator("#svaret p[data-start]");
        foreach (var words in (string[])[await sentences.First.InnerTextAsync(), await sentences.Last.InnerTextAsync()])
        {
            await coding.GetByLabel("Ord ur svaret").FillAsync(words.Trim());
            await coding.Locator("#kod").SelectOptionAsync("miljo-effektbrist");
            await coding.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
            await Expect(coding.Locator("#besked")).ToContainTextAsync("Halland har fått koden");
        }

        var page = await chromium.Open(_site, Work.Editor);
        var text = page.GetByLabel("Kapitlets text");
        await text.FillAsync("# Miljö och klimat\n");
        await text.PressAsync("Control+End");
        await text.PressAsync("Control+Shift+K");
        var passages = page.GetByRole(AriaRole.Listbox, new() { Name = "Textställen" }).GetByRole(AriaRole.Option);
        await page.Keyboard.TypeAsync("halland effektbrist");
        await Expect(passages).ToHaveCountAsync(2);
        var second = (await passages.Nth(1).Locator(".ord").TextContentAsync())!;
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Button(page, "Förhandsgranska").ClickAsync();
        await Expect(page.Locator(".paper .s-passage .s-voice")).ToHaveTextAsync(second);
        await Expect(page.Locator(".paper .al.stop")).ToHaveCountAsync(0);
    }

    private static System.Text.RegularExpressions.Regex EndsWith(string words) =>
        new(words.Replace(".", "\\.") + "\\s*$");

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task Save(IPage page, string text)
    {
        await page.GetByLabel("Kapitlets text").FillAsync(text);
        await Button(page, "Spara").ClickAsync();
    }
}
