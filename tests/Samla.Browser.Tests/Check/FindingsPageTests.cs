using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Check;

public sealed class FindingsPageTests(Reader reader) : IClassFixture<Reader>
{
    [Fact]
    public async Task A_finding_leads_to_its_place_in_the_chapter()
    {
        var page = await reader.Open($"{Work.Root}/avvikelser?grad=varning", hasScript: false);
        var finding = page.Locator(".own > li").First;
        await Expect(finding).ToContainTextAsync("Varning");
        await Expect(finding.Locator(".ev").First).Not.ToContainTextAsync("[^");
        var link = finding.Locator(".hd a");
        var place = (await link.GetAttributeAsync("href"))!.Split('#')[1];
        await link.ClickAsync();

        await Expect(page.Locator($"[id='{place}']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Quotations_in_our_own_report_are_not_taken_for_sentences_without_a_full_stop()
    {
        var page = await reader.Open($"{Work.Root}/avvikelser?grad=form", hasScript: false);

        await Expect(page.GetByText("Meningen saknar punkt.")).ToHaveCountAsync(0);
    }
}
