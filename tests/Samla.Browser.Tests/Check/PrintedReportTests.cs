using System.Text;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Check;

public sealed class PrintedReportTests(Chromium chromium) : IAsyncLifetime
{
    private const string Printed = $"{Work.Root}/tryckt";
    private const string Revises = $"{Work.Root}/kod/rus-reviderar";

    /// <summary>Made up; its second note lists three, where the sentence says four.</summary>
    private const string Report = """
        # 1 Strategier

        Två regioner[^1] reviderar strategin under året. De gör det i etapper.

        Fyra regioner[^2] stärker strategins roll hos sina nämnder.

        Flera regioner har planer på trädgårdar.

        [^1]: Dalarna, Halland.

        [^2]: Gotland, Skåne, Örebro.
        """;

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_printed_report_is_shown_read_in_tied_and_undone(bool hasScript)
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kodning", Public.Browser(hasScript));
        await page.GetByRole(AriaRole.Link, new() { Name = "Tryckta rapporter" }).ClickAsync();
        await Expect(page.GetByText("Ingen tryckt rapport är inläst.")).ToBeVisibleAsync();
        await Send(page, "2022", Report);
        await Expect(page.GetByRole(AriaRole.Status))
            .ToContainTextAsync("Två påståenden går att läsa, ett går inte det. Inget är sparat än.");
        await Expect(page.GetByText("Stämmer inte i trycket")).ToBeVisibleAsync();
        await page.Locator("summary", new() { HasText = "Går inte att läsa" }).ClickAsync();
        await Expect(page.GetByText("Det finns ingen not som säger vilka det gäller.")).ToBeVisibleAsync();
        await Press(page, "Läs in 2 påståenden");
        await Expect(page.Locator("#besked"))
            .ToContainTextAsync("Du läste in den tryckta rapporten om 2022 (påståenden: 2).");

        await page.GetByRole(AriaRole.Link, new() { Name = "2022", Exact = true }).ClickAsync();
        await Expect(page.Locator(".tryck")).ToHaveCountAsync(2);
        await Expect(page.Locator(":focus")).ToContainTextAsync("Reviderar strategin");
        await page.Keyboard.PressAsync("Enter"); // one key

        await Expect(page.Locator("#besked"))
            .ToContainTextAsync(
                "Du knöt påstående 1 i den tryckta rapporten om 2022 till koden ”Reviderar strategin”."
            );
        await Expect(page.Locator(".tryck")).ToHaveCountAsync(1);
        await page.GotoAsync(Revises);
        var before = page.Locator(".ar");
        await Expect(before).ToContainTextAsync("2022: två regioner");
        await Expect(before).ToContainTextAsync("läst ur trycket");
        await Expect(before).ToContainTextAsync("Dalarna och Halland.");
        await Expect(before).ToContainTextAsync("Går att jämföra.");
        await page.GotoAsync("/matris/2023?avsnitt=rus");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "2022, läst ur trycket" })).ToHaveCountAsync(1);

        await page.GotoAsync($"{Printed}/2022?visa=klara");
        await Press(page, "Lös påstående 1");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du löste påstående 1");
        await Press(page, "Ångra");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du ångrade att du löste påstående 1");
        await page.GotoAsync(Revises);
        await Expect(page.Locator(".ar")).ToContainTextAsync("2022: två regioner");
    }

    [Fact]
    public async Task A_code_is_chosen_by_its_name_and_none_can_fit()
    {
        var page = await chromium.Open(_site, Printed, Public.Browser(hasScript: false));
        await Send(page, "2022", Report);
        await Press(page, "Läs in 2 påståenden");
        await page.GotoAsync($"{Printed}/2022");
        var first = page.Locator("#p-1");
        await first.GetByText("Välj en annan kod").ClickAsync();
        await first.GetByLabel("Kodens namn").FillAsync("Finns inte alls");
        await first.GetByRole(AriaRole.Button, new() { Name = "Knyt", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Det finns ingen kod med det namnet.");
        await Expect(first.GetByLabel("Kodens namn")).ToHaveValueAsync("Finns inte alls");
        await first.GetByLabel("Kodens namn").FillAsync("genomför gällande strategi");
        await first.GetByRole(AriaRole.Button, new() { Name = "Knyt", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("till koden ”Genomför gällande strategi”");

        await Press(page, "Ingen kod passar påstående 2");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du sade att ingen kod passar påstående 2");
        await Expect(page.GetByText("Inga fler.")).ToBeVisibleAsync();
        await page.GotoAsync(Printed);
        await Expect(page.GetByRole(AriaRole.Row).Last).ToContainTextAsync("2022");
        await Press(page, "Ta bort rapporten om 2022");
        await Expect(page.Locator("#besked"))
            .ToContainTextAsync("Du tog bort den tryckta rapporten om 2022 (påståenden: 2).");
        await Press(page, "Ångra");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "2022", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_with_the_reason()
    {
        var page = await chromium.Open(_site, Printed, Public.Browser(hasScript: false));
        await Send(page, "2022", "Regionerna arbetar med vatten.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("inga påståenden");
        await Send(page, "2031", Report);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Det kan inte vara senare än omgångens, 2023.");
        await Expect(page.GetByLabel("År som rapporten handlar om")).ToHaveValueAsync("2031");
    }

    [Fact]
    public async Task No_page_of_it_has_a_barrier()
    {
        var page = await chromium.Open(_site, Printed);
        await IsFine();
        await Send(page, "2022", Report);
        await IsFine();
        await Press(page, "Läs in 2 påståenden");
        await IsFine();
        await page.GotoAsync($"{Printed}/2022");
        await IsFine();
        await page.Locator("#p-1 button").First.ClickAsync();
        await page.GotoAsync($"{Printed}/2022?visa=alla");
        await IsFine();
        await page.GotoAsync(Revises);
        await IsFine();
        await page.GotoAsync("/matris/2023?avsnitt=rus");
        await IsFine();

        async Task IsFine()
        {
            await page.IsLoaded();
            await page.EvaluateAsync(
                "() => document.querySelectorAll('main .work-body details').forEach(one => one.open = !one.hasAttribute('name'))"
            );
            await page.LooksRight();
        }
    }

    private static async Task Send(IPage page, string year, string text)
    {
        await page.GetByLabel("År som rapporten handlar om").FillAsync(year);
        await page.GetByLabel("Rapporten", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "tryckt.md",
                    MimeType = "text/markdown",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
        await Press(page, "Visa vad som läses");
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
