using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed class ReadingRoomTests(Chromium chromium) : IAsyncLifetime
{
    private const string Room = $"{Work.Root}/lasrum/krav/innovation-genomforande";
    private const string Next = "/arbete/2024/lasrum/krav/strategi-samordning";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_is_marked_as_read_where_it_stands_and_leaves_those_that_are_not_read(bool withScript)
    {
        var page = await Open($"{Work.Root}/kodning", withScript);
        await page.GetByRole(AriaRole.Row, new() { Name = "Genomförande och samordning" })
            .GetByRole(AriaRole.Link, new() { Name = "Läs svaren" })
            .First.ClickAsync();
        await page.GotoAsync(Room);
        await Expect(page.Locator(".ls-svar")).ToHaveCountAsync(21);
        await Expect(page.Locator(".ls-svar h2").First).ToHaveTextAsync("Norrbotten");

        await Button(page, "Markera som läst (Norrbotten)").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("#svar-25$"));
        await Expect(Answer(page, "25")).ToContainTextAsync("Läst av dig");
        await Expect(page.Locator(".ls-hopp h2")).ToContainTextAsync("1 av 21 lästa av dig");
        await page.Draw("guide-lasrum.png", page.Locator("body"), 0, 700);

        await page.GetByLabel("Visa", new() { Exact = true }).SelectOptionAsync("Inte lästa av mig");
        await Button(page, "Visa").ClickAsync();
        await Expect(page.Locator(".ls-svar")).ToHaveCountAsync(20);
        await Button(page, "Markera som läst (Västerbotten)").ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Svaret från Västerbotten är markerat som läst.");
        await Expect(page.Locator(".ls-svar")).ToHaveCountAsync(19);
        await Button(page, "Ångra").ClickAsync();
        await Expect(page.Locator(".ls-svar")).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task What_is_shown_is_chosen_in_the_address()
    {
        var page = await Open(Room, withScript: false);
        await page.GetByLabel("Del av landet").SelectOptionAsync("Småland med öarna");
        await page.GetByLabel("Ordning").SelectOptionAsync("Efter namn");
        await Button(page, "Visa").ClickAsync();
        await Expect(page.Locator(".ls-svar h2")).ToHaveTextAsync(["Gotland", "Jönköping", "Kalmar", "Kronoberg"]);
        await Expect(page.Locator("#antal")).ToHaveTextAsync("Visar 4 av 21 svar.");

        await page.GetByLabel("Del av landet").SelectOptionAsync("Kronoberg");
        await Button(page, "Visa").ClickAsync();
        await Expect(page.Locator(".ls-svar h2")).ToHaveTextAsync(["Kronoberg"]);
        await page.GetByLabel("Del av landet").SelectOptionAsync("Regionsamverkan Sydsverige");
        await Button(page, "Visa").ClickAsync();
        await Expect(page.Locator("#antal")).ToHaveTextAsync("Visar 6 av 21 svar.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Visa alla" }).ClickAsync();
        var code = page.GetByLabel("Kod", new() { Exact = true });
        await code.SelectOptionAsync("innovation-ai");
        var name = await code.Locator("option[value=innovation-ai]").InnerTextAsync();
        await Button(page, "Visa").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("kod=innovation-ai"));
        await page.IsLoaded();
        var with = await page.Locator(".ls-svar").CountAsync();
        Assert.InRange(with, 1, 20);
        await Expect(page.Locator(".ls-svar", new() { HasText = name })).ToHaveCountAsync(with);
        await page.GetByLabel("Svar som").SelectOptionAsync("saknar koden");
        await Button(page, "Visa").ClickAsync();
        await Expect(page.Locator(".ls-svar")).ToHaveCountAsync(21 - with);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_is_written_changed_and_taken_away(bool withScript)
    {
        var page = await Open(Room, withScript);
        var notes = page.Locator(".ls-noter");
        await notes.GetByText("Skriv en anteckning").ClickAsync();
        await Button(page, "Spara anteckningen").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Inget är sparat.");

        await page.GetByLabel("Ny anteckning").FillAsync("Läs om klustren igen.");
        await Button(page, "Spara anteckningen").ClickAsync();
        await Expect(notes.Locator("li")).ToContainTextAsync("Läs om klustren igen.");
        await Expect(notes.Locator("li")).ToContainTextAsync("Analytiker, provkonto");

        await notes.GetByText("Ändra anteckningen").ClickAsync();
        await page.GetByLabel("Din anteckning").FillAsync("Klustren är klara.");
        await notes.Locator("li").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(notes.Locator("li .ord")).ToHaveTextAsync("Klustren är klara.");

        await notes.GetByText("Ändra anteckningen").ClickAsync();
        await page.GetByLabel("Din anteckning").FillAsync("");
        await notes.Locator("li").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(notes.Locator("li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reporter_is_read_section_by_section_and_leads_to_what_others_say()
    {
        var page = await Open($"{Work.Root}/kodning", withScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Länsstyrelsen Värmland" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Länsstyrelsen Värmland");

        await page.GotoAsync($"{Work.Root}/lasrum/14");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Västra Götalandsregionen");
        await Button(page, "Markera som läst (Mål och resultat)").First.ClickAsync();
        await Expect(page.GetByText("Läst av dig", new() { Exact = true })).ToHaveCountAsync(1);
        await page.Locator("#svar-innovation-genomforande")
            .GetByRole(AriaRole.Link, new() { Name = "Allas svar (" })
            .ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/lasrum/krav/innovation-genomforande$"));
    }

    [Fact]
    public async Task What_a_reporter_answered_is_chosen_by_code_and_by_what_is_read()
    {
        var page = await Open($"{Work.Root}/lasrum/14", withScript: false);
        var answers = page.Locator(".ls-svar");
        var all = await answers.CountAsync();
        await page.GetByLabel("Visa", new() { Exact = true }).SelectOptionAsync("Inte lästa av mig");
        await Button(page, "Visa").ClickAsync();
        await Expect(page.Locator("#antal")).ToHaveTextAsync($"Visar {all} av {all} svar.");

        await Button(page, "Markera som läst (Mål och resultat)").First.ClickAsync();

        await Expect(page.Locator("#antal")).ToHaveTextAsync($"Visar {all - 1} av {all} svar.");
        await Expect(answers).ToHaveCountAsync(all - 1);
        var code = page.GetByLabel("Kod", new() { Exact = true });
        var name = await code.Locator("option[value=innovation-ai]").InnerTextAsync();
        await code.SelectOptionAsync("innovation-ai");
        await page.GetByLabel("Visa", new() { Exact = true }).SelectOptionAsync("Alla svar");
        await Button(page, "Visa").ClickAsync();
        await Expect(answers).ToHaveCountAsync(1);
        await Expect(answers).ToContainTextAsync(name);
    }

    [Fact]
    public async Task The_same_question_is_read_in_another_round()
    {
        var page = await Open(Room, withScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Omgång 2024" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/arbete/2024/lasrum/krav/"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Omgång 2023" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(Room)}$"));
    }

    [Fact]
    public async Task Last_rounds_answer_stands_beside_and_it_is_said_when_nothing_is_new()
    {
        await SubmitIn2024(await Answer2023());
        var page = await Open(Next, withScript: false);

        var earlier = page.Locator(".ls-forra");
        await Expect(earlier.Locator("summary")).ToContainTextAsync("Svaret i omgång 2023");
        await Expect(earlier.Locator("summary")).ToContainTextAsync("oförändrat");
        await earlier.Locator("summary").ClickAsync();
        await Expect(earlier.Locator(".s-voice").First).ToBeVisibleAsync();
        await Expect(earlier).ToContainTextAsync("rekonstruerat");
        await Expect(page.Locator(".ls-utan")).ToContainTextAsync("Har inte lämnat in (20):");
    }

    [Fact]
    public async Task The_room_has_no_barrier_with_an_earlier_answer_and_a_note()
    {
        await SubmitIn2024("Vi samordnar arbetet med strategin.");
        var page = await chromium.Open(_site, Next);
        await page.GetByText("Skriv en anteckning").ClickAsync();
        await page.GetByLabel("Ny anteckning").FillAsync("Läs igen.");
        await Button(page, "Spara anteckningen").ClickAsync();
        await page.Locator(".ls-forra summary").ClickAsync();
        await page.GetByText("Ändra anteckningen").ClickAsync();

        foreach (var path in (string[])[Next, "/arbete/2024/lasrum/17", "/arbete/2024/lasrum/10"])
        {
            if (path != Next)
            {
                await page.GotoAsync(path);
            }

            await page.LooksRight();
        }
    }

    private Task<IPage> Open(string path, bool withScript) =>
        chromium.Open(_site, path, new() { JavaScriptEnabled = withScript });

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = name is "Visa" });

    private static ILocator Answer(IPage page, string reporter) => page.Locator($"#svar-{reporter}");

    /// <summary>What Värmland answered to the question that the one of 2024 comes from.</summary>
    private async Task<string> Answer2023()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var before = await scope
            .ServiceProvider.GetRequiredService<FindPredecessors>()
            .Run(
                Key<Round>.Parse("2024", null),
                Key<Reporter>.Parse("17", null),
                TestContext.Current.CancellationToken
            );
        var earlier = before!.OfRequirement[Key<Requirement>.Parse("strategi-samordning", null)].Earlier;
        return string.Join("\n\n", earlier.Select(one => one.Text).OfType<string>());
    }

    private async Task SubmitIn2024(string text)
    {
        var (round, reporter) = (Key<Round>.Parse("2024", null), Key<Reporter>.Parse("17", null));
        await Work.HandIn(_site, round, reporter, Key<Requirement>.Parse("strategi-samordning", null), text, seen: 0);
    }
}
