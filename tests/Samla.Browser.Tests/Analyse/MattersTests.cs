using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>The register of messages and recommendations: what became of them is written, and nothing written is lost.</summary>
public sealed class MattersTests(Chromium chromium) : IAsyncLifetime
{
    private const string Register = $"{Work.Root}/medskick";
    private const string Matter = "#sak-kompetens-medskick";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_became_of_a_message_is_written_and_what_is_refused_stands_in_its_field(bool hasScript)
    {
        var page = await chromium.Open(_site, Register, new() { JavaScriptEnabled = hasScript });
        var matter = page.Locator(Matter);
        await Expect(matter).ToContainTextAsync("Fem regioner 2023: Dalarna, Gotland, Halland");
        await matter.GetByText("Skriv vad det blev av det").ClickAsync();
        await matter.GetByLabel("Läget").SelectOptionAsync("Delvis åtgärdat");
        await matter.GetByLabel("Vad som har gjorts").FillAsync(new string('x', 2_001));
        await Save(matter).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Texten är för lång");
        await Expect(matter.GetByLabel("Vad som har gjorts")).ToHaveValueAsync(new string('x', 2_001));
        await Expect(matter.GetByLabel("Läget")).ToHaveValueAsync("Partly");
        if (hasScript)
        {
            await page.LooksRight();
        }

        await matter.GetByLabel("Vad som har gjorts").FillAsync("Regeringen har svarat.");
        await Save(matter).ClickAsync();
        await Expect(page.Locator("#besked")).ToContainTextAsync("Medskick till staten");
        await Expect(matter.Locator(".blev")).ToContainTextAsync("Delvis åtgärdat. Regeringen har svarat.");
    }

    [Fact]
    public async Task Two_who_write_of_the_same_message_both_keep_their_words()
    {
        var one = await chromium.Open(_site, Register, Work.WithoutScript);
        var other = await chromium.Open(_site, Register, Work.WithoutScript);
        await Write(one, "Den enes ord.");
        await Expect(one.Locator("#besked")).ToContainTextAsync("Sparat.");
        await Write(other, "Den andras ord.");

        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon annan har ändrat uppgiften");
        await Expect(other.Locator($"{Matter} .blev")).ToContainTextAsync("Den enes ord.");
        await Expect(other.Locator(Matter).GetByLabel("Vad som har gjorts")).ToHaveValueAsync("Den andras ord.");
    }

    [Fact]
    public async Task A_code_becomes_a_recommendation_in_the_codebook()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kod/rus-reviderar", Work.WithoutScript);
        await page.Locator("details:has(#andra-aspekt) > summary").ClickAsync();
        await page.Locator("#andra-aspekt").SelectOptionAsync("Rekommendation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara orden" }).ClickAsync();
        await Expect(page.Locator(".kodregler")).ToContainTextAsync("Rekommendation");
        await Expect(page.Locator(".kodregler dd").Last).ToHaveTextAsync("1"); // the version it had

        await page.GotoAsync(Register);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Rekommendationer" }))
            .ToContainTextAsync("Reviderar strategin");
    }

    private static async Task Write(IPage page, string text)
    {
        await page.Locator(Matter).GetByText("Skriv vad det blev av det").ClickAsync();
        await page.Locator(Matter).GetByLabel("Vad som har gjorts").FillAsync(text);
        await Save(page.Locator(Matter)).ClickAsync();
    }

    private static ILocator Save(ILocator matter) => matter.GetByRole(AriaRole.Button, new() { Name = "Spara" });
}
