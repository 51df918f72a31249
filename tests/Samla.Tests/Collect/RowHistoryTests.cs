using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Tests.Access;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>What a row of a requirement's own table has held, and how it is put back.</summary>
public sealed class RowHistoryTests(Databases databases)
{
    private static readonly Key<Round> Round = Sample2023.Named<Round>("2024");
    private static readonly Key<Requirement> Analyses = Sample2023.Named<Requirement>("analyser-forteckning");
    private static readonly Key<TableColumn> Title = Sample2023.Named<TableColumn>("titel");
    private static readonly Key<TableColumn> Kind = Sample2023.Named<TableColumn>("slag");
    private static readonly Key<TableColumn> Day = Sample2023.Named<TableColumn>("klar");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_row_that_has_not_been_changed_has_no_history_and_the_first_change_keeps_what_stood_there(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Ett"), seen: 0, by: "anna");
        Assert.Empty((await History(database, id)).Entries);
        var before = (await RowOf(database, id)).Row.SavedAt;

        await Save(database, id, Report("Två", day: "2024-03-15"), seen: 1, by: "bo");

        var entries = (await History(database, id)).Entries;
        Assert.Equal([(2, "bo"), (1, "anna")], entries.Select(entry => (entry.First, entry.By)));
        Assert.Equal(["Två", "Ett"], await Titles(database, id));
        Assert.Equal(before, entries[1].SavedAt);
        Assert.Equal([Title, Day], entries[0].Changed.Select(column => column.Id));
        Assert.Empty(entries[1].Changed);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Saves_that_go_on_are_one_until_ten_minutes_have_passed_or_somebody_else_saves(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Ett"), seen: 0, by: "anna");
        await Save(database, id, Report("Ett och"), seen: 1, by: "anna");
        await Save(database, id, Report("Ett och ett", day: "2024-03-15"), seen: 2, by: "anna");
        Assert.Equal(["Ett och ett"], await Titles(database, id));

        database.Clock.Pass(AnswerRevision.Longest);
        await Save(database, id, Report("Ett och ett är", day: "2024-03-15"), seen: 3, by: "anna");
        await Save(database, id, Report("Ett och ett är två", day: "2024-03-15"), seen: 4, by: "bo");
        // A value that is another takes one away, and so does an empty field.
        await Save(database, id, Report("Ett och ett är två", day: "2024-03-16"), seen: 5, by: "bo");
        await Save(database, id, Report("Ett och ett är två"), seen: 6, by: "bo");
        await Save(database, id, Report("Ett är två"), seen: 7, by: "bo");

        var entries = (await History(database, id)).Entries;
        Assert.Equal([8, 7, 6, 5, 4, 1], entries.Select(entry => entry.First));
        Assert.Equal("Ett och ett", (await Titles(database, id))[^1]);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Whatever_is_saved_nothing_that_stood_in_a_row_is_lost(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        var table = await Table(database);
        var dice = new Random(20240115);
        var held = new List<RowCells>();
        for (var (save, seen) = (0, 0); save < 40; save++)
        {
            database.Clock.Pass(TimeSpan.FromMinutes(dice.Next(6)));
            var title = held.Count > 0 && dice.Next(2) == 0 ? $"{WordsOf(held[^1])} till" : $"ord {dice.Next(99)}";
            var day = dice.Next(3) == 0 ? "" : $"2024-03-{10 + dice.Next(2)}";
            var saved = await Save(database, id, Report(title, day), seen, dice.Next(4) == 0 ? "bo" : "anna");
            seen = Assert.IsType<SaveRow.Outcome.Saved>(saved).Revision;
            held.Add((await RowOf(database, id)).Cells);
        }

        var kept = (await History(database, id)).Entries;
        Assert.InRange(kept.Count, 2, held.Count - 1);
        Assert.All(held, cells => Assert.Contains(kept, entry => IsIn(cells, entry.Cells)));
        Assert.Equal(held[^1].Write(table), kept[0].Cells.Write(table));

        bool IsIn(RowCells cells, RowCells other) =>
            table.Columns.TrueForAll(column =>
                cells[column] is not { } value
                || (
                    value is CellValue.Text(var words)
                        ? other[column] is CellValue.Text(var longer)
                            && longer.StartsWith(words, StringComparison.Ordinal)
                        : value.Typed == other[column]?.Typed
                )
            );

        string WordsOf(RowCells cells) => cells[table.Columns.Single(column => column.Id == Title)]!.Typed;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_earlier_content_is_put_back_as_a_save_of_its_own_unless_somebody_has_saved_since(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Ett", day: "2024-03-15"), seen: 0, by: "anna");
        await Save(database, id, Report("Två"), seen: 1, by: "bo");
        var first = (await History(database, id, chosen: 1)).Chosen!;
        var table = await Table(database);
        var typed = table.Columns.ToDictionary(column => column.Id, column => first.Cells[column]?.Typed ?? "");

        await Save(database, id, Report("Tre"), seen: 2, by: "cia");
        Assert.Equal(3, Assert.IsType<SaveRow.Outcome.Conflict>(await Save(database, id, typed, 2, "anna")).Revision);
        Assert.Equal(new SaveRow.Outcome.Saved(id, 4), await Save(database, id, typed, seen: 3, by: "anna"));

        Assert.Equal(["Ett", "Tre", "Två", "Ett"], await Titles(database, id));
        Assert.Equal(first.Cells.Write(table), (await RowOf(database, id)).Row.Cells);
        Assert.Equal(new SaveRow.Outcome.Saved(id, 4), await Save(database, id, typed, seen: 3, by: "anna"));
        Assert.Null((await History(database, id, chosen: 99)).Chosen);

        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Rounds.SingleAsync(round => round.Id == Round, Stop)).IsOpen = false;
                await db.Save(new Change("test", "round.close", "2024"), Stop);
                return true;
            }
        );
        var refused = Assert.IsType<SaveRow.Outcome.Refused>(await Save(database, id, Report("Två"), 4, "anna"));
        Assert.Contains("stängd", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await Titles(database, id)).Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_long_history_comes_a_page_at_a_time(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        for (var save = 0; save < TextHistory.PageSize + 2; save++)
        {
            await Save(database, id, Report($"{save} gånger"), save, "anna");
        }

        var first = await History(database, id);
        var second = await History(database, id, first.Older);

        Assert.Equal(TextHistory.PageSize, first.Entries.Count);
        Assert.All(first.Entries, entry => Assert.Equal([Title], entry.Changed.Select(column => column.Id)));
        Assert.Equal([2, 1], second.Entries.Select(entry => entry.First));
        Assert.Null(second.Older);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_is_forgotten_is_not_named_in_a_history_and_the_trail_never_says_what_a_row_held(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var administrator = await database.Person("administrator", Roles.Administrator);
        var officer = await database.Person("glomd", Roles.Officer, Sample2023.Värmland);
        var id = New(database);
        await Save(database, id, Report("Hemligt"), 0, officer.Actor);
        await Save(database, id, Report("Annat"), 1, officer.Actor);
        Assert.All((await History(database, id)).Entries, entry => Assert.Equal("glomd", entry.By));

        Assert.Null(await database.Erase(administrator, officer));

        var entries = (await History(database, id)).Entries;
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.Equal("ett konto som inte finns längre", entry.By));
        var lines = await database.Ask((SamlaDb db) => db.Audit.AsNoTracking().ToListAsync(Stop));
        Assert.All(lines, line => Assert.DoesNotContain("Hemligt", line.Changes, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Changes.Contains(nameof(AnswerRowRevision), StringComparison.Ordinal));
    }

    private static Id<AnswerRow> New(TestDatabase database) => Id.New<AnswerRow>(database.Clock);

    private static Dictionary<Key<TableColumn>, string> Report(string title, string day = "") =>
        new()
        {
            [Title] = title,
            [Kind] = "analysis",
            [Day] = day,
        };

    private static Task<SaveRow.Outcome> Save(
        TestDatabase database,
        Id<AnswerRow> id,
        IReadOnlyDictionary<Key<TableColumn>, string> typed,
        int seen,
        string by
    ) => database.Ask((SaveRow save) => save.Run(Round, Sample2023.Värmland, Analyses, id, typed, seen, by, Stop));

    private static async Task<ViewRowHistory.Result> History(
        TestDatabase database,
        Id<AnswerRow> id,
        int? from = null,
        int? chosen = null
    )
    {
        var table = await Table(database);
        return await database.Ask((ViewRowHistory view) => view.Run(id, table, from, chosen, Stop));
    }

    private static async Task<List<string>> Titles(TestDatabase database, Id<AnswerRow> id)
    {
        var title = (await Table(database)).Columns.Single(column => column.Id == Title);
        return [.. (await History(database, id)).Entries.Select(entry => entry.Cells[title]!.Typed)];
    }

    private static async Task<TemplateTable> Table(TestDatabase database) => (await Sheet(database)).Table;

    private static async Task<ViewSubmission.RowView> RowOf(TestDatabase database, Id<AnswerRow> id) =>
        (await Sheet(database)).Rows.Single(row => row.Row.Id == id);

    private static async Task<ViewSubmission.ItemTable> Sheet(TestDatabase database) =>
        (await database.Ask((ViewSubmission view) => view.Run(Round, Sample2023.Värmland, Stop)))!
            .Sections.SelectMany(section => section.Items)
            .Single(item => item.Requirement.Id == Analyses)
            .Table!;
}
