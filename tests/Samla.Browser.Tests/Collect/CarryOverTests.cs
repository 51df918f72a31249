using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>Region Gotland writes its report of 2024, with that of 2023 beside it.</summary>
public sealed class CarryOverTests(Chromium chromium) : IAsyncLifetime
{
    private const string Tasks = "/redovisa/2024/09";
    private const string Funds = $"{Tasks}/medel";

    private readonly Site _site = new();

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task Last_years_answer_stands_beside_the_box_and_is_carried_over(bool withScript)
    {
        var page = await chromium.Open(_site, Funds, new() { JavaScriptEnabled = withScript });
        var question = page.Locator("#medel-hallbarhet");
        var earlier = await question.Locator(".forra .answer").TextContentAsync();
        Assert.False(string.IsNullOrWhiteSpace(earlier));

        await question.GetByRole(AriaRole.Button, new() { Name = "Utgå från den här texten" }).ClickAsync();

        await Expect(question.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(earlier);
        await Expect(question.Locator(".lage")).ToContainTextAsync("Sparat");
        await page.GotoAsync(Funds);
        await Expect(question.Locator(".forra")).ToContainTextAsync("100 % av ert svar nu stod där 2023.");

        await question.GetByRole(AriaRole.Textbox).FillAsync($"{earlier} Nytt för 2024.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(question.Locator(".lage")).ToContainTextAsync("Sparat");
        await page.GotoAsync($"{Tasks}/jamfor");
        await Expect(page.Locator("#medel-hallbarhet ins")).ToContainTextAsync("Nytt för 2024");
        await Expect(page.Locator("#medel-hallbarhet")).ToContainTextAsync("av svaret stod där 2023");
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task What_is_written_already_stays_and_the_earlier_text_comes_after_it(bool withScript)
    {
        var page = await chromium.Open(_site, Funds, new() { JavaScriptEnabled = withScript });
        var question = page.Locator("#medel-hallbarhet");
        var box = question.GetByRole(AriaRole.Textbox);
        var earlier = await question.Locator(".forra .answer").TextContentAsync();
        await box.FillAsync("Skrivet först.");

        await question.Locator(".forra button").ClickAsync();

        await Expect(box).ToHaveValueAsync($"Skrivet först.\n\n{earlier}");
        await Expect(question.Locator(".lage")).ToContainTextAsync("Sparat");
    }

    [Fact]
    public async Task A_question_that_is_new_says_so_and_one_made_of_several_shows_them_all()
    {
        var page = await chromium.Open(_site, Funds);
        await Expect(page.Locator("#medel-omstallning .bredvid")).ToContainTextAsync("Frågan är ny sedan 2023.");
        await page.GotoAsync($"{Tasks}/strategi");
        Assert.True(await page.Locator("#strategi-hallbarhet .forra button").CountAsync() > 1);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task Last_years_interventions_come_along_with_what_became_of_them(bool withScript)
    {
        var page = await chromium.Open(_site, "/redovisa/2024/13/insatser", new() { JavaScriptEnabled = withScript });
        await page.GetByRole(AriaRole.Link, new() { Name = "Ta med från förra gången" }).ClickAsync();
        var take = page.GetByRole(AriaRole.Button, new() { Name = "Ta med de valda" });
        await take.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj minst en insats");

        var item = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Företags klimatpåverkan" });
        await item.GetByRole(AriaRole.Checkbox).CheckAsync();
        await item.GetByLabel("Vad blev det?").SelectOptionAsync(new SelectOptionValue { Label = "Uppnådd" });
        await take.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("En insats är med");
        await page.GetByRole(AriaRole.Link, new() { Name = "Företags klimatpåverkan" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("uppnådd", new() { IgnoreCase = true });
        await page.GotoAsync("/redovisa/2024/13/insatser/forra");
        await Expect(item).ToContainTextAsync("Är med");
    }

    [Fact]
    public async Task Without_a_round_before_there_is_nothing_to_compare_with()
    {
        var page = await chromium.Open(_site, "/redovisa/2023/09/jamfor");
        await Expect(page.GetByText("Det finns ingen tidigare omgång att jämföra med.")).ToBeVisibleAsync();
        await page.GotoAsync($"{Tasks}/jamfor");
        await Expect(page.GetByText("Det finns inget att jämföra än.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_pages_have_no_barrier_and_stay_within_the_window()
    {
        var page = await chromium.Open(_site, Funds);
        await page.Locator("#medel-hallbarhet .forra button").ClickAsync();
        await Expect(page.Locator("#medel-hallbarhet .lage")).ToContainTextAsync("Sparat");
        foreach (var path in (string[])[Funds, $"{Tasks}/jamfor", $"{Tasks}/insatser/forra"])
        {
            await page.GotoAsync(path);
            await page.LooksRight();
        }
    }
}
