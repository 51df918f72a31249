using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Check;

public sealed class CheckWithScriptTests(Site site, Chromium chromium)
{
    [Fact]
    public async Task A_checked_report_shows_its_findings_and_takes_the_focus()
    {
        var check = await Checked();

        await Expect(check.Result).ToHaveTextAsync("vatten.md");
        await Expect(check.Result).ToBeFocusedAsync();
        await Expect(check.WrongCount).ToBeVisibleAsync();
        await Expect(check.Page.Locator(".sum")).ToContainTextAsync("läst som UTF-8");
    }

    [Fact]
    public async Task A_file_dropped_on_the_page_is_checked_at_once()
    {
        var check = await Open();
        var transfer = await check.Page.EvaluateHandleAsync(
            """
            ([name, text]) => {
                const transfer = new DataTransfer();
                transfer.items.add(new File([text], name, { type: "text/plain" }));
                return transfer;
            }
            """,
            new[] { Sample.Report.Name, System.Text.Encoding.UTF8.GetString(Sample.Report.Buffer) }
        );
        await check.Page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });

        await Expect(check.WrongCount).ToBeVisibleAsync();
    }

    [Fact]
    public async Task J_and_K_walk_the_findings()
    {
        var check = await Checked();

        await check.Page.Keyboard.PressAsync("j");
        var first = check.Page.Locator(".f:focus");
        await Expect(first).ToBeInViewportAsync();
        var id = await first.GetAttributeAsync("id");
        await check.Page.Keyboard.PressAsync("j");
        await Expect(check.Page.Locator($".f:focus:not(#{id})")).ToBeVisibleAsync();
        await check.Page.Keyboard.PressAsync("k");
        await Expect(check.Page.Locator($"#{id}")).ToBeFocusedAsync();
        await Expect(check.Page.Locator("mark.is-current").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_J_begins_where_one_reads()
    {
        var check = await Checked();
        var tried = check.Page.GetByRole(AriaRole.Heading, new() { Name = "Det här prövades" });
        await tried.EvaluateAsync("heading => heading.scrollIntoView({ block: 'start' })");

        await check.Page.Keyboard.PressAsync("k");

        var id = await check.Page.Locator(".f:focus").GetAttributeAsync("id");
        var last = await check.Page.Locator(".f:visible").Last.GetAttributeAsync("id");
        Assert.Equal(last, id);
    }

    [Fact]
    public async Task A_note_mark_leads_to_its_note_and_back()
    {
        var check = await Checked();

        await check.Page.GetByRole(AriaRole.Link, new() { Name = "Fotnot 3", Exact = true }).First.ClickAsync();
        var back = check.Page.GetByRole(AriaRole.Link, new() { Name = "Fotnot 3, till stället i texten" });
        await Expect(back).ToBeInViewportAsync();
        await back.ClickAsync();

        await Expect(check.Page).ToHaveURLAsync(new Regex("#m3$"));
    }

    [Fact]
    public async Task The_text_can_be_skipped_by_keyboard()
    {
        var check = await Checked();

        await check.Page.GetByRole(AriaRole.Link, new() { Name = "Hoppa över rapportens text" }).FocusAsync();
        await check.Page.Keyboard.PressAsync("Enter");

        await Expect(check.Page.GetByRole(AriaRole.Heading, new() { Name = "Det här prövades" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_slow_answer_has_a_sign_that_moves_nothing()
    {
        var check = await Open();
        var answer = new TaskCompletionSource();
        await check.Page.RouteAsync(
            "**" + CheckPageObject.Path,
            async route =>
            {
                await answer.Task;
                await route.ContinueAsync();
            }
        );
        var before = await check.Page.Locator("#granska").BoundingBoxAsync();

        await check.Check(Sample.Report);

        await Expect(check.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Granskar" })).ToBeVisibleAsync();
        Assert.Equal(before!.Height, (await check.Page.Locator("#granska").BoundingBoxAsync())!.Height);
        answer.SetResult();
        await Expect(check.WrongCount).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Summary_filters_and_files_count_alike()
    {
        var check = await Checked();

        var json = await Download(check, "Hämta JSON");
        var csv = await Download(check, "Hämta CSV");

        using var document = JsonDocument.Parse(json.Text);
        var found = document
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .CountBy(finding => finding.GetProperty("severity").GetString()!)
            .ToDictionary();
        foreach (var (index, severity) in ((string[])["error", "warning", "info"]).Index())
        {
            var count = found.GetValueOrDefault(severity).ToString(CultureInfo.InvariantCulture);
            await Expect(check.Page.Locator(".sum .big b").Nth(index)).ToHaveTextAsync(count);
            await Expect(check.Page.Locator($".chip.c-{severity} .ct")).ToHaveTextAsync(count);
            await Expect(check.Page.Locator($".f.v-{severity}")).ToHaveCountAsync(found.GetValueOrDefault(severity));
        }

        Assert.Equal(found.Values.Sum(), Rows(csv.Text) - 1);
    }

    [Fact]
    public async Task A_text_that_gives_nothing_to_count_says_so()
    {
        var check = await Open();

        await check.Check(Sample.WithoutNotes);

        await Expect(check.Page.GetByText("Inga avvikelser hittades.")).ToBeVisibleAsync();
        await Expect(check.Page.GetByText("Inga fotnoter hittades i texten.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keys_can_be_switched_off_for_good()
    {
        var check = await Checked();

        await check.Page.Keyboard.PressAsync("?");
        await check.Page.GetByLabel("Använd tangenterna").UncheckAsync();
        await check.Result.FocusAsync();
        await check.Page.Keyboard.PressAsync("j");
        await Expect(check.Result).ToBeFocusedAsync();

        await check.Page.ReloadAsync();
        await check.Check(Sample.Report);
        await Expect(check.Page.Locator("#tangenter")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_filter_hides_findings_and_marks_and_stands_in_the_address()
    {
        var check = await Checked();

        await check.Errors.UncheckAsync();
        await Expect(check.WrongCount).ToBeHiddenAsync();
        await Expect(check.Page.Locator(".fn.v-error").First).ToBeHiddenAsync();
        await Expect(check.Status).ToContainTextAsync("Visar");
        await Expect(check.Page).ToHaveURLAsync(new Regex(@"\?dolj=error$"));

        await check.Page.ReloadAsync();
        await check.Check(Sample.Report);
        await Expect(check.Errors).Not.ToBeCheckedAsync();
        await Expect(check.WrongCount).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_rule_can_be_filtered_away_by_itself()
    {
        var check = await Checked();

        await check.Page.GetByText("Fler filter").ClickAsync();
        await check.Page.Locator("[data-filter=count-mismatch]").UncheckAsync();

        await Expect(check.WrongCount).ToBeHiddenAsync();
        await Expect(check.Errors).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_finding_leads_to_its_words_and_back()
    {
        var check = await Checked();
        var id = await check.WrongCount.GetAttributeAsync("id");

        await check.WrongCount.GetByText("Visa i texten").ClickAsync();
        var number = check.Page.Locator($"#t{id![1..]}");
        await Expect(number).ToBeInViewportAsync();
        await number.ClickAsync();

        await Expect(check.Page).ToHaveURLAsync(new Regex($"#{id}$"));
    }

    [Fact]
    public async Task Findings_are_downloaded_without_choosing_the_file_again()
    {
        var check = await Checked();

        var json = await Download(check, "Hämta JSON");
        var csv = await Download(check, "Hämta CSV");

        Assert.Equal("vatten-granskning.json", json.Name);
        using var document = JsonDocument.Parse(json.Text);
        Assert.Contains(
            document.RootElement.GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("rule").GetString() == "count-mismatch"
        );
        Assert.Equal("vatten-granskning.csv", csv.Name);
        Assert.Contains("count-mismatch", csv.Text);
    }

    [Fact]
    public async Task The_Word_file_with_comments_is_checked_like_the_report()
    {
        var check = await Checked();
        var download = await check.Page.RunAndWaitForDownloadAsync(() =>
            check.Page.GetByRole(AriaRole.Button, new() { Name = "Hämta Word med kommentarer" }).ClickAsync()
        );
        Assert.Equal("vatten-granskning.docx", download.SuggestedFilename);
        await using var content = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await content.CopyToAsync(file, TestContext.Current.CancellationToken);

        await check.Check(
            new FilePayload
            {
                Name = "vatten.docx",
                MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Buffer = file.ToArray(),
            }
        );

        await Expect(check.Page.GetByRole(AriaRole.Heading, new() { Name = "vatten.docx" })).ToBeVisibleAsync();
        await Expect(check.Page.GetByText("läst som Word-dokument")).ToBeVisibleAsync();
        await Expect(check.WrongCount).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_sent()
    {
        var check = await Open();
        var sent = 0;
        check.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;

        await check.Check(Sample.TooLargeFile);

        await Expect(check.Refusal).ToContainTextAsync("Filen är för stor.");
        await Expect(check.Refusal).ToBeFocusedAsync();
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task A_refused_file_stays_in_the_field()
    {
        var check = await Open();

        await check.Check(Sample.Empty);

        await Expect(check.Refusal).ToContainTextAsync("Filen är tom.");
        await Expect(check.Refusal).ToBeFocusedAsync();
        Assert.Equal("tom.txt", await check.File.EvaluateAsync<string>("field => field.files[0].name"));
    }

    [Fact]
    public async Task A_refusal_leaves_the_result_of_the_file_before()
    {
        var check = await Checked();

        await check.Check(Sample.Empty);

        await Expect(check.Refusal).ToBeVisibleAsync();
        await Expect(check.WrongCount).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_example_is_checked_with_one_press()
    {
        var check = await Open();

        await check.Page.GetByText("Prova med ett påhittat exempel").ClickAsync();

        await Expect(check.WrongCount).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lost_network_is_said_and_loses_nothing()
    {
        var check = await Open();
        await check.Page.RouteAsync("**" + CheckPageObject.Path, route => route.AbortAsync());

        await check.Check(Sample.Report);
        await Expect(check.Refusal).ToContainTextAsync("Ingen kontakt med servern.");

        await check.Page.UnrouteAllAsync();
        await check.Submit.ClickAsync();
        await Expect(check.WrongCount).ToBeVisibleAsync();
    }

    // A line break within quotation marks ends no row.
    private static int Rows(string csv) =>
        csv.Split('"').Where((_, index) => index % 2 == 0).Sum(outside => outside.Count(c => c == '\n'));

    private static async Task<(string Name, string Text)> Download(CheckPageObject check, string button)
    {
        var download = await check.Page.RunAndWaitForDownloadAsync(() =>
            check.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync()
        );
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return (download.SuggestedFilename, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private async Task<CheckPageObject> Open() => new(await chromium.Open(site, CheckPageObject.Path));

    private async Task<CheckPageObject> Checked()
    {
        var check = await Open();
        await check.Check(Sample.Report);
        await Expect(check.Result).ToBeVisibleAsync();
        return check;
    }
}
