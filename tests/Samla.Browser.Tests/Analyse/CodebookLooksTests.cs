using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

/// <summary>The codebook as it is read; nothing is changed.</summary>
public sealed class CodebookLooksTests(Reader reader) : IClassFixture<Reader>
{
    private const string Codebook = $"{Work.Root}/kodschema";

    public static TheoryData<string> Pages { get; } =
    [
        $"{Codebook}?i=g-integration-arbete",
        $"{Codebook}?sok=validering",
        $"{Work.Root}/kod/integration-validering?med=integration-anger-parter",
        $"{Work.Root}/kod/integration",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_with_all_its_forms_open_has_no_barrier(string path)
    {
        var page = await reader.Open(path);
        await page.EvaluateAsync(
            """
            () => {
                for (const one of document.querySelectorAll("main .kodgor details, main .ny")) {
                    one.removeAttribute("name");
                    one.open = true;
                }
            }
            """
        );
        await page.LooksRight();
    }

    [Fact]
    public async Task Codes_are_found_by_their_words_and_shown_with_their_numbers()
    {
        var page = await reader.Open($"{Work.Root}/kodning", hasScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Kodschemat" }).ClickAsync();
        await Expect(page.Locator(".s-workhead")).ToContainTextAsync("539 koder i tio avsnitt.");
        await Expect(page.Locator(".kodrad").First).ToBeHiddenAsync();
        await page.GetByLabel("Sök kod").FillAsync("LÄNSÖVERGRIPANDE grupp");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sök", Exact = true }).ClickAsync();
        await Expect(page.Locator("#kod-kompetens-lansgrupp")).ToBeVisibleAsync();
        await Expect(page.Locator("#kod-kompetens-lansgrupp .nn")).ToContainTextAsync(" av 21 säger det");
        await Expect(page.Locator("[role=status]:not(#nytt)")).ToContainTextAsync("hittad");

        await page.GetByLabel("Sök kod").FillAsync("qqq");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sök", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Ingen kod har de orden.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Visa hela kodschemat" }).ClickAsync();
        await Expect(page.Locator(".avsnitt")).ToHaveCountAsync(10);
    }
}
