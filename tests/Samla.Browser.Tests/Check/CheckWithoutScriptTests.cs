using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Check;

public sealed class CheckWithoutScriptTests(Reader reader) : IClassFixture<Reader>
{
    [Fact]
    public async Task The_result_is_a_page_of_its_own()
    {
        var check = await Checked();

        await Expect(check.Result).ToHaveTextAsync("vatten.md");
        await Expect(check.WrongCount).ToBeVisibleAsync();
        await Expect(check.Page.GetByRole(AriaRole.Button, new() { Name = "Nästa" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_checkbox_hides_findings_and_marks()
    {
        var check = await Checked();

        await check.Errors.UncheckAsync();

        await Expect(check.WrongCount).ToBeHiddenAsync();
        await Expect(check.Page.Locator(".fn.v-error").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_rule_can_be_filtered_away_by_itself()
    {
        var check = await Checked();

        await check.Page.GetByText("Fler filter").ClickAsync();
        await check.Page.Locator("[data-filter=count-mismatch]").UncheckAsync();

        await Expect(check.WrongCount).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_finding_leads_to_its_words_and_back()
    {
        var check = await Checked();
        var id = await check.WrongCount.GetAttributeAsync("id");

        await check.WrongCount.GetByText("Visa i texten").ClickAsync();
        await Expect(check.Page.Locator($"#t{id![1..]}:target")).ToBeInViewportAsync();
        await check.Page.Locator($"#t{id[1..]}").ClickAsync();

        await Expect(check.Page.Locator($"#{id}:target")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("JSON", "vatten-granskning.json")]
    [InlineData("CSV", "vatten-granskning.csv")]
    [InlineData("Word med kommentarer", "vatten-granskning.docx")]
    public async Task The_form_gives_the_findings_as_a_file(string button, string name)
    {
        var check = await Open();
        await check.File.SetInputFilesAsync(Sample.Report);

        var download = await check.Page.RunAndWaitForDownloadAsync(() =>
            check.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync()
        );

        Assert.Equal(name, download.SuggestedFilename);
    }

    [Fact]
    public async Task A_refusal_stands_where_the_file_was_chosen()
    {
        var check = await Open();

        await check.Check(Sample.TooLargeFile);

        await Expect(check.Refusal).ToContainTextAsync("Filen är för stor.");
        await Expect(check.File).ToHaveAttributeAsync("aria-describedby", "rapport-fel rapport-hjalp");
    }

    private async Task<CheckPageObject> Open() => new(await reader.Open(CheckPageObject.Path, hasScript: false));

    private async Task<CheckPageObject> Checked()
    {
        var check = await Open();
        await check.Check(Sample.Report);
        await Expect(check.Result).ToBeVisibleAsync();
        return check;
    }
}
