using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Publish;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

/// <summary>The thread: from a region's words to a printed number, and back.</summary>
public sealed class PublishingTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private const string Code = "miljo-elnat";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_coding_changes_the_sentence_and_the_note_and_is_printed_in_the_next_edition(bool hasScript)
    {
        var page = await chromium.Open(_site, await Work.Halland(_site), new() { JavaScriptEnabled = hasScript });
        await page.GetByLabel("Ord ur svaret").FillAsync("Prognoser ska hjälpa länen möta kommande elbehov.");
        await page.GetByLabel("Kod", new() { Exact = true }).SelectOptionAsync(Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till kod" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Två → tre regioner: Elnätsutbyggnad");

        await page.GotoAsync(Work.Chapter);
        var claim = page.Locator($"#kod-{Code}");
        await Expect(claim.Locator("del")).ToHaveTextAsync("Två regioner");
        await Expect(claim.Locator("ins")).ToHaveTextAsync("Tre regioner");
        var note = page.Locator($"#kod-{Code} + details");
        await note.Locator("summary").ClickAsync();
        await Expect(note).ToContainTextAsync("Halland");
        await Expect(page.Locator(".insp")).ToContainTextAsync("Ny: Halland.");

        await Publish(page);
        Assert.Contains("Halland", (await Printed()).NoteText);

        await page.GotoAsync(await Work.Halland(_site));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort koden Elnätsutbyggnad" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Tre → två regioner");
        await page.GotoAsync(Work.Chapter);
        await Expect(page.Locator(".insp")).ToContainTextAsync("Inte längre med: Halland.");
        Assert.Equal("Tre regioner", (await Printed()).Words);

        await Publish(page);
        Assert.Equal("Två regioner", (await Printed()).Words);
        await page.GotoAsync(Work.Chapter);
        await Expect(page.Locator(".insp")).ToContainTextAsync("Inget. Kapitlet är ord för ord som i utgåvan.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_edition_carries_its_decision_and_what_is_changed_and_the_one_before_keeps_its_address(
        bool hasScript
    )
    {
        var page = await chromium.Open(_site, Work.Editor, new() { JavaScriptEnabled = hasScript });
        var before = await page.GetByLabel("Kapitlets text").InputValueAsync();
        await Save(page, before.TrimEnd() + "\n\nDessutom nämner {{miljo-elnat}} elnätet.\n");
        await page.GotoAsync(Work.Publishing);
        await page.GetByLabel("Vem har beslutat?").FillAsync("Generaldirektören");
        await page.GetByLabel("Handläggare").FillAsync("en statistiker");
        await page.GetByLabel("Vad är ändrat sedan utgåva").FillAsync("Ett stycke om elnätet är tillagt.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Skriv beslutets diarienummer.");
        await Expect(page.GetByLabel("Vem har beslutat?")).ToHaveValueAsync("Generaldirektören");
        await Expect(page.GetByLabel("Vad är ändrat sedan utgåva"))
            .ToHaveValueAsync("Ett stycke om elnätet är tillagt.");
        if (hasScript)
        {
            await page.LooksRight();
        }

        await page.GetByLabel("När?").FillAsync("2024-02-14");
        await page.GetByLabel("Diarienummer").FillAsync("Ä 2024/17");
        await page.GetByLabel("Föredragande").FillAsync("enhetschefen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Utgåva 2 är publicerad.");

        var reader = await chromium.Open(_site, "/rattelser", Public.Browser(hasScript));
        await Expect(reader.Locator(".lista")).ToContainTextAsync("Ett stycke om elnätet är tillagt.");
        await Look(reader);
        await reader.Locator(".lista a").First.ClickAsync();
        await Expect(reader.Locator("main"))
            .ToContainTextAsync(
                "Beslut om rapporten: Generaldirektören, 14 februari 2024, diarienummer Ä 2024/17. Föredragande: enhetschefen. I den slutliga handläggningen har även en statistiker deltagit."
            );
        await Expect(reader.Locator(".citat")).ToContainTextAsync("/rapport/2023/utgava/2");
        await Expect(reader.Locator(".pub-changes")).ToContainTextAsync("Elnätsutbyggnad");
        await Look(reader);
        await reader.GetByRole(AriaRole.Link, new() { Name = "utgåva 1", Exact = true }).ClickAsync();
        await Expect(reader.GetByText("Det finns en senare utgåva.")).ToBeVisibleAsync();
        await Look(reader);
        var file = await reader.APIRequest.GetAsync(At("/rapport/2023/utgava/1/samla-2023-1.md"));
        Assert.DoesNotContain("Dessutom nämner", await file.TextAsync(), StringComparison.Ordinal);
        file = await reader.APIRequest.GetAsync(At("/rapport/2023/utgava/2/samla-2023-2.html"));
        Assert.Contains("diarienummer Ä 2024/17", await file.TextAsync(), StringComparison.Ordinal);
        foreach (
            var missing in (string[])
                ["utgava/3", "utgava/x", "utgava/01", "utgava/1/samla-2023-2.md", "utgava/1/samla-2023-1.exe"]
        )
        {
            Assert.Equal(404, (await reader.APIRequest.GetAsync(At($"/rapport/2023/{missing}"))).Status);
        }

        string At(string path) => new Uri(_site.Address, path).ToString();

        Task Look(IPage shown) => hasScript ? shown.LooksRight() : Task.CompletedTask;
    }

    [Fact]
    public async Task What_has_not_changed_makes_no_new_edition()
    {
        var page = await chromium.Open(_site, Work.Publishing, Work.WithoutScript);
        var editions = await page.Locator("tbody tr").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" }).ClickAsync();

        await Expect(page.Locator("#besked")).ToContainTextAsync("Ingen ny utgåva.");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(editions);
    }

    [Fact]
    public async Task A_marker_that_cannot_be_filled_in_holds_the_edition_back()
    {
        var page = await chromium.Open(_site, Work.Editor, Work.WithoutScript);
        var before = await page.GetByLabel("Kapitlets text").InputValueAsync();
        await Save(page, before + "\n{{finns-inte}} nämner det.\n");
        await page.GotoAsync(Work.Publishing);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "En sak hindrar publicering" }))
            .ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" })).ToBeDisabledAsync();
        await Expect(page.Locator(".larm").First).ToContainTextAsync("Koden ”finns-inte” finns inte i kodschemat.");

        await page.GotoAsync(Work.Editor);
        await Save(page, before);
        await page.GotoAsync(Work.Publishing);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inget hindrar publicering" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_of_chapters_says_what_has_changed()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kapitel", Work.WithoutScript);

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(10);
        var row = page.Locator("tbody tr", new() { HasText = "11 Miljö och klimat" });
        await Expect(row).ToContainTextAsync("46");
        await Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("inget");
    }

    private static async Task Save(IPage page, string text)
    {
        await page.GetByLabel("Kapitlets text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Sparat.");
    }

    private static async Task Publish(IPage page)
    {
        await page.GotoAsync(Work.Publishing);
        await Expect(page.Locator(".chg")).ToContainTextAsync("Elnätsutbyggnad");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicera ny utgåva" }).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("är publicerad.");
        await Expect(page.GetByText("Inget är ändrat.")).ToBeVisibleAsync();
    }

    private async Task<ReportClaim> Printed()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var edition = await scope
            .ServiceProvider.GetRequiredService<ReadEdition>()
            .ReadWhole(Key<Round>.Parse("2023", null), TestContext.Current.CancellationToken);
        return edition!.Value.Report.Chapters.SelectMany(chapter => chapter.Claims).First(claim => claim.Code == Code);
    }
}
