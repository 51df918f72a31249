using System.Text;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>Each test has a document of its own, with words that nothing else has, and takes it out again.</summary>
public sealed class DocumentTests(Site site, Chromium chromium)
{
    private const string Path = $"{Work.Root}/dokument";

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_file_is_looked_at_added_found_and_taken_out(bool hasScript)
    {
        var word = hasScript ? "klarbärsodling" : "stenfruktsodling";
        var page = await chromium.Open(site, Path, Public.Browser(hasScript));
        await Choose(page, $"Plan för {word}\n\nVi odlar i hela länet.\fAndra sidan.");

        await Expect(page.Locator(".utdrag")).ToContainTextAsync("Vi odlar i hela länet.");
        await Expect(page.Locator(".forhand")).ToContainTextAsync("2 sidor, ");
        await Expect(page.GetByLabel("Titel")).ToHaveValueAsync($"Plan för {word}");
        await page.GetByLabel("Slag").SelectOptionAsync("Myndighetsrapport");
        await page.GetByLabel("Län som").SelectOptionAsync("Gotland");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till dokumentet" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Plan för {word}");
        await Expect(page.Locator(".lasning .sida").Last).ToHaveTextAsync("s. 2");
        await page.GotoAsync($"{Work.Root}/sok?sok={word}&omrade=09");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Plan för {word}", Exact = true }).ClickAsync();
        await Expect(page.Locator(":target")).ToContainTextAsync(word);
        await page.GetByRole(AriaRole.Link, new() { Name = "Versioner och fil" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort dokumentet" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Dokumentet är borttaget");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Plan för {word}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg tillbaka dokumentet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Dokumentet är tillbaka");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort dokumentet" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Dokumentet är borttaget");
        await page.GotoAsync($"{Work.Root}/sok?sok={word}");
        await Expect(page.Locator(".sok")).ToContainTextAsync("Ingen text har det ordet");
    }

    [Fact]
    public async Task What_is_not_wanted_is_not_kept()
    {
        var page = await chromium.Open(site, Path, Public.Browser(hasScript: false));
        await Choose(page, "Fel fil.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Avbryt" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dokument");
        await Expect(page.Locator(".dokument")).Not.ToContainTextAsync("Fel fil");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_what_to_do()
    {
        var page = await chromium.Open(site, Path, Public.Browser());
        await page.GetByLabel("Fil").SetInputFilesAsync(File("bild.pdf", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2]));
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Spara den som PDF eller Word-dokument");
        await page.HasNoBarrier();
    }

    [Fact]
    public async Task The_pages_have_no_barrier_and_do_not_scroll_sideways()
    {
        var page = await chromium.Open(site, Path);
        await page.LooksRight();
        await Choose(page, $"Bärodlingar i länet\n\n{new string('å', 200)}\f\fTredje sidan.");
        await page.LooksRight();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till dokumentet" }).ClickAsync();
        await page.LooksRight();
        var address = page.Url;
        await page.GotoAsync(Path);
        await page.LooksRight();
        await Expect(page.GetByText("rekonstruerad ur offentliga uppgifter")).ToHaveCountAsync(0);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Koda dokumentet" }).ClickAsync();
        await page.LooksRight();
        await Expect(page.GetByText("rekonstruerad ur offentliga uppgifter")).ToHaveCountAsync(0);
        await Expect(page.Locator(".pgs .sida").Last).ToHaveTextAsync("s. 3");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort dokumentet" }).ClickAsync();
    }

    private static async Task Choose(IPage page, string text)
    {
        await page.GetByLabel("Fil").SetInputFilesAsync(File("dokument.txt", Encoding.UTF8.GetBytes(text)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();
    }

    private static FilePayload File(string name, byte[] content) =>
        new()
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = content,
        };
}
