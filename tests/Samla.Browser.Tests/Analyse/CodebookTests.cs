using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed partial class CodebookTests(Chromium chromium) : IAsyncLifetime
{
    private const string Codebook = $"{Work.Root}/kodschema";
    private const string Revises = $"{Work.Root}/kod/rus-reviderar";
    private const string Implements = $"{Work.Root}/kod/rus-genomfor";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_code_is_added_changed_and_moved_and_all_of_it_undone(bool hasScript)
    {
        var page = await Open($"{Codebook}?i=g-rus-lage", hasScript);
        await page.GetByLabel("Namn").FillAsync("Åtgärder på ön");
        await page.GetByLabel("Definition").FillAsync("Svaret nämner åtgärder på en ö.");
        await page.GetByLabel("Ges inte till").FillAsync("Färjor.");
        await Press(page, "Lägg till");
        await Expect(Notice(page)).ToContainTextAsync("Du lade till koden ”Åtgärder på ön”.");
        await Expect(page.Locator("#kod-g-rus-lage .kodrad").Last).ToContainTextAsync("Åtgärder på ön");
        await page.Draw("guide-kodschema.png", page.Locator("#kod-g-rus-lage"), 140, 640);
        await Notice(page).GetByRole(AriaRole.Link, new() { Name = "Öppna Åtgärder på ön" }).ClickAsync();
        await Expect(page.Locator(".kodregler")).ToContainTextAsync("Färjor.");

        await Tool(page, "Ändra orden").ClickAsync();
        await page.Locator("#redigera").GetByLabel("Namn").FillAsync("Åtgärder på öarna");
        await Press(page, "Spara orden");
        await Expect(Notice(page)).ToContainTextAsync("Du ändrade koden ”Åtgärder på öarna”.");
        await Expect(page.Locator(".kodregler div").Last).ToHaveTextAsync("Version2");

        await Tool(page, "Flytta").ClickAsync();
        await page.GetByLabel("Ny plats").SelectOptionAsync("g-rus-lage/rus-reviderar");
        await Press(page, "Flytta");
        await Expect(Notice(page)).ToContainTextAsync("Du flyttade koden ”Åtgärder på öarna”.");
        await Press(page, "Ångra");
        await Expect(Notice(page)).ToContainTextAsync("Du ångrade att du flyttade koden");
        await Press(page, "Gör om");
        await Expect(Notice(page)).ToContainTextAsync("Du flyttade koden");
        await page.GotoAsync($"{Codebook}?kod=g-rus-lage");
        await Expect(page.Locator("#kod-g-rus-lage .kodrad").First).ToContainTextAsync("Åtgärder på öarna");

        await Press(page, "Ångra att du flyttade koden ”Åtgärder på öarna”");
        await Press(page, "Ångra att du ändrade koden ”Åtgärder på öarna”");
        await Press(page, "Ångra att du lade till koden ”Åtgärder på ön”");
        await Expect(Notice(page)).ToContainTextAsync("Du ångrade att du lade till koden");
        await Expect(page.Locator("#kod-atgarder-pa-on")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ångra att du" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".historik li").First).ToContainTextAsync("flyttade koden");
        await Expect(page.Locator(".historik li", new() { HasText = "ångrat" })).ToHaveCountAsync(3);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task What_a_merge_becomes_is_said_before_it_happens_and_it_can_be_undone(bool hasScript)
    {
        var page = await Open(Implements, hasScript);
        var other = await Number(page);
        await page.GotoAsync(Revises);
        var one = await Number(page);
        await Tool(page, "Slå ihop med en annan").ClickAsync();
        await page.GetByLabel("Koden som ska finnas kvar").SelectOptionAsync("rus-genomfor");
        await Press(page, "Visa vad det blir");

        var said = Becoming().Match(await page.Locator(".blir b").InnerTextAsync());
        Assert.Equal((one, other), (said.Groups["one"].Value.ToLowerInvariant(), said.Groups["other"].Value));
        await Press(page, "Slå ihop med Genomför gällande strategi");

        await Expect(Notice(page))
            .ToContainTextAsync("Du slog ihop koden ”Reviderar strategin” med ”Genomför gällande strategi”.");
        Assert.Equal(said.Groups["all"].Value, await Number(page));
        await page.GotoAsync(Revises);
        await Expect(page.GetByText("Koden är ihopslagen med Genomför gällande strategi.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Öppna Genomför gällande strategi" }))
            .ToBeVisibleAsync();
        await Expect(Tool(page, "Dela")).ToBeHiddenAsync();
        await page.GotoAsync($"{Codebook}?kod=rus-reviderar");
        await Expect(page.Locator("#kod-rus-reviderar"))
            .ToContainTextAsync("ihopslagen med Genomför gällande strategi");

        await Press(page, "Ångra att du slog ihop koden ”Reviderar strategin” med ”Genomför gällande strategi”");
        await Expect(Notice(page)).ToContainTextAsync("Du ångrade att du slog ihop");
        await page.GotoAsync(Revises);
        Assert.Equal(one, await Number(page));
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_split_gives_the_chosen_passages_to_a_new_code_and_back_when_it_is_undone(bool hasScript)
    {
        var page = await Open(Revises, hasScript);
        var before = await page.Locator(".ord li").CountAsync();
        await Tool(page, "Dela").ClickAsync();
        await page.Locator("#dela").GetByLabel("Namn").FillAsync("Reviderar i grunden");
        await Press(page, "Dela koden");
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Välj de textställen som den nya koden ska ta över.");
        await Expect(page.Locator("#dela").GetByLabel("Namn")).ToHaveValueAsync("Reviderar i grunden");

        await page.Locator("#dela").GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Press(page, "Dela koden");
        await Expect(Notice(page))
            .ToContainTextAsync(
                "Du delade koden ”Reviderar strategin”: ett textställe gick till ”Reviderar i grunden”."
            );
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Reviderar i grunden");
        await Expect(page.Locator(".ord li")).ToHaveCountAsync(1);

        await Press(page, "Ångra");
        await Expect(Notice(page)).ToContainTextAsync("Du ångrade att du delade koden");
        await page.GotoAsync(Revises);
        await Expect(page.Locator(".ord li")).ToHaveCountAsync(before);
    }

    [Fact]
    public async Task Who_changes_a_code_that_another_window_has_changed_sees_both_and_loses_nothing()
    {
        var one = await Open(Revises);
        var other = await Open(Revises, hasScript: false);
        await Edit(one, "Det som den första skrev.");
        await Expect(Notice(one)).ToContainTextAsync("Du ändrade koden ”Reviderar strategin”.");

        await Edit(other, "Det som den andra skrev.");
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon annan har ändrat koden");
        await Expect(other.Locator(".jamfor")).ToContainTextAsync("Det som den första skrev.");
        await Expect(other.Locator("#redigera").GetByLabel("Definition")).ToHaveValueAsync("Det som den andra skrev.");

        await Press(other, "Spara orden");
        await Expect(other.Locator(".s-workhead")).ToContainTextAsync("Det som den andra skrev.");
    }

    [Fact]
    public async Task The_button_undoes_what_it_was_shown_for_and_nothing_that_came_later()
    {
        var page = await Open(Codebook, hasScript: false);
        await page.GotoAsync(Revises);
        await Edit(page, "Först.");
        var later = await Open(Revises);
        await Edit(later, "Sedan.");

        await Press(page, "Ångra");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Du har ändrat något sedan sidan visades.");
        await Expect(page.Locator(".s-workhead")).ToContainTextAsync("Sedan.");
    }

    [Fact]
    public async Task A_code_out_of_use_is_not_offered_but_still_counts()
    {
        var page = await Open(Revises, hasScript: false);
        var number = await Number(page);
        await Tool(page, "Ta ur bruk").ClickAsync();
        await Press(page, "Ta koden ur bruk");
        await Expect(Notice(page)).ToContainTextAsync("Du tog koden ”Reviderar strategin” ur bruk.");
        Assert.Equal(number, await Number(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Öppna svaret" }).First.ClickAsync();
        await Expect(page.Locator("#kod option[value=rus-genomfor]")).ToHaveCountAsync(1);
        await Expect(page.Locator("#kod option[value=rus-reviderar]")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "redigera", Exact = true }).ClickAsync();
        await Expect(page.Locator("#kod-rus-reviderar")).ToContainTextAsync("ur bruk");
    }

    [Fact]
    public async Task A_memo_is_written_changed_and_taken_away_by_who_wrote_it()
    {
        var page = await Open(Revises, hasScript: false);
        await page.GetByText("Skriv en anteckning").ClickAsync();
        await page.GetByLabel("Anteckning", new() { Exact = true }).FillAsync("Gränsen mot genomförande är svår.");
        await Press(page, "Spara anteckningen");
        await Expect(Notice(page)).ToContainTextAsync("Du skrev en anteckning.");
        await Expect(page.Locator(".anteckning .text")).ToHaveTextAsync("Gränsen mot genomförande är svår.");

        await Change("Gränsen är nu klar.");
        await Expect(page.Locator(".anteckning .text")).ToHaveTextAsync("Gränsen är nu klar.");
        await Change("");
        await Expect(Notice(page)).ToContainTextAsync("Du tog bort en anteckning.");
        await Expect(page.Locator(".anteckning")).ToHaveCountAsync(0);

        async Task Change(string text)
        {
            await page.GetByText("Ändra anteckningen").ClickAsync();
            await page.GetByLabel("Din anteckning").FillAsync(text);
            await Press(page, "Spara ändringen");
        }
    }

    [Fact]
    public async Task A_starred_passage_stands_first_as_an_example()
    {
        var page = await Open(Revises, hasScript: false);
        var last = page.Locator(".ord li").Last;
        var words = await last.Locator(".s-voice").InnerTextAsync();
        await last.GetByRole(AriaRole.Button, new() { Name = "Gör till exempel" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Exempel", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".ord").First.Locator("li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".ord").First.Locator(".s-voice")).ToHaveTextAsync(words);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_code_is_counted_from_what_interventions_say(bool hasScript)
    {
        var page = await Open($"{Codebook}?i=g-integration-resultat", hasScript);
        await page.GetByLabel("Namn").FillAsync("Redovisar uppnådda effekter");
        await page.GetByLabel("Räknas ur").SelectOptionAsync("boende-resultat lage/achieved");
        await Press(page, "Lägg till");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("gäller ett annat krav än tabellen");
        await Expect(page.GetByLabel("Namn")).ToHaveValueAsync("Redovisar uppnådda effekter");
        await page.GetByLabel("Räknas ur").SelectOptionAsync("integration-resultat lage/achieved");
        await Press(page, "Lägg till");
        await Expect(Notice(page)).ToContainTextAsync("Du lade till koden ”Redovisar uppnådda effekter”.");
        await Expect(page.Locator("#kod-redovisar-uppnadda-effekter")).ToContainTextAsync("räknas ur tabellsvar");
        await Notice(page).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".kodregler")).ToContainTextAsync("Läge: Uppnådd");
        await Expect(page.Locator(".tal")).ToContainTextAsync("av 21 säger det");
        await Expect(Tool(page, "Slå ihop med en annan")).ToHaveCountAsync(0);
        if (hasScript) // axe is a script too
        {
            await page.LooksRight();
        }
    }

    [Fact]
    public async Task What_is_missing_in_a_form_is_said_and_what_was_written_stays()
    {
        var page = await Open(Codebook, hasScript: false);
        await page.GetByText("Lägg till en kod, en grupp eller ett avsnitt").ClickAsync();
        await page.GetByLabel("Namn").FillAsync("Utan grupp");
        await Press(page, "Lägg till");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj gruppen som koden ska stå i.");
        await Expect(page.GetByLabel("Namn")).ToHaveValueAsync("Utan grupp");

        await page.GetByLabel("Ett avsnitt").CheckAsync();
        await Press(page, "Lägg till");
        await Expect(Notice(page)).ToContainTextAsync("Du lade till avsnittet ”Utan grupp”.");
        await Notice(page).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByText("Här står inget än.")).ToBeVisibleAsync();
    }

    private async Task<IPage> Open(string path, bool hasScript = true) =>
        await chromium.Open(_site, path, Public.Browser(hasScript));

    private static async Task Edit(IPage page, string definition)
    {
        await Tool(page, "Ändra orden").ClickAsync();
        await page.Locator("#redigera").GetByLabel("Definition").FillAsync(definition);
        await Press(page, "Spara orden");
    }

    /// <summary>As it is in the middle of a sentence.</summary>
    private static async Task<string> Number(IPage page) =>
        (await page.Locator(".tal b").InnerTextAsync()).ToLowerInvariant();

    private static ILocator Notice(IPage page) => page.Locator("#besked");

    private static ILocator Tool(IPage page, string name) => page.Locator(".kodgor summary", new() { HasText = name });

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    [GeneratedRegex(
        @"^(?<one>\w+) och (?<other>\w+) regioner? blir (?<all>\w+)\.$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Becoming();
}
