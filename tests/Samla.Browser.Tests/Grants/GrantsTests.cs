using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Grants;

/// <summary>Decisions on grants are read in with a mapping, and answer questions that anybody may ask.</summary>
public sealed class GrantsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Import = "/medel/las-in";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_asks_one_question_after_another_and_takes_the_numbers_along(bool hasScript)
    {
        var page = await chromium.Open(_site, "/", Public.Browser(hasScript));
        await page.GetByRole(AriaRole.Link, new() { Name = "på anslag 1:1" }).ClickAsync();
        await Expect(page.GetByText("Besluten är påhittade, inga verkliga beslut.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Beslut från och med")).ToHaveValueAsync("2023");

        await page.GetByLabel("Beslut från och med").SelectOptionAsync("2018");
        await page.GetByLabel("till och med").SelectOptionAsync("2018");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Besluten i urvalet har inget strategiskt område")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Stödform", Exact = true }).ClickAsync();
        await page.GetByLabel("Län", new() { Exact = true }).SelectOptionAsync("Norrbottens län");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();
        await page.GetByText("Talen som tabell").ClickAsync();
        var county = page.GetByRole(AriaRole.Row, new() { Name = "Norrbottens län" }).First;
        await Expect(county).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Transportbidrag" })).ToHaveCountAsync(0);

        var address = await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href");
        using var http = new HttpClient { BaseAddress = _site.Address };
        var csv = await http.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "row,rowName,column,columnName,measure,amount,cases,hidden,appropriation,märkning",
            csv,
            StringComparison.Ordinal
        );
        Assert.Contains("25,Norrbottens län,project,Projektverksamhet,granted,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Västerbottens", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_and_an_area_say_what_has_been_granted_to_them()
    {
        var page = await chromium.Open(_site, "/lan/21");
        var grants = page.GetByRole(AriaRole.Region, new() { Name = "Medel" });
        await Expect(grants).ToContainTextAsync("Besluten är påhittade");
        await grants.GetByRole(AriaRole.Link, new() { Name = "Fler frågor om medlen i Gävleborgs län" }).ClickAsync();
        await Expect(page.GetByLabel("Län", new() { Exact = true })).ToHaveValueAsync("21");

        await page.GotoAsync(Public.Chapter);
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Medel till området" }))
            .ToContainTextAsync("Kompetensförsörjning och kompetensutveckling i hela landet");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_mapped_mended_read_in_and_remembered(bool hasScript)
    {
        var page = await chromium.Open(_site, "/medel", Public.Browser(hasScript), SignedIn.Analyst);
        await page.GetByRole(AriaRole.Link, new() { Name = "Läs in beslut" }).ClickAsync();
        await Expect(page.GetByText("decisions-2018-2024.csv")).ToBeVisibleAsync();
        await Send(
            page,
            File("D-1;Dalarnas län;2021;Landsbygd;1,5;0,5", "D-2;Skåne län;2022;Nyskapande;2;0"),
            "tusental kronor"
        );
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Välj kolumn för Ärende, Strategiskt område, Beviljat och Utbetalt.");

        await page.GetByLabel("Ärende", new() { Exact = true }).SelectOptionAsync("Dnr");
        await page.GetByLabel("Strategiskt område", new() { Exact = true }).SelectOptionAsync("Omr");
        await page.GetByLabel("Beviljat", new() { Exact = true }).SelectOptionAsync("Bev");
        await page.GetByLabel("Utbetalt", new() { Exact = true }).SelectOptionAsync("Utb");
        await Press(page, "Visa igen med de här valen");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Inget läses in förrän de är borta.");
        await Expect(
                page.GetByRole(
                    AriaRole.Row,
                    new() { Name = "2 Strategiskt område ”Landsbygd” är inget strategiskt område" }
                )
            )
            .ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Läs in" })).ToHaveCountAsync(0);

        await page.GetByLabel("”Landsbygd” räknas som").SelectOptionAsync("boende");
        await page.GetByLabel("”Nyskapande” räknas som").SelectOptionAsync("innovation");
        await Press(page, "Visa igen med de här valen");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Alla 2 rader går att läsa.");
        await Expect(page.GetByText("De påhittade besluten läggs åt sidan")).ToBeVisibleAsync();
        // What was not looked at is not read in.
        await page.GetByLabel("kronor", new() { Exact = true }).CheckAsync();
        await Press(page, "Läs in 2 rader");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Inget är sparat än.");
        await page.GetByLabel("tusental kronor", new() { Exact = true }).CheckAsync();
        await Press(page, "Visa igen med de här valen");
        await Press(page, "Läs in 2 rader");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Nya rader: 2.");

        await page.GotoAsync("/medel");
        await Expect(page.GetByText("påhittade")).ToHaveCountAsync(0);
        await Expect(page.Locator(".summor")).ToContainTextAsync("under 0,1 mnkr");

        await page.GotoAsync(Import);
        await Send(
            page,
            File("D-1;Dalarnas län;2021;Landsbygd;150000;0,5", "D-2;Skåne län;2022;Nyskapande;2;0"),
            "tusental kronor"
        );
        await Expect(page.GetByText("Valen är de som gjordes för beslut.csv.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nya: 0. Ersätter tidigare: 1. Som förut: 1.");
        await Press(page, "Läs in 2 rader");
        await page.GotoAsync("/medel?visa=stodform&fran=2021&till=2021");
        await Expect(page.Locator(".summor")).ToContainTextAsync("150,0 mnkr");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Three_amounts_are_bound_into_a_chapter_and_a_changed_decision_marks_them(bool hasScript)
    {
        const string Chapter = "/arbete/2023/kapitel/rus";
        var page = await chromium.Open(_site, $"{Chapter}?visa=redigera", Public.Browser(hasScript), SignedIn.Analyst);
        await page.GetByText("Belopp ur besluten om medel", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByText("{{medel innovation 2021-2024}}", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("Kapitlets text")
            .FillAsync(
                "# Medel\n\nMest går till {{medel område 2021-2024|störst}}, {{medel boende 2021-2024}} eller {{medel boende 2021-2024|andel}}.\n"
            );
        await Press(page, "Spara");
        await Expect(page.Locator(".paper")).ToContainTextAsync("Beloppen kommer ur påhittade beslut.");
        await Expect(page.Locator(".andrad")).ToHaveCountAsync(0);
        if (hasScript)
        {
            await page.HasNoBarrier();
        }

        await ReadIn(
            "D-1;Dalarnas län;2021;boende;3000;0",
            "D-2;Skåne län;2022;innovation;1000;0",
            "D-3;Skåne län;2024;;0;0"
        );
        await page.GotoAsync(Chapter);
        var share = page.GetByRole(AriaRole.Group, new() { Name = "andel av beviljat" });
        await Expect(share.GetByRole(AriaRole.Insertion)).ToHaveTextAsync("75 procent");
        await Press(page, "Godta alla");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Godtaget.");
        await Expect(page.Locator(".andrad")).ToHaveCountAsync(0);
        await Expect(page.Locator(".paper .belopp"))
            .ToHaveTextAsync([
                "likvärdiga möjligheter till boende, arbete och välfärd i hela landet",
                "3 miljoner kronor",
                "75 procent",
            ]);

        await ReadIn("D-2;Skåne län;2022;innovation;9000;0");
        await page.GotoAsync(Chapter);
        var largest = page.GetByRole(AriaRole.Group, new() { Name = "Ändrat: Mest beviljat per område" });
        await Expect(largest.GetByRole(AriaRole.Deletion)).ToContainTextAsync("likvärdiga möjligheter till boende");
        await Expect(largest.GetByRole(AriaRole.Insertion)).ToContainTextAsync("innovation och förnyelse");
        await page.Locator(".paper summary").Last.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Se tabellen som den är nu" }).Last.ClickAsync();
        await Expect(page.GetByLabel("Beslut från och med")).ToHaveValueAsync("2021");
        if (hasScript)
        {
            await page.GotoAsync(Chapter);
            await page.HasNoBarrier();
        }

        async Task ReadIn(params string[] rows)
        {
            await page.GotoAsync(Import);
            await Send(
                page,
                $"Ärende;Län;Beslutsår;Strategiskt område;Beviljat;Utbetalt\n{string.Join('\n', rows)}\n",
                "tusental kronor"
            );
            await Press(page, "Läs in");
            await Expect(page.Locator("#besked")).ToContainTextAsync("rader");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_is_shown_on_a_map_of_one_thing_at_a_time(bool hasScript)
    {
        var page = await chromium.Open(_site, "/medel", Public.Browser(hasScript));
        await page.GetByRole(AriaRole.Link, new() { Name = "Karta" }).ClickAsync();
        var map = page.GetByRole(AriaRole.Img, new() { Name = "Karta över länen: " });
        await Expect(map).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Annat", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Karta över länen: Annat" })).ToBeVisibleAsync();
        await Expect(page.Locator(".grantmap title")).ToHaveCountAsync(21);

        await page.GetByRole(AriaRole.Link, new() { Name = "Medfinansiering" }).ClickAsync();
        await Expect(page.GetByText("Stapeln är hela kostnaden i ärenden där den är känd.")).ToBeVisibleAsync();
        await page.GetByText("Talen som tabell").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Andra medel per krona" }))
            .ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Per invånare" }).ClickAsync();
        await Expect(page.GetByText("Kommunernas folkmängd är inte inläst.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Municipalities_are_read_in_and_amounts_are_told_for_each_inhabitant(bool hasScript)
    {
        var page = await chromium.Open(_site, $"{Import}#kommuner", Public.Browser(hasScript), SignedIn.Analyst);
        await SendMunicipalities("kommun;invånare;kommungrupp\nAnkeborg;1000;Städer");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("”Ankeborg” är ingen kommun.");

        var taxonomy = _site.Services.GetRequiredService<Samla.Reference.Taxonomy>();
        await SendMunicipalities(
            string.Join(
                '\n',
                taxonomy
                    .Municipalities.Select(one => $"{one.Id};1 000;Påhittad grupp")
                    .Prepend("kommun;invånare;kommungrupp")
            )
        );
        await Expect(page.Locator("#besked")).ToContainTextAsync("Kommunerna är inlästa.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Se beloppen" }).ClickAsync();
        await Expect(page.GetByText("Till höger kronor per invånare.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kommungrupp" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Beviljat efter kommungrupp" }))
            .ToContainTextAsync("Påhittad grupp");
        if (hasScript)
        {
            await page.LooksRight();
        }

        async Task SendMunicipalities(string text)
        {
            await page.GetByLabel("Fil med kommuner")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "kommuner.csv",
                        MimeType = "text/csv",
                        Buffer = Encoding.UTF8.GetBytes(text),
                    }
                );
            await page.GetByLabel("Folkmängd vid utgången av år").FillAsync("2024");
            await Press(page, "Läs in kommunerna");
        }
    }

    [Fact]
    public async Task A_case_is_looked_up_with_what_each_file_has_said_of_it()
    {
        var page = await chromium.Open(_site, Import, account: SignedIn.Analyst);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sök ett ärende" }).ClickAsync();
        await page.GetByLabel("Ärendets diarienummer").FillAsync("finns-inte");
        await Press(page, "Visa ärendet");
        await Expect(page.GetByText("Inget ärende har numret finns-inte.")).ToBeVisibleAsync();

        await page.GetByLabel("Ärendets diarienummer").FillAsync("PÅ-2019-00684");
        await Press(page, "Visa ärendet");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Gäller nu" })).ToContainTextAsync("1 519 600");
        await Expect(page.GetByText("Ingen insats i registret är knuten till ärendet.")).ToBeVisibleAsync();
        await page.LooksRight();
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_with_the_reason()
    {
        var page = await chromium.Open(_site, Import, Public.Browser(hasScript: false), SignedIn.Analyst);
        await Send(page, "\0\0", "kronor");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ingen textfil");
        await Expect(page.GetByText("Inlästa filer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_page_of_it_has_a_barrier()
    {
        var page = await chromium.Open(_site, Import, account: SignedIn.Analyst);
        await IsFine();
        await Send(page, File("D-1;Dalarnas län;2021;Landsbygd;1;0"), "kronor");
        await IsFine();
        await page.GetByLabel("Ärende", new() { Exact = true }).SelectOptionAsync("Dnr");
        await page.GetByLabel("Strategiskt område", new() { Exact = true }).SelectOptionAsync("Omr");
        await page.GetByLabel("Beviljat", new() { Exact = true }).SelectOptionAsync("Bev");
        await page.GetByLabel("Utbetalt", new() { Exact = true }).SelectOptionAsync("Utb");
        await Press(page, "Visa igen med de här valen");
        await IsFine();

        async Task IsFine()
        {
            foreach (var width in (int[])[1280, 390])
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.HasNoBarrier();
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            }
        }
    }

    private static string File(params string[] rows) => $"Dnr;Län;Beslutsår;Omr;Bev;Utb\n{string.Join('\n', rows)}\n";

    private static async Task Send(IPage page, string text, string unit)
    {
        await page.GetByLabel("Fil med beslut")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "beslut.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
        await page.GetByLabel(unit, new() { Exact = true }).CheckAsync();
        await Press(page, "Visa vad som läses");
    }

    private static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
