using System.Net;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>What holds for every page.</summary>
public sealed class CollectPagesTests(Site site, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<string> Pages { get; } =
    [
        "/redovisa/2023",
        "/redovisa/2023/10",
        "/redovisa/2023/10/innovation",
        "/redovisa/2023/10/kontrollera",
        "/redovisa/2023/10/inlamnad",
        "/redovisa/2023/10/inlamnad?kvitto=1",
        "/redovisa/2023/10/beslut",
        "/redovisa/2023/10/overlamning",
        "/redovisa/2023/10/word",
        "/redovisa/2023/lst-17",
        "/redovisa/2023/lst-17/anslag",
        "/redovisa/2023/10/insatser",
        "/redovisa/2023/10/insatser/ny",
        "/redovisa/2023/10/insatser/las-in",
        "/redovisa/2023/10/insatser/lika",
        "/redovisa/2023/10/insatser/valj/miljo-genomforande",
        "/redovisa/2023/20/insatser/dalalab",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_that_its_text_is_reconstructed_has_no_barrier_and_stays_within_the_window(string path)
    {
        var page = await reader.Open(path);

        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Om uppgifterna" }))
            .ToContainTextAsync("rekonstruerad ur offentliga uppgifter");
        await page.LooksRight();
    }

    [Fact]
    public async Task The_reporters_stand_in_Swedish_order()
    {
        var page = await reader.Open("/redovisa");
        var rounds = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        await Expect(rounds.First).ToContainTextAsync("Regionalt utvecklingsarbete 2024");
        await rounds.Last.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(site.Address, "/redovisa/2023").ToString());
        await page.IsLoaded();
        var names = await page.Locator("tbody th").AllTextContentsAsync();
        Assert.Equal(27, names.Count);
        Assert.Equal("Region Blekinge", names[0]);
        Assert.Equal(["Region Örebro län", "Region Östergötland"], names.Skip(19).Take(2));
        Assert.Equal("Länsstyrelsen Örebro", names[^1]);
    }

    [Theory]
    [InlineData("/redovisa/2022")]
    [InlineData("/redovisa/2022/10")]
    [InlineData("/redovisa/2023/10/finns-inte")]
    [InlineData("/redovisa/2023/lst-17/rus")]
    [InlineData("/redovisa/2023/10/inlamnad?version=2")]
    [InlineData("/redovisa/2023/10/inlamnad?kvitto=0")]
    [InlineData("/redovisa/2023/10/beslut?version=9")]
    [InlineData("/redovisa/2024/10/beslut")]
    [InlineData("/redovisa/2023/10/insatser/dalalab")] // is another's
    [InlineData("/redovisa/2023/10/insatser/valj/anslag-lst-rus")] // is not asked
    [InlineData("/redovisa/Inte en nyckel")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Sidan finns inte", await FormClient.Text(response));
    }
}
