using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed class CodingTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private const string Words = "Prognoser ska hjälpa länen möta kommande elbehov.";
    private const string Code = "miljo-effektbrist";

    [Fact]
    public async Task A_code_that_is_given_with_script_asks_the_server_once_and_is_told_where_it_led()
    {
        var page = await Open();
        await Select(page, Words);
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).AbsolutePath == new Uri(page.Url).AbsolutePath)
            {
                asked.Add(request.Method);
            }
        };
        await Add(page);

        await Expect(Notice(page)).ToContainTextAsync("Halland har fått koden ”El- och effektbrist”.");
        Assert.Equal(["POST"], asked);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?kodad=[^#]+$"));
        await Expect(page.GetByLabel("Ord ur svaret")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Expect(Notice(page)).ToContainTextAsync("Halland har fått koden ”El- och effektbrist”.");
    }

    [Fact]
    public async Task A_selection_becomes_a_coding_and_the_chapter_counts_it()
    {
        var page = await Open();
        await Select(page, Words);
        await Expect(page.GetByLabel("Ord ur svaret")).ToHaveValueAsync(Words);
        await Expect(page.Locator("#start")).Not.ToHaveValueAsync("");

        await Add(page);

        await Expect(Notice(page)).ToContainTextAsync("Halland har fått koden ”El- och effektbrist”.");
        await Expect(Notice(page)).ToContainTextAsync("Sex → sju regioner");
        await Expect(page.Locator("#lage")).ToContainTextAsync("Sex → sju regioner");
        await Notice(page).GetByRole(AriaRole.Link, new() { Name = "Visa i kapitlet" }).ClickAsync();
        await Expect(Claim(page)).ToContainTextAsync("sju regioner");
        await page.GotoAsync(await Work.Halland(_site));

        await Remove(page);

        await Expect(Notice(page)).ToContainTextAsync("Koden ”El- och effektbrist” är borttagen.");
        await Expect(Notice(page)).ToContainTextAsync("Sju → sex regioner");
        await page.GotoAsync(Work.Chapter);
        await Expect(Claim(page)).ToHaveTextAsync("sex regioner");
    }

    [Fact]
    public async Task Without_script_the_words_are_pasted_and_a_removal_can_be_undone()
    {
        var page = await Open(Work.WithoutScript);
        await page.GetByLabel("Ord ur svaret").FillAsync(Words);
        await Add(page);
        await Expect(Notice(page)).ToContainTextAsync("Sex → sju regioner");

        await Remove(page);
        await Notice(page).GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Sju har nu koden ”El- och effektbrist”.");

        await Remove(page);
        await Expect(Notice(page)).ToContainTextAsync("Sju → sex regioner");
    }

    [Fact]
    public async Task Without_a_mouse_sentences_are_selected_coded_starred_noted_and_undone()
    {
        var page = await chromium.Open(_site, await Work.Halland(_site), account: "analytiker2");
        var status = page.Locator("#lage");
        await page.Keyboard.PressAsync("s");
        await Expect(status).ToContainTextAsync("tecken markerade");
        var sentence = await page.GetByLabel("Ord ur svaret").InputValueAsync();
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        // The browser tells of a changed selection when it comes to it.
        await Expect(page.GetByLabel("Ord ur svaret")).Not.ToHaveValueAsync(sentence);
        var shorter = await page.GetByLabel("Ord ur svaret").InputValueAsync();
        Assert.StartsWith(shorter, sentence, StringComparison.Ordinal);
        Assert.True(shorter.Length < sentence.Length);

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("effektbrist");
        await page.Keyboard.PressAsync("Enter");
        await Expect(status).ToContainTextAsync("Halland har fått koden ”El- och effektbrist”.");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync(".");
        await Expect(page.GetByText("Kodat av Analytiker två, provkonto")).ToHaveCountAsync(2);

        await page.Locator("#s1").FocusAsync();
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#k1 .stjarna")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator("#s1").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.TypeAsync("Jämför med förra året.");
        await page.Locator("#k1").GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" }).ClickAsync();
        await Expect(page.Locator("#k1 .anteckning .pre")).ToHaveTextAsync("Jämför med förra året.");
        await page.HasNoBarrier();

        await page.EvaluateAsync("document.activeElement.blur()");
        for (var left = 4; left > 0; left--)
        {
            await page.Keyboard.PressAsync("z");
            await Expect(status).ToContainTextAsync("Ångrat");
            await page.EvaluateAsync("document.getElementById('lage').textContent = ''");
        }

        await Expect(page.GetByText("Kodat av Analytiker två, provkonto")).ToHaveCountAsync(0);
        await Expect(page.Locator("#k1 .stjarna")).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Keyboard.PressAsync("z");
        await Expect(status).ToHaveTextAsync("Det finns inget att ångra.");
    }

    [Fact]
    public async Task A_hundred_passages_are_coded_without_the_mouse()
    {
        const int All = 100;
        var page = await chromium.Open(_site, await Work.Halland(_site), account: "analytiker2");
        var own = page.GetByText("Kodat av Analytiker två, provkonto");
        for (var (done, here) = (0, 0); done < All; )
        {
            await page.Keyboard.PressAsync("s");
            var words = await page.EvaluateAsync<string>("getSelection().toString()");
            await page.Keyboard.PressAsync($"{(done % 9) + 1}");
            await Expect(own).ToHaveCountAsync(++here);
            done++;
            if (
                await page.EvaluateAsync<bool>(
                    "words => [...document.querySelectorAll('#svaret p[data-start]')].at(-1).textContent.trimEnd().endsWith(words.trimEnd())",
                    words
                )
            )
            {
                // The answer is read to its end: the one before it, since there are more of them in the north.
                var heading = await page.Locator("h1").TextContentAsync();
                await page.Keyboard.PressAsync("l");
                await Expect(page.Locator(".last")).ToContainTextAsync("Läst av dig");
                await page.Keyboard.PressAsync("[");
                await Expect(page.Locator("h1")).Not.ToHaveTextAsync(heading!);
                await page.IsLoaded();
                here = 0;
            }
        }

        using var scope = _site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SamlaDb>();
        var actors = (await db.Accounts.ToListAsync(TestContext.Current.CancellationToken))
            .Where(account => account.Name == "Analytiker två, provkonto")
            .Select(account => account.Actor)
            .ToList();
        Assert.Equal(
            All,
            await db.Codings.CountAsync(coding => actors.Contains(coding.Coder), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Two_analysts_see_what_the_other_does_without_asking_and_keep_what_they_write()
    {
        var one = await Open();
        var other = await chromium.Open(_site, await Work.Halland(_site), account: "analytiker2");
        await other
            .Locator(".tx > .anteckningar", new() { HasText = "Anteckningar om svaret" })
            .Locator("summary")
            .ClickAsync();
        await other.GetByRole(AriaRole.Textbox, new() { Name = "Anteckningar om svaret" }).FillAsync("Halvskrivet");

        await Select(one, Words);
        await Add(one);

        await Expect(other.Locator("#lage"))
            .ToContainTextAsync("Analytiker, provkonto gav koden ”El- och effektbrist”", new() { Timeout = 20_000 });
        await Expect(other.Locator(".kl")).ToContainTextAsync("El- och effektbrist");
        await Expect(other.GetByRole(AriaRole.Textbox, new() { Name = "Anteckningar om svaret" }))
            .ToHaveValueAsync("Halvskrivet");
        await Remove(one);
        await Expect(other.Locator(".kl")).Not.ToContainTextAsync("El- och effektbrist", new() { Timeout = 20_000 });

        // And the other way.
        await Select(other, Words);
        await Add(other);
        await Expect(one.Locator("#lage"))
            .ToContainTextAsync(
                "Analytiker två, provkonto gav koden ”El- och effektbrist”",
                new() { Timeout = 20_000 }
            );
        await Expect(one.Locator(".kl")).ToContainTextAsync("Kodat av Analytiker två, provkonto");
    }

    [Fact]
    public async Task Who_writes_while_an_answer_is_on_its_way_goes_on_writing_where_they_were()
    {
        var page = await Open();
        var mayGo = new TaskCompletionSource();
        await page.RouteAsync(
            "**/kalla/**",
            async route =>
            {
                if (route.Request.Method == "POST")
                {
                    await mayGo.Task;
                }

                await route.ContinueAsync();
            }
        );
        await page.Locator("#s1").FocusAsync();
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.TypeAsync("Kolla mot ");

        mayGo.SetResult();
        await Expect(page.Locator("#k1 .stjarna")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.TypeAsync("förra året.");

        await Expect(page.Locator("#k1 details.ny textarea")).ToHaveValueAsync("Kolla mot förra året.");
        await Expect(page.Locator("#k1 details.ny textarea")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/lasrum/krav/miljo-genomforande")]
    [InlineData("/lasrum/13")]
    [InlineData("/kodning")]
    [InlineData("/kod/miljo-effektbrist")]
    public async Task Who_reads_is_told_what_others_code_and_sees_it_when_they_choose(string path)
    {
        var reads = await chromium.Open(_site, Work.Root + path, account: "analytiker2");
        var codes = await Open();
        await Select(codes, Words);
        await Add(codes);
        await Expect(Notice(codes)).ToContainTextAsync("Halland har fått koden");

        var news = reads.Locator("#nytt");
        await Expect(news)
            .ToContainTextAsync("Analytiker, provkonto gav koden ”El- och effektbrist”", new() { Timeout = 20_000 });
        await reads.HasNoBarrier();
        await news.GetByRole(AriaRole.Link, new() { Name = "Visa sidan på nytt" }).ClickAsync();
        await Expect(news).ToBeEmptyAsync();
    }

    [Fact]
    public async Task With_a_finger_words_are_selected_and_get_a_code_on_a_phone()
    {
        var page = await Open(
            new()
            {
                HasTouch = true,
                IsMobile = true,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        // What a long press and the handles leave behind; the browser's own menu cannot be reached from here.
        await Select(page, Words);
        await Expect(page.GetByLabel("Ord ur svaret")).ToHaveValueAsync(Words);
        var row = page.Locator($".kod li[data-code={Code}]");
        await row.Locator("summary").TapAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = "Ge koden" }).TapAsync();

        await Expect(page.Locator("#lage")).ToContainTextAsync("Halland har fått koden ”El- och effektbrist”.");
        await Expect(page.Locator(".kl")).ToContainTextAsync(Words);
        // The latest code stays at hand for the next words.
        await Select(page, "energiförsörjningen i länet");
        await page.Locator("#senaste").GetByRole(AriaRole.Button).First.TapAsync();
        await Expect(page.Locator(".kl")).ToContainTextAsync("energiförsörjningen i länet");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.HasNoBarrier();
        await page.Locator("#angra").TapAsync();
        await Expect(page.Locator("#lage")).ToContainTextAsync("Ångrat");
    }

    [Fact]
    public async Task A_suggestion_is_taken_with_one_key_and_counts_only_then()
    {
        var page = await Taught();
        var suggestion = page.Locator(".sg", new() { HasText = "Energifrågor" });
        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator("#lage")).ToContainTextAsync("% säkert");
        await page.HasNoBarrier();
        await suggestion.GetByText("Godta").FocusAsync();
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator("#lage")).ToContainTextAsync("har nu koden ”Energifrågor”");
        await Expect(suggestion).ToHaveCountAsync(0);
        await Expect(page.Locator(".forslag")).ToContainTextAsync("1 av 1 bedömda förslag godtagits");
    }

    [Fact]
    public async Task A_number_on_a_suggestion_gives_that_code_in_its_place()
    {
        var page = await Taught();
        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator(".sg.cur")).ToHaveCountAsync(1);
        // What is selected gets the codes that may fit it.
        await Expect(page.Locator("#passar")).ToContainTextAsync("Kan passa:");
        var other = page.Locator(".kod li[data-code]:not(.on)").First;
        var number = await other.Locator("kbd").TextContentAsync();
        var name = await other.Locator(".nm").TextContentAsync();
        await page.Keyboard.PressAsync(number!);
        await Expect(page.Locator("#lage")).ToContainTextAsync($"har nu koden ”{name}”");
        await Expect(page.Locator(".forslag")).ToContainTextAsync("1 fått en annan kod");
    }

    [Fact]
    public async Task A_code_shows_passages_that_may_have_it_and_they_are_judged_by_key()
    {
        await Taught();
        var page = await chromium.Open(_site, $"{Work.Root}/kod/miljo-energi");
        await page.GetByRole(AriaRole.Link, new() { Name = "Förslag på textställen" }).ClickAsync();
        await Expect(page.Locator(".sg").First).ToBeVisibleAsync();
        // The page is loaded anew each time: keys are heard when its script has come.
        await page.IsLoaded();
        await page.HasNoBarrier();
        var before = await page.Locator(".sg").CountAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Förslaget är avvisat");
        await Expect(page.Locator(".sg")).ToHaveCountAsync(before - 1);
        await page.IsLoaded();
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator("#besked")).ToContainTextAsync("ångrat");
        await page.IsLoaded();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Koden är given och räknas.");
    }

    /// <summary>Halland's page, from which a code has been taken off that is then suggested.</summary>
    private async Task<IPage> Taught()
    {
        var page = await Open();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort koden Energifrågor" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Koden ”Energifrågor” är borttagen.");
        // The lesson goes on in the background.
        var suggestion = page.Locator(".sg", new() { HasText = "Energifrågor" });
        for (var tries = 0; tries < 100 && await suggestion.CountAsync() == 0; tries++)
        {
            await page.ReloadAsync();
        }

        await Expect(suggestion).ToHaveCountAsync(1);
        return page;
    }

    [Fact]
    public async Task A_code_without_a_passage_counts_and_shows_its_reason()
    {
        var page = await Open(Work.WithoutScript);
        await page.GetByText("Ge en kod utan textställe").ClickAsync();
        await page.GetByLabel("Kod som ges utan textställe").SelectOptionAsync(Code);
        await page.GetByLabel("Skäl").FillAsync("Hänvisar till avsnitt 11.3.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ge koden" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Halland har fått koden utan textställe.");
        await Expect(page.Locator(".utan li")).ToContainTextAsync("Hänvisar till avsnitt 11.3.");
        await page.GotoAsync(Work.Chapter);
        await Expect(Claim(page)).ToContainTextAsync("sju regioner");

        await page.GotoAsync(await Work.Halland(_site));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort koden El- och effektbrist utan textställe" })
            .ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Koden utan textställe är borttagen.");
    }

    [Fact]
    public async Task Words_that_are_not_in_the_answer_are_refused_and_kept()
    {
        var page = await Open();
        await page.GetByLabel("Ord ur svaret").FillAsync("Det här skrev ingen.");
        await Add(page);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Orden finns inte ordagrant i svaret.");
        await Expect(page.GetByLabel("Ord ur svaret")).ToHaveValueAsync("Det här skrev ingen.");
        await Expect(page.GetByLabel("Kod", new() { Exact = true })).ToHaveValueAsync(Code);
    }

    [Fact]
    public async Task A_passage_over_two_paragraphs_is_found_in_the_answer()
    {
        var page = await Open();
        await page.EvaluateAsync(
            """
            () => {
                const [first, second] = [document.getElementById("p5"), document.getElementById("p6")];
                getSelection().setBaseAndExtent(first.lastChild, 0, second.firstChild, 10);
            }
            """
        );
        await Add(page);

        await Expect(Notice(page)).ToContainTextAsync("Halland har fått koden");
        await Expect(page.Locator("#p5 .s-cod")).ToBeVisibleAsync();
        await Expect(page.Locator("#p6 .s-cod")).ToBeVisibleAsync();
        await Remove(page);
    }

    [Fact]
    public async Task Passages_that_overlap_are_both_named_beside_the_words()
    {
        var page = await Open();
        await Select(page, "energiförsörjningen i länet");
        await Add(page);

        await Expect(page.Locator("#p2 .s-cod.many")).ToHaveTextAsync("energiförsörjningen i länet");
        var names = page.GetByRole(AriaRole.List, new() { Name = "Kodat i stycke 2" });
        await Expect(names).ToContainTextAsync("Robust energi");
        await Expect(names).ToContainTextAsync("El- och effektbrist");
        await Remove(page);
    }

    [Fact]
    public async Task An_answer_marked_as_unread_makes_the_chapter_say_that_its_numbers_may_grow()
    {
        var page = await Open();
        await page.GetByRole(AriaRole.Button, new() { Name = "Markera som oläst" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Svaret är markerat som oläst.");
        await page.GotoAsync(Work.Chapter);
        await Expect(page.Locator(".paper .al").First).ToContainTextAsync("Halland är inte läst än");
        await page.GotoAsync(Work.Root);
        await Expect(page.Locator(".four")).ToContainTextAsync("1 av 748");

        await page.GotoAsync(await Work.Halland(_site));
        await page.GetByRole(AriaRole.Button, new() { Name = "Markera som läst" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Halland räknas nu bland dem som tiger om");
        await page.GotoAsync(Work.Chapter);
        await Expect(page.Locator(".paper .al")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_walk_the_passages_and_the_sources_but_not_in_a_field_or_when_off()
    {
        var page = await Open();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#s1")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#lage")).ToHaveTextAsync("Textställe 2: Energifrågor");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("#s1")).ToBeFocusedAsync();

        await page.GetByLabel("Ord ur svaret").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByLabel("Ord ur svaret")).ToHaveValueAsync("j");

        await page.GetByLabel("Använd tangenterna").UncheckAsync();
        await page.Locator("#s1").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#s1")).ToBeFocusedAsync();

        await page.GetByLabel("Använd tangenterna").CheckAsync();
        await page.Keyboard.PressAsync("]");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Jönköping");
        // The heading is there before the script is.
        await page.IsLoaded();
        await page.Keyboard.PressAsync("[");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Halland");
    }

    [Fact]
    public async Task A_requirement_leads_to_its_answers_from_north_to_south()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kodning", Work.WithoutScript);
        await page.GetByRole(AriaRole.Region, new() { Name = "Krav i avsnittet Miljö och klimat" })
            .GetByRole(AriaRole.Link, new() { Name = "Mål och resultat" })
            .ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("11.2 Mål och resultat");
        await Expect(page.Locator(".pk li")).ToHaveCountAsync(21);
        await Expect(page.Locator(".pk li").First).ToContainTextAsync("Norrbotten");
    }

    [Fact]
    public async Task A_code_leads_to_the_words_of_every_region_that_says_it()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kod/miljo-reviderat", Work.WithoutScript);

        await Expect(page.Locator(".tal")).ToContainTextAsync("Tre av 21 säger det.");
        await Expect(page.Locator(".ord li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Öppna svaret" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("11.1 Genomförande");
    }

    private async Task<IPage> Open(BrowserNewContextOptions? options = null) =>
        await chromium.Open(_site, await Work.Halland(_site), options);

    private static ILocator Notice(IPage page) => page.Locator("#besked");

    private static ILocator Claim(IPage page) => page.Locator($"#kod-{Code}");

    private static async Task Add(IPage page)
    {
        await page.GetByLabel("Kod", new() { Exact = true }).SelectOptionAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
    }

    private static Task Remove(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Ta bort koden El- och effektbrist" }).ClickAsync();

    /// <summary>Selects words as a mouse would; they must stand within one paragraph and one segment.</summary>
    private static async Task Select(IPage page, string words) =>
        await page.EvaluateAsync(
            """
            (words) => {
                const texts = document.createTreeWalker(document.getElementById("svaret"), NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                    const at = text.data.indexOf(words);
                    if (at >= 0) {
                        getSelection().setBaseAndExtent(text, at, text, at + words.length);
                        return;
                    }
                }
                throw new Error("not found");
            }
            """,
            words
        );
}
