using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Access;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>An administrator makes a template of last year's, hears what those think who are to answer it, and publishes it.</summary>
public sealed class TemplateTests(Chromium chromium) : IAsyncLifetime
{
    private const string Draft = "/mallar/mall-for-2025";

    private readonly Site _site = new();

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_draft_is_made_consulted_on_answered_compared_and_published(bool withScript)
    {
        var page = await Open(SignedIn.Administrator, "/mallar", withScript);
        await Start(page);

        // A limit is changed.
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra Mål i Regionalfondens program" }).ClickAsync();
        await page.GetByLabel("Högsta antal tecken").FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Teckengränsen ska vara större än noll.");
        await page.GetByLabel("Högsta antal tecken").FillAsync("4500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();
        await Expect(Requirement(page, "mal-regionalfonden")).ToContainTextAsync("4500 tecken");

        // A requirement is added, and moved up.
        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till ett krav i Mål som" }).ClickAsync();
        await page.GetByLabel("Rubrik").FillAsync("Mål för företagande");
        await page.GetByLabel("Instruktion").FillAsync("Beskriv målen för företagande.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();
        var added = Requirement(page, "mal-mal-for-foretagande");
        await Expect(added).ToContainTextAsync("1.5 Mål för företagande");
        await added.GetByRole(AriaRole.Button, new() { Name = "Flytta upp" }).ClickAsync();
        await Expect(added).ToContainTextAsync("1.4 Mål för företagande");

        // It goes on consultation.
        await page.GetByRole(AriaRole.Link, new() { Name = "Skicka på remiss" }).ClickAsync();
        await page.GetByLabel("Sista dag").FillAsync("2099-03-31");
        await page.GetByLabel("Meddelande").FillAsync("Läs särskilt gränserna.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka på remiss" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("22 brev ligger i utkorgen");
        Assert.Equal(22, Directory.GetFiles(_site.Outbox, "*.eml").Length);

        // A region's lead comments on a requirement, the ministry on the whole.
        var lead = await Open(SignedIn.Lead("10"), Draft, withScript);
        await Expect(lead.GetByText("Läs särskilt gränserna.")).ToBeVisibleAsync();
        await Requirement(lead, "mal-regionalfonden")
            .GetByRole(AriaRole.Link, new() { Name = "Lämna en synpunkt" })
            .ClickAsync();
        await lead.GetByLabel("Synpunkt", new() { Exact = true }).FillAsync("Gränsen är för låg.");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lämna synpunkten" }).ClickAsync();
        await Expect(lead.Locator(".samtal")).ToContainTextAsync("Gränsen är för låg.");
        var ministry = await Open(SignedIn.Ministry, "/mallar", withScript);
        await ministry.GetByRole(AriaRole.Link, new() { Name = "Mall för 2025" }).ClickAsync();
        await Expect(Requirement(ministry, "mal-regionalfonden")).ToContainTextAsync("Gränsen är för låg.");
        await ministry.GotoAsync($"{Draft}/remiss");
        await ministry.GetByLabel("Synpunkt", new() { Exact = true }).FillAsync("En bra helhet.");
        await ministry.GetByRole(AriaRole.Button, new() { Name = "Lämna synpunkten" }).ClickAsync();
        await Expect(ministry.Locator(".samtal")).ToContainTextAsync("Departementet");

        // The agency answers.
        await page.GotoAsync($"{Draft}/remiss");
        var said = page.Locator(".samtal > li").Filter(new() { HasText = "Gränsen är för låg." });
        await said.GetByText("Svara", new() { Exact = false }).First.ClickAsync();
        await said.GetByLabel("Svar", new() { Exact = true }).FillAsync("Den är höjd till 5 000.");
        await said.GetByLabel("ändrat", new() { Exact = true }).CheckAsync();
        await said.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await Expect(page.Locator(".myndighetens")).ToContainTextAsync("Den är höjd till 5 000.");
        await lead.ReloadAsync();
        await Expect(lead.Locator(".myndighetens")).ToContainTextAsync("ändrat");

        // It is compared with last year's.
        await page.GotoAsync(Draft);
        await page.GetByRole(AriaRole.Link, new() { Name = "Jämför med den förra" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main))
            .ToContainTextAsync("Ett nytt och ett ändrat krav. 36 krav är oförändrade.");
        await Expect(page.Locator("ins")).ToContainTextAsync("4500");

        // And published; from then on nothing is changed.
        await page.GotoAsync($"{Draft}/publicera");
        await Expect(page.GetByText("En synpunkt har inget svar")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicera mallen" }).ClickAsync();
        await Expect(page.Locator(".s-tag").First).ToContainTextAsync("publicerad");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(Ändra|Ta bort)") }))
            .ToHaveCountAsync(0);
        await Expect(Requirement(page, "mal-regionalfonden")).ToContainTextAsync("En synpunkt");
        await page.GotoAsync($"{Draft}/krav/mal-regionalfonden");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("är publicerad och ändras inte");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" })).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task The_last_day_is_moved_and_what_is_written_of_a_comment_that_is_gone_is_kept(bool withScript)
    {
        var page = await Open(SignedIn.Administrator, "/mallar", withScript);
        await Start(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Skicka på remiss" }).ClickAsync();
        await page.GetByLabel("Sista dag").FillAsync("2099-03-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka på remiss" }).ClickAsync();
        await page.GetByText("Ändra sista dagen").ClickAsync();
        await page.GetByLabel("Ny sista dag").FillAsync("2099-04-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara sista dagen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("22 brev ligger i utkorgen");
        var lead = await Open(SignedIn.Lead("10"), $"{Draft}/remiss", withScript);
        await Expect(lead.GetByRole(AriaRole.Main)).ToContainTextAsync("till och med 30 april 2099");

        await lead.GetByLabel("Synpunkt", new() { Exact = true }).FillAsync("Jag ångrar mig snart.");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lämna synpunkten" }).ClickAsync();
        await page.GotoAsync($"{Draft}/remiss");
        await page.GetByText("Svara", new() { Exact = false }).First.ClickAsync();
        await page.GetByLabel("Svar", new() { Exact = true }).FillAsync("Ett långt svar.");
        await page.GetByLabel("inte ändrat", new() { Exact = true }).CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Ta tillbaka synpunkten" }).ClickAsync();
        await Expect(lead.GetByText("Ingen har lämnat någon synpunkt än.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Synpunkten är återtagen");
        await Expect(page.GetByLabel("Det du skrev")).ToHaveValueAsync("Ett långt svar.");
        if (withScript)
        {
            await page.HasNoBarrier(); // axe is a script
        }
    }

    [Fact]
    public async Task Who_got_no_letter_stands_on_the_page_and_gets_it_once()
    {
        var page = await Open(SignedIn.Administrator, "/mallar", withScript: true);
        await Start(page);
        // Where the outbox would be there is a file: no letter can be laid there.
        await File.WriteAllTextAsync(_site.Outbox, "", TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Link, new() { Name = "Skicka på remiss" }).ClickAsync();
        await page.GetByLabel("Sista dag").FillAsync("2099-03-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka på remiss" }).ClickAsync();
        var missed = page.GetByRole(AriaRole.Region, new() { Name = "Alla har inte fått brevet" });
        await Expect(missed).ToContainTextAsync("Redovisningsansvarig, Region Blekinge, provkonto, Region Blekinge.");
        await page.HasNoBarrier();
        var another = await page.Context.NewPageAsync();
        await another.GotoAsync($"{Draft}/remiss");
        File.Delete(_site.Outbox);

        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka brevet till dem igen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("22 brev ligger i utkorgen");
        await Expect(missed).ToHaveCountAsync(0);
        await another.GetByRole(AriaRole.Button, new() { Name = "Skicka brevet till dem igen" }).ClickAsync();

        await Expect(another.GetByRole(AriaRole.Status)).ToContainTextAsync("Breven är redan skickade");
        Assert.Equal(22, Directory.GetFiles(_site.Outbox, "*.eml").Length);
    }

    [Fact]
    public async Task A_template_goes_out_as_Word_and_comes_in_again()
    {
        var page = await chromium.Open(_site, "/mallar/mall-2024-99", account: SignedIn.Administrator);
        var waiting = page.WaitForDownloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hämta som Word" }).ClickAsync();
        var download = await waiting;
        var word = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);

        await page.GotoAsync("/mallar");
        var field = page.GetByLabel("Mall som Word eller YAML");
        await field.SetInputFilesAsync(
            new FilePayload
            {
                Name = "mall.docx",
                MimeType = "",
                Buffer = word[..500],
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in filen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await field.SetInputFilesAsync(
            new FilePayload
            {
                Name = "mall.docx",
                MimeType = "",
                Buffer = word,
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in filen" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/mallar/mall-2024-99$"));
    }

    [Fact]
    public async Task What_is_removed_is_asked_about_and_put_back()
    {
        var page = await Open(SignedIn.Administrator, "/mallar", withScript: false);
        await Start(page);
        var one = Requirement(page, "mal-regionalfonden");
        await one.GetByRole(AriaRole.Link, new() { Name = "Ta bort" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("Mål i Regionalfondens program");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort kravet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kravet är borttaget");
        var other = await Open(SignedIn.Administrator, Draft, withScript: false);
        await Expect(Requirement(other, "mal-regionalfonden")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(one).ToContainTextAsync("1.1 Mål i Regionalfondens program");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ta bort utkastet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort utkastet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Utkastet är borttaget");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mall för 2025" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_saves_last_loses_nothing_and_overwrites_nothing_unseen()
    {
        var mine = await Open(SignedIn.Administrator, "/mallar", withScript: false);
        await Start(mine);
        await mine.GotoAsync($"{Draft}/krav/mal-regionalfonden");
        var theirs = await Open(SignedIn.Administrator, $"{Draft}/krav/mal-regionalfonden", withScript: false);
        await Save(theirs, "Deras rubrik");

        await Save(mine, "Min rubrik");

        await Expect(mine.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon annan har ändrat utkastet");
        await Expect(mine.GetByLabel("Rubrik")).ToHaveValueAsync("Min rubrik");
        await Expect(mine.GetByRole(AriaRole.Row, new() { Name = "Rubrik" })).ToContainTextAsync("Deras rubrik");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();
        await Expect(Requirement(mine, "mal-regionalfonden")).ToContainTextAsync("Min rubrik");

        static async Task Save(IPage page, string title)
        {
            await page.GetByLabel("Rubrik").FillAsync(title);
            await page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_table_is_made_column_by_column_and_asked_for()
    {
        var page = await Open(SignedIn.Administrator, "/mallar", withScript: false);
        await page.GetByLabel("Vad ska mallen heta?").FillAsync("Mall för 2025");
        await page.GetByLabel("Börja med").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gör utkastet" }).ClickAsync();
        await Expect(page.GetByText("Mallen har inga avsnitt.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till en tabell" }).ClickAsync();
        await page.GetByLabel("Rubrik").FillAsync("Insatser");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara tabellen" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till en kolumn i Insatser" }).ClickAsync();
        await page.GetByLabel("Rubrik").FillAsync("Läge");
        await page.GetByLabel("Innehåll").SelectOptionAsync("choice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kolumnen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("minst två val");
        await page.GetByLabel("Val", new() { Exact = true }).FillAsync("Pågår\nAvslutad");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kolumnen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Läge" })).ToContainTextAsync("Pågår, Avslutad");

        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till ett avsnitt" }).ClickAsync();
        await page.GetByLabel("Rubrik").FillAsync("Resultat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara avsnittet" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till ett krav i Resultat" }).ClickAsync();
        await page.GetByLabel("Rubrik").FillAsync("Insatser");
        await page.GetByLabel("Instruktion").FillAsync("Redovisa insatserna.");
        await page.GetByLabel("Svarsform").SelectOptionAsync("table");
        await page.GetByLabel("Tabell", new() { Exact = true }).SelectOptionAsync("insatser");
        await page.GetByLabel("Vem svarar?").SelectOptionAsync("county-board");
        await page.GetByLabel("Bara de här:").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kryssa för minst ett län");
        await page.GetByLabel("Skåne län").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara kravet" }).ClickAsync();

        await Expect(Requirement(page, "resultat-insatser")).ToContainTextAsync("Länsstyrelserna i Skåne län");
        await page.GetByRole(AriaRole.Link, new() { Name = "Publicera" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publicera mallen" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_draft_is_nobodys_to_read_until_it_goes_on_consultation_and_then_of_those_it_asks()
    {
        var page = await Open(SignedIn.Administrator, "/mallar", withScript: false);
        await Start(page);

        foreach (
            var (account, may) in new[]
            {
                (SignedIn.Analyst, true),
                (SignedIn.Lead("10"), false),
                (SignedIn.Ministry, false),
            }
        )
        {
            var theirs = await Open(account, Draft, withScript: false);
            await Expect(theirs.GetByRole(AriaRole.Heading, new() { Name = "Mall för 2025" }))
                .ToHaveCountAsync(may ? 1 : 0);
        }
    }

    [Fact]
    public async Task The_pages_have_no_barrier_and_stay_within_the_window()
    {
        var page = await chromium.Open(_site, "/mallar", account: SignedIn.Administrator);
        await Start(page);
        await See($"{Draft}/remiss");
        await page.GetByLabel("Sista dag").FillAsync("2099-03-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka på remiss" }).ClickAsync();
        var ministry = await Open(SignedIn.Ministry, $"{Draft}/remiss?del=krav/mal-regionalfonden", withScript: false);
        await ministry.GetByLabel("Synpunkt", new() { Exact = true }).FillAsync("Gränsen är för låg.");
        await ministry.GetByRole(AriaRole.Button, new() { Name = "Lämna synpunkten" }).ClickAsync();
        await See("/mallar");
        await See(Draft);
        await See($"{Draft}/krav/mal-rattvis-omstallning");
        await See($"{Draft}/nytt-avsnitt");
        await See($"{Draft}/ny-kolumn/insatser");
        await See($"{Draft}/ta-bort?del=avsnitt/mal");
        await See("/mallar/mall-2024-99/jamfor/mall-2023");
        await See($"{Draft}/remiss");
        await See($"{Draft}/publicera");
        await page.GotoAsync($"{Draft}/nytt-avsnitt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara avsnittet" }).ClickAsync();
        await page.LooksRight();

        async Task See(string path)
        {
            await page.GotoAsync(path);
            await page.LooksRight();
        }
    }

    private static ILocator Requirement(IPage page, string id) => page.Locator($"#krav-{id}");

    private static async Task Start(IPage page)
    {
        await page.GetByLabel("Vad ska mallen heta?").FillAsync("Mall för 2025");
        await page.GetByLabel("Börja med").SelectOptionAsync("mall-2024-99");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gör utkastet" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{Draft}$"));
    }

    private Task<IPage> Open(string account, string path, bool withScript) =>
        chromium.Open(_site, path, new() { JavaScriptEnabled = withScript }, account);
}
