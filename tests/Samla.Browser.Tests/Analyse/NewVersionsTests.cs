using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>Codes whose answer was replaced wait until somebody has placed them in the new text or let them go.</summary>
public sealed class NewVersionsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Queue = $"{Work.Root}/nya-versioner";
    private const string Code = "miljo-effektbrist";
    private const string New = "Länen ska få hjälp av prognoser för kommande elbehov.";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Where_nothing_waits_the_page_says_when_something_would()
    {
        var page = await chromium.Open(_site, Queue, Work.WithoutScript);

        await Expect(page.Locator(".s-empty")).ToContainTextAsync("Inget väntar.");
        await page.GotoAsync($"{Work.Root}/kodning");
        await Expect(page.Locator(".s-workhead")).Not.ToContainTextAsync("väntar");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_is_placed_in_the_new_text_and_that_can_be_undone(bool withScript)
    {
        await Replace();
        var page = await chromium.Open(_site, $"{Work.Root}/kodning", new() { JavaScriptEnabled = withScript });
        await page.GetByRole(AriaRole.Link, new() { Name = "En kod väntar" }).ClickAsync();
        await Expect(page.Locator(".nv-om")).ToContainTextAsync("Ingen av dem räknas");
        await Expect(page.Locator(".nv-gammal del").First).ToBeVisibleAsync();
        await Expect(page.Locator(".nv-gammal .s-cod")).ToContainTextAsync("Prognoser ska");
        await Expect(page.Locator(".nv-ny ins").First).ToBeVisibleAsync();
        await Expect(page.Locator(".plac > .s-small").First).ToContainTextAsync("Kodat av Analytiker, provkonto");
        await page.Draw("guide-nya-versioner.png", page.Locator(".nv-gammal").First, 130, 640);

        await Words(page).FillAsync("Det här skrev ingen.");
        await Place(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Orden finns inte ordagrant i svaret.");
        await Expect(Words(page)).ToHaveValueAsync("Det här skrev ingen.");

        if (withScript)
        {
            await Select(page, "prognoser för kommande elbehov");
            await Expect(Words(page)).ToHaveValueAsync("prognoser för kommande elbehov");
            await Expect(page.Locator("[name=start]")).Not.ToHaveValueAsync("");
        }
        else
        {
            await Words(page).FillAsync("prognoser för kommande elbehov");
        }

        await Place(page).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Koden är placerad i den nya texten och räknas nu.");
        await Expect(page.Locator(".s-empty")).ToContainTextAsync("Inget väntar.");
        await Notice(page).GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("ångrat");
        await Expect(page.Locator(".plac")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_likeliest_sentence_is_proposed_and_placed_only_by_a_person()
    {
        await Replace();
        var page = await chromium.Open(_site, Queue, Work.WithoutScript);
        await Expect(page.Locator(".forslag blockquote")).ToHaveTextAsync(New);
        await Expect(page.Locator(".plac")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Placera koden där" }).ClickAsync();

        await Expect(Notice(page)).ToContainTextAsync("Koden är placerad");
        await page.GotoAsync(await Work.Halland(_site));
        await Expect(page.Locator(".s-cod", new() { HasText = New })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_code_is_let_go_and_a_page_that_is_late_is_told_so()
    {
        await Replace();
        var page = await chromium.Open(_site, Queue, Work.WithoutScript);
        var late = await page.Context.NewPageAsync();
        await late.GotoAsync(Queue);

        await page.GetByRole(AriaRole.Button, new() { Name = "Släpp koden" }).ClickAsync();
        await Expect(Notice(page)).ToContainTextAsync("Koden är släppt.");
        await late.GetByRole(AriaRole.Button, new() { Name = "Placera koden där" }).ClickAsync();

        await Expect(late.GetByRole(AriaRole.Alert)).ToContainTextAsync("redan placerad eller släppt");
    }

    [Fact]
    public async Task The_queue_has_no_barrier_and_stays_within_the_window()
    {
        await Replace();
        var page = await chromium.Open(_site, Queue);
        await page.LooksRight();
        await Words(page).FillAsync("Det här skrev ingen.");
        await Place(page).ClickAsync();
        await page.LooksRight();
        await page.GetByRole(AriaRole.Button, new() { Name = "Släpp koden" }).ClickAsync();
        await page.LooksRight();
        await page.GotoAsync($"{Work.Root}/kodning");
        await page.LooksRight();
    }

    /// <summary>Codes a sentence of Halland's answer as the analyst, and hands in a version that says it in other words.</summary>
    private async Task Replace()
    {
        const string Old = "Prognoser ska hjälpa länen möta kommande elbehov.";
        var page = await chromium.Open(_site, await Work.Halland(_site), Work.WithoutScript);
        await page.GetByLabel("Ord ur svaret").FillAsync(Old);
        await page.GetByLabel("Kod", new() { Exact = true }).SelectOptionAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("har fått koden");
        await Work.HandIn(
            _site,
            Key<Round>.Parse("2023", null),
            Key<Reporter>.Parse("13", null),
            Key<Requirement>.Parse("miljo-genomforande", null),
            (await Text()).Replace(Old, New, StringComparison.Ordinal),
            seen: 1
        );
    }

    private async Task<string> Text()
    {
        var id = (await Work.Halland(_site)).Split('/')[^1];
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<SamlaDb>()
            .Sources.Where(source => source.Id == Id<Source>.Parse(id, null))
            .Select(source => source.Text)
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    private static ILocator Notice(IPage page) => page.Locator("#besked");

    private static ILocator Words(IPage page) => page.GetByLabel("Ord ur den nya texten");

    private static ILocator Place(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Placera koden (" });

    /// <summary>Selects words of the new text as a mouse would; they may reach over what is marked.</summary>
    private static async Task Select(IPage page, string words) =>
        await page.EvaluateAsync(
            """
            (words) => {
                const paragraph = [...document.querySelectorAll(".nv-ny p")].find(one => one.textContent.includes(words));
                const place = (at) => {
                    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                        if (at <= text.length) {
                            return [text, at];
                        }
                        at -= text.length;
                    }
                };
                const start = paragraph.textContent.indexOf(words);
                getSelection().setBaseAndExtent(...place(start), ...place(start + words.length));
            }
            """,
            words
        );
}
