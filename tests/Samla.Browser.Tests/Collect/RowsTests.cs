using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>A requirement's own table, filled in row by row.</summary>
public sealed class RowsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Section = "/redovisa/2024/12/analyser";
    private const string NewRow = "/redovisa/2024/12/svar/analyser-forteckning/rader/ny";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task A_row_is_written_changed_taken_out_put_back_and_handed_in(bool withScript)
    {
        var page = await Open(Section, withScript);
        await Expect(page.GetByText("Inga rader än.")).ToBeVisibleAsync();
        await HasNoBarrier(page, withScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lägg till rad" }).ClickAsync();
        await HasNoBarrier(page, withScript);
        await Fill(page, "Kustens näringsliv");
        await page.GetByLabel("Klar den").FillAsync("15 mars 2024");
        await page.GetByLabel("Social").CheckAsync();
        await page.GetByLabel("Ekonomisk").CheckAsync();
        await page.GetByLabel("Länk").FillAsync("https://www.exempel.se/kusten");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och lägg till en till" }).ClickAsync();
        await Expect(page.GetByText("Tabellen har nu en rad")).ToBeVisibleAsync();
        await Fill(page, "Bussar på landet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();

        await Expect(page.GetByText("Raden är sparad")).ToBeVisibleAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(Rows(page).First).ToContainTextAsync("15\u00a0mars 2024");
        await Expect(Rows(page).First).ToContainTextAsync("Ekonomisk; Social");
        await HasNoBarrier(page, withScript);

        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta upp rad 2" }).ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("Bussar på landet");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra rad 1" }).ClickAsync();
        await Expect(page.GetByText("av Redovisningsansvarig, Region Skåne")).ToBeVisibleAsync();
        await page.GetByLabel("Titel").FillAsync("Bussar på hela landet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort rad 2" }).ClickAsync();
        await Expect(page.GetByText("Kustens näringsliv är borttagen")).ToBeVisibleAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);

        await page.GotoAsync("/redovisa/2024/12/kontrollera");
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await HasNoBarrier(page, withScript);
        await new ReportObject(page).HandIn();
        await Expect(page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
        await page.GotoAsync("/redovisa/2024/12/inlamnad");
        await Expect(Rows(page).First).ToContainTextAsync("Bussar på hela landet");
        await HasNoBarrier(page, withScript);
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task What_cannot_be_understood_is_said_where_it_stands_and_nothing_is_lost(bool withScript)
    {
        var page = await Open(NewRow, withScript);
        await Fill(page, "Kustens näringsliv");
        await page.GetByLabel("Klar den").FillAsync("i våras");
        await page.GetByLabel("Länk").FillAsync("www.exempel.se");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();

        var problem = page.GetByRole(AriaRole.Alert);
        await Expect(problem).ToContainTextAsync("två saker att rätta");
        await Expect(page.GetByLabel("Titel")).ToHaveValueAsync("Kustens näringsliv");
        await Expect(page.GetByLabel("Klar den")).ToHaveValueAsync("i våras");
        await Expect(page.GetByLabel("Slag")).ToHaveValueAsync("analysis");
        await HasNoBarrier(page, withScript);
        await problem.GetByRole(AriaRole.Link, new() { Name = "Klar den" }).ClickAsync();
        await page.GetByLabel("Klar den").FillAsync("2024-03-15");
        await page.GetByLabel("Länk").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await Expect(page.GetByText("Raden är sparad")).ToBeVisibleAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_saved_and_pointed_out_where_it_is_checked()
    {
        var page = await Open(NewRow, withScript: true);
        await page.GetByLabel("Titel").FillAsync(new string('a', 305));
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await Expect(Rows(page)).ToContainTextAsync("5 tecken för mycket");
        await Expect(Rows(page)).ToContainTextAsync("Saknas");

        await page.GotoAsync("/redovisa/2024/12/kontrollera");
        await Expect(page.GetByText("Titel har 5 tecken för mycket")).ToBeVisibleAsync();
        await Expect(page.GetByText("saknar slag och användning")).ToBeVisibleAsync();
        await new ReportObject(page).HandIn();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Redovisningen är inte inlämnad");
        await page.HasNoBarrier();
    }

    [Fact]
    public async Task Two_who_change_the_same_row_see_both()
    {
        var page = await Open(NewRow, withScript: true);
        await Fill(page, "Kustens näringsliv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra rad 1" }).ClickAsync();
        var colleague = await Open(new Uri(page.Url).AbsolutePath, withScript: true);
        await colleague.GetByLabel("Titel").FillAsync("Kollegans titel");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GetByLabel("Titel").FillAsync("Min titel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();

        var conflict = page.GetByRole(AriaRole.Alert);
        await Expect(conflict).ToContainTextAsync("Kollegans titel");
        await Expect(conflict).ToContainTextAsync("Min titel");
        await Expect(page.GetByLabel("Titel")).ToHaveValueAsync("Min titel");
        await page.HasNoBarrier();

        // And who takes it out meanwhile does not take away what is being written.
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Ta bort rad 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tagit bort raden");
        await Expect(page.GetByLabel("Titel")).ToHaveValueAsync("Min titel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara som ny rad" }).ClickAsync();
        await Expect(Rows(page)).ToContainTextAsync("Min titel");
    }

    [Fact]
    public async Task Amounts_are_summed_and_a_narrow_page_does_not_scroll_sideways()
    {
        var page = await Open("/redovisa/2024/12/svar/medel-fordelning/rader/ny", withScript: true);
        foreach (var amount in (string[])["1 250 000", "2,5"])
        {
            await page.GetByLabel("Källa").SelectOptionAsync("Regionens egna medel");
            await page.GetByLabel("Stödform").SelectOptionAsync("Projektverksamhet");
            await page.GetByLabel("Beviljat under året").FillAsync(amount);
            await page.GetByLabel("Skäl").FillAsync("Det behövdes.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Spara och lägg till en till" }).ClickAsync();
        }

        await page.GotoAsync("/redovisa/2024/12/medel");
        await Expect(page.Locator(".radtabell tfoot")).ToContainTextAsync("1\u00a0250\u00a0002,5");
        await page.LooksRight();
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task Rows_of_the_round_before_are_taken_along_with_one_button(bool withScript)
    {
        var page = await Open(NewRow, withScript);
        await Fill(page, "Kustens näringsliv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GotoAsync("/redovisa/2024/12/kontrollera");
        await new ReportObject(page).HandIn();
        await Expect(page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
        await AddRound("2025");

        await page.GotoAsync("/redovisa/2025/12/analyser");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta med en rad från 2024" }).ClickAsync();

        await Expect(page.GetByText("En rad är med från förra gången")).ToBeVisibleAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(Rows(page).First).ToContainTextAsync("Kustens näringsliv");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ta med" })).ToHaveCountAsync(0);
        await HasNoBarrier(page, withScript);
    }

    [Theory]
    [MemberData(nameof(Public.WithAndWithoutScript), MemberType = typeof(Public))]
    public async Task Rows_of_the_round_before_are_shown_with_the_amounts_that_do_not_come_along(bool withScript)
    {
        var page = await Open("/redovisa/2024/12/svar/medel-fordelning/rader/ny", withScript);
        await page.GetByLabel("Källa").SelectOptionAsync("Regionens egna medel");
        await page.GetByLabel("Stödform").SelectOptionAsync("Projektverksamhet");
        await page.GetByLabel("Beviljat under året").FillAsync("1 250 000");
        await page.GetByLabel("Skäl").FillAsync("Det behövdes.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GotoAsync("/redovisa/2024/12/kontrollera");
        await new ReportObject(page).HandIn();
        await Expect(page.GetByText("Redovisningen är inlämnad")).ToBeVisibleAsync();
        await AddRound("2025");

        await page.GotoAsync("/redovisa/2025/12/medel");
        await Expect(Rows(page)).ToBeHiddenAsync();
        await page.GetByText("Raderna 2024").ClickAsync();

        await Expect(Rows(page)).ToContainTextAsync("1\u00a0250\u00a0000");
        await Expect(Rows(page).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await HasNoBarrier(page, withScript);
    }

    [Fact]
    public async Task A_short_text_that_has_lines_keeps_them_in_its_field()
    {
        await Change(async db =>
            await db
                .TableColumns.Where(column => column.Id == Key<TableColumn>.Parse("titel", null))
                .ExecuteUpdateAsync(set => set.SetProperty(column => column.CharacterLimit, 200), Stop)
        );
        await Save("Kusten\nFjällen");
        var page = await Open(Section, withScript: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra rad 1" }).ClickAsync();

        await Expect(page.GetByLabel("Titel")).ToHaveValueAsync("Kusten\nFjällen");
    }

    [Fact]
    public async Task A_message_cuts_no_sign_in_two()
    {
        await Save($"{new string('a', 59)}😀 och mer");
        var page = await Open(Section, withScript: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort rad 1" }).ClickAsync();

        await Expect(page.GetByText($"{new string('a', 59)} … är borttagen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_closed_table_is_shown_and_cannot_be_changed()
    {
        var page = await Open(NewRow, withScript: true);
        await Fill(page, "Kustens näringsliv");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra rad 1" }).ClickAsync();
        await Change(async db =>
        {
            (await db.Rounds.SingleAsync(round => round.Id == Key<Round>.Parse("2024", null), Stop)).IsOpen = false;
            await db.Save(new Change("test", "round.close", "2024"), Stop);
        });
        await page.GetByLabel("Titel").FillAsync("För sent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara raden" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Omgången är stängd");
        await Expect(page.GetByLabel("Titel")).ToHaveValueAsync("För sent");

        await page.GotoAsync(Section);
        await page.GetByText("Det som skrevs men inte lämnades in").ClickAsync();
        await Expect(Rows(page)).ToContainTextAsync("Kustens näringsliv");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Lägg till rad" })).ToHaveCountAsync(0);
        await page.HasNoBarrier();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task Save(string title)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        Assert.IsType<SaveRow.Outcome.Saved>(
            await scope
                .ServiceProvider.GetRequiredService<SaveRow>()
                .Run(
                    Key<Round>.Parse("2024", null),
                    Key<Reporter>.Parse("12", null),
                    Key<Requirement>.Parse("analyser-forteckning", null),
                    Id.New<AnswerRow>(TimeProvider.System),
                    new Dictionary<Key<TableColumn>, string> { [Key<TableColumn>.Parse("titel", null)] = title },
                    0,
                    "test",
                    Stop
                )
        );
    }

    private Task AddRound(string id) =>
        Change(async db =>
        {
            var before = await db
                .Rounds.AsNoTracking()
                .SingleAsync(round => round.Id == Key<Round>.Parse("2024", null), Stop);
            db.Rounds.Add(
                new Round
                {
                    Id = Key<Round>.Parse(id, null),
                    Kind = before.Kind,
                    Title = $"Regionalt utvecklingsarbete {id}",
                    PeriodStart = before.PeriodStart.AddYears(1),
                    PeriodEnd = before.PeriodEnd.AddYears(1),
                    DueOn = before.DueOn.AddYears(1),
                    Recipient = before.Recipient,
                    TemplateId = before.TemplateId,
                    PreviousRoundId = before.Id,
                    Origin = before.Origin,
                    IsOpen = true,
                }
            );
            db.Submissions.Add(
                new Submission
                {
                    Id = Id.New<Submission>(TimeProvider.System),
                    RoundId = Key<Round>.Parse(id, null),
                    ReporterId = Key<Reporter>.Parse("12", null),
                    CurrentVersion = 0,
                }
            );
            await db.Save(new Change("test", "round.add", id), Stop);
        });

    private async Task Change(Func<SamlaDb, Task> change)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<SamlaDb>());
    }

    private async Task<IPage> Open(string path, bool withScript) =>
        await chromium.Open(_site, path, new() { JavaScriptEnabled = withScript });

    private static ILocator Rows(IPage page) => page.Locator(".radtabell tbody tr");

    private static async Task Fill(IPage page, string title)
    {
        await page.GetByLabel("Titel").FillAsync(title);
        await page.GetByLabel("Slag").SelectOptionAsync("Analys");
        await page.GetByLabel("Användning").FillAsync("Den har lett till en plan.");
    }

    private static async Task HasNoBarrier(IPage page, bool withScript)
    {
        if (withScript) // axe is a script too
        {
            await page.HasNoBarrier();
        }
    }
}
