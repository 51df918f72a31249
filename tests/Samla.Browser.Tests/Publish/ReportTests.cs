using System.Net;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Publish;

public sealed class ReportTests(Site site, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_reader_comes_from_the_contents_to_a_claim_and_on_to_the_whole_answer(bool hasScript)
    {
        var page = await reader.Open("/rapport", hasScript);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Kompetensförsörjning och kompetensutveckling" })
            .GetByRole(AriaRole.Link)
            .ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Majoriteten av regionerna" }).First.ClickAsync();
        var thread = page.GetByRole(AriaRole.Complementary, new() { Name = "Tråden bakom: Majoriteten" });
        await Expect(thread).ToContainTextAsync("av 21 regioner säger det");
        await Expect(thread).ToContainTextAsync("i svaren på frågan ”Genomförande”");
        await thread.GetByText("textställen till").ClickAsync();
        await thread.GetByRole(AriaRole.Link, new() { Name = "Hela svaret från Gävleborg" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gävleborg");
        await Expect(page.Locator("details.answer[open] mark")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_footnote_opens_in_place_and_lists_the_regions(bool hasScript)
    {
        var page = await reader.Open(Public.Chapter, hasScript);
        var note = page.Locator("details.s-fn").First;
        await Expect(note.Locator(".s-fnbody")).ToBeHiddenAsync();

        await note.Locator("summary").ClickAsync();

        await Expect(note.Locator(".s-fnbody")).ToContainTextAsync("Blekinge, Dalarna");
    }

    [Fact]
    public async Task An_open_note_leaves_the_sentence_whole()
    {
        var page = await reader.Open(Public.Chapter);
        var note = page.Locator("details.s-fn").First;
        await note.Locator("summary").ClickAsync();

        var mark = await note.Locator("summary").BoundingBoxAsync();
        var body = await note.Locator(".s-fnbody").BoundingBoxAsync();

        Assert.True(body!.Y > mark!.Y, "the note stands below the line of its number");
    }

    [Fact]
    public async Task A_thread_stands_beside_its_paragraph_when_there_is_room()
    {
        var page = await reader.Open(Public.Thread);

        var paragraph = await page.Locator(".lead").BoundingBoxAsync();
        var thread = await page.Locator(".s-trace").BoundingBoxAsync();

        Assert.True(thread!.X > paragraph!.X + paragraph.Width);
        Assert.InRange(thread.Y, paragraph.Y - 5, paragraph.Y + paragraph.Height);
    }

    [Fact]
    public async Task A_thread_stands_below_its_paragraph_on_a_phone()
    {
        var page = await reader.Open(Public.Thread, width: Look.Narrow);

        var paragraph = await page.Locator(".lead").BoundingBoxAsync();
        var thread = await page.Locator(".s-trace").BoundingBoxAsync();

        Assert.True(thread!.Y >= paragraph!.Y + paragraph.Height);
    }

    [Fact]
    public async Task A_thread_can_be_closed()
    {
        var page = await reader.Open(Public.Thread, hasScript: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "Stäng tråden" }).ClickAsync();

        await Expect(page.Locator(".s-trace")).ToHaveCountAsync(0);
        await Expect(page.Locator("#c180")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_thread_that_there_is_none_of_leaves_the_chapter_as_it_is()
    {
        var page = await reader.Open($"{Public.Chapter}?p=c99999");

        await Expect(page.Locator(".s-claim").First).ToBeVisibleAsync();
        await Expect(page.Locator(".s-trace")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_quotation_names_its_speaker_and_says_that_it_is_reconstructed()
    {
        var page = await reader.Open(Public.Chapter);

        var quotation = page.Locator("blockquote").First;

        await Expect(quotation.Locator("p")).ToContainTextAsync("”");
        await Expect(quotation.Locator("footer")).ToContainTextAsync("Region");
        await Expect(quotation.Locator("footer")).ToContainTextAsync("rekonstruerat");
    }

    [Fact]
    public async Task The_chapters_follow_each_other()
    {
        var page = await reader.Open(Public.Chapter, hasScript: false);

        await page.Locator("a[rel=next]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Innovation");
        await page.Locator("a[rel=prev]").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Kompetens");
    }

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("html", "text/html")]
    [InlineData("md", "text/markdown")]
    public async Task The_report_can_be_had_as_a_file(string format, string type)
    {
        using var client = new FormClient(site);

        using var response = await client.Get($"{Public.Report}/samla-2023.{format}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"samla-2023.{format}", response.Content.Headers.ContentDisposition!.FileName);
        Assert.NotEqual(0, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/rapport/1999")]
    [InlineData("/rapport/2023/finns-inte")]
    [InlineData("/rapport/2023/samla-2023.exe")]
    [InlineData("/rapport/2023/samla-1999.md")]
    [InlineData("/rapport/INTE EN NYCKEL")]
    public async Task What_was_never_published_is_not_found(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Sidan finns inte", await FormClient.Text(response));
    }
}
