using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>Rows of a requirement's own table: saved, moved, taken out, put back and handed in.</summary>
public sealed class RowTests(Databases databases)
{
    private static readonly Key<Round> Round = Sample2023.Named<Round>("2024");
    private static readonly Key<Requirement> Analyses = Sample2023.Named<Requirement>("analyser-forteckning");
    private static readonly Key<Requirement> Funds = Sample2023.Named<Requirement>("medel-fordelning");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Rows_are_kept_in_their_order_with_who_saved_them_and_when(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (first, second) = (New(database), New(database));
        Assert.Equal(new SaveRow.Outcome.Saved(first, 1), await Save(database, first, Report("Ett"), seen: 0));
        Assert.Equal(new SaveRow.Outcome.Saved(second, 1), await Save(database, second, Report("Två"), seen: 0));
        Assert.Equal(new SaveRow.Outcome.Saved(first, 2), await Save(database, first, Report("Ett, ändrat"), seen: 1));

        var table = (await ItemOf(database)).Table!;
        Assert.Equal([(first, 2), (second, 1)], table.Rows.Select(row => (row.Row.Id, row.Row.Revision)));
        Assert.All(table.Rows, row => Assert.Equal("test", row.Row.SavedBy));
        Assert.Equal(
            "Titel: Ett, ändrat\nSlag: Analys\nAnvändning: Till planen\n\nTitel: Två\nSlag: Analys\nAnvändning: Till planen",
            (await ItemOf(database)).Whole
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_same_form_sent_twice_makes_one_row(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Ett"), seen: 0);
        var lines = (await database.Verify()).Lines;
        Assert.Equal(new SaveRow.Outcome.Saved(id, 1), await Save(database, id, Report("Ett"), seen: 0));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_two_who_change_a_row_the_second_sees_what_the_first_wrote(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Ett"), seen: 0);
        await Save(database, id, Report("Deras"), seen: 1);

        var conflict = Assert.IsType<SaveRow.Outcome.Conflict>(await Save(database, id, Report("Min"), seen: 1));
        Assert.Equal(2, conflict.Revision);
        Assert.Contains("Deras", (await ItemOf(database)).Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Min", (await ItemOf(database)).Whole, StringComparison.Ordinal);
        // The same from two sides is none.
        Assert.Equal(new SaveRow.Outcome.Saved(id, 2), await Save(database, id, Report("Deras"), seen: 1));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_add_rows_at_once_nobodys_is_lost(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(writer => Task.Run(() => Save(database, New(database), Report($"Rad {writer}"), seen: 0), Stop))
        );

        var item = await ItemOf(database);
        Assert.Equal(6, item.Table!.Rows.Select(row => row.Row.Order).Distinct().Count());
        Assert.All(
            Enumerable.Range(0, 6),
            writer => Assert.Contains($"Titel: Rad {writer}", item.Whole, StringComparison.Ordinal)
        );
        Assert.Equal(RowCells.AsText(item.Table.Rows.Select(row => row.Cells), item.Table.Table), item.Whole);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_row_that_was_taken_out_comes_back_where_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var ids = new[] { New(database), New(database), New(database) };
        foreach (var (index, id) in ids.Index())
        {
            await Save(database, id, Report($"Rad {index}"), seen: 0);
        }

        Assert.Contains("Någon har ändrat", await Remove(database, ids[1], seen: 0), StringComparison.Ordinal);
        Assert.Null(await Remove(database, ids[1], seen: 1));
        Assert.Equal([ids[0], ids[2]], await Order(database));
        Assert.Equal([ids[1]], (await ItemOf(database)).Table!.Removed.Select(row => row.Row.Id));
        Assert.IsType<SaveRow.Outcome.Removed>(await Save(database, ids[1], Report("Sent"), seen: 1));

        Assert.Null(
            await database.Ask(
                (RestoreRow restore) => restore.Run(Round, Sample2023.Värmland, Analyses, ids[1], "test", Stop)
            )
        );
        Assert.Equal(ids, await Order(database));
        await Move(database, ids[2], isUp: true);
        await Move(database, ids[0], isUp: true);
        Assert.Equal([ids[0], ids[2], ids[1]], await Order(database));
        await Move(database, ids[0], isUp: false);
        Assert.Equal([ids[2], ids[0], ids[1]], await Order(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_cannot_be_understood_is_told_all_at_once_and_nothing_is_saved(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lines = (await database.Verify()).Lines;
        var invalid = Assert.IsType<SaveRow.Outcome.Invalid>(
            await Save(
                database,
                New(database),
                Typed(("titel", "Ett"), ("slag", "Rapport"), ("klar", "i våras")),
                seen: 0
            )
        );
        Assert.Equal(["klar", "slag"], invalid.Faults.Keys.Select(key => key.Value).Order());
        Assert.IsType<SaveRow.Outcome.Refused>(await Save(database, New(database), Typed(("titel", " ")), seen: 0));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Fact]
    public async Task Only_tables_that_are_asked_of_the_reporter_in_an_open_round_are_filled_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Refused(Sample2023.Named<Requirement>("boende-insatser"), "ingen tabell"); // the register's
        await Refused(Sample2023.Named<Requirement>("finns-inte"), "ställs inte");
        Assert.IsType<SaveRow.Outcome.Refused>(
            await database.Ask(
                (SaveRow save) =>
                    save.Run(
                        Round,
                        Sample2023.Named<Reporter>("lst-17"),
                        Analyses,
                        New(database),
                        Report("Ett"),
                        0,
                        "test",
                        Stop
                    )
            )
        );
        var id = New(database);
        await Save(database, id, Report("Ett"), seen: 0);
        // A row is nobody else's, nor another question's.
        Assert.IsType<SaveRow.Outcome.Refused>(
            await database.Ask(
                (SaveRow save) => save.Run(Round, Sample2023.Dalarna, Analyses, id, Report("Stulen"), 0, "test", Stop)
            )
        );
        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Rounds.SingleAsync(round => round.Id == Round, Stop)).IsOpen = false;
                await db.Save(new Change("test", "round.close", "2024"), Stop);
                return true;
            }
        );
        await Refused(Analyses, "stängd");

        async Task Refused(Key<Requirement> requirement, string why)
        {
            var refused = Assert.IsType<SaveRow.Outcome.Refused>(
                await database.Ask(
                    (SaveRow save) =>
                        save.Run(Round, Sample2023.Värmland, requirement, New(database), Report("Ett"), 0, "test", Stop)
                )
            );
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Rows_alone_are_an_answer_and_are_handed_in_as_words_and_as_rows(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Answered(database);
        var id = New(database);
        await Save(database, id, Report("En analys av kusten"), seen: 0);
        Assert.Equal(before + 1, await Answered(database));
        Assert.True((await ItemOf(database)).IsChanged);

        await Submit(database);
        Assert.False((await ItemOf(database)).IsChanged);
        var (answer, source) = await Submitted(database);
        Assert.Equal("Titel: En analys av kusten\nSlag: Analys\nAnvändning: Till planen", source.Text);
        Assert.Equal(
            (
                $$$"""[{"id":"{{{id}}}","cells":{"titel":"En analys av kusten","slag":"analysis","anvandning":"Till planen"}}]""",
                0
            ),
            (answer.Rows, answer.ProseEnd)
        );
        Assert.Empty((await database.Verify()).Faults);

        // A row that changes is a change, with a text of its own; the prose stays apart from it.
        await Write(database, "Mer kommer. 😀");
        await Save(database, id, Report("En analys av fjällen"), seen: 1);
        await Submit(database);
        var (next, nextSource) = await Submitted(database);
        Assert.Equal("Mer kommer. 😀", SubmittedAnswer.ProseOf(nextSource.Text, next.ProseEnd));
        Assert.NotEqual(source.Id, nextSource.Id);
        Assert.Equal("Mer kommer. 😀", (await ItemOf(database)).SubmittedProse);
        Assert.False(await HasChanges(database));

        // A row that is taken out and put back is none.
        await Remove(database, id, seen: 2);
        Assert.True(await HasChanges(database));
        await database.Ask((RestoreRow restore) => restore.Run(Round, Sample2023.Värmland, Analyses, id, "test", Stop));
        Assert.False(await HasChanges(database));
        Assert.IsType<SubmitReport.Outcome.Unchanged>(await TrySubmit(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_row_with_a_text_that_is_too_long_stops_the_submission_and_is_seen_on_the_board(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, New(database), Report(new string('a', 302)), seen: 0);
        var refused = Assert.IsType<SubmitReport.Outcome.Refused>(await TrySubmit(database));
        Assert.Contains("”Titel” 2 tecken för mycket", Assert.Single(refused.Reasons), StringComparison.Ordinal);
        var progress = await Progress(database);
        Assert.Equal(1, progress.Lines.Single(line => line.Reporter.Id == Sample2023.Värmland).Over);
    }

    [Fact]
    public async Task A_row_changed_behind_the_programs_back_is_found()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(database, New(database), Report("Ett"), seen: 0);
        await Submit(database);
        await database.Tamper("""UPDATE "SubmittedAnswers" SET "Rows" = replace("Rows", 'Ett', 'Annat')""");
        Assert.Contains(
            "säger annat än texten",
            Assert.Single((await database.Verify()).Faults),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_read_before_a_row_was_saved_is_not_what_is_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Ett"), seen: 0);
        var mark = (await View(database)).ReadMark;
        await Save(database, id, Report("Två"), seen: 1);
        Assert.NotEqual(mark, (await View(database)).ReadMark);
        Assert.IsType<SubmitReport.Outcome.Refused>(await TrySubmit(database, mark));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_trail_knows_of_a_row_without_its_words(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = New(database);
        await Save(database, id, Report("Hemligt utkast"), seen: 0);
        var line = await database.Ask((SamlaDb db) => db.Audit.OrderBy(one => one.Sequence).LastAsync(Stop));
        Assert.Equal(("row.add", $"2024/17/analyser-forteckning/{id}"), (line.Action, line.Subject));
        Assert.DoesNotContain("Hemligt", line.Changes, StringComparison.Ordinal);
        Assert.Contains("sha256", line.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_holds_no_more_than_it_may()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(database, New(database), Report("Ett"), seen: 0);
        await database.Ask(
            async (SamlaDb db) =>
            {
                var one = await db.AnswerRows.SingleAsync(
                    row => row.RequirementId == Analyses && row.SavedBy == "test",
                    Stop
                );
                for (var order = 1; order < AnswerRow.Most; order++)
                {
                    db.AnswerRows.Add(
                        new AnswerRow
                        {
                            Id = New(database),
                            SubmissionId = one.SubmissionId,
                            RequirementId = Analyses,
                            Order = order,
                            Cells = one.Cells,
                            Revision = 1,
                            SavedAt = one.SavedAt,
                            SavedBy = "test",
                        }
                    );
                }

                await db.Save(new Change("test", "row.many", "2024"), Stop);
                return true;
            }
        );
        var refused = Assert.IsType<SaveRow.Outcome.Refused>(
            await Save(database, New(database), Report("För många"), seen: 0)
        );
        Assert.Contains("500", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Rows_of_the_round_before_are_taken_along_once_without_the_years_amounts(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, New(database), Report("En rapport"), seen: 0);
        await SaveIn(database, Round, Funds, New(database), Allocation("project", "1 000"));
        await Write(database, "Bara texten.");
        await Submit(database);
        await AddRound(database, "2025");
        var next = Sample2023.Named<Round>("2025");

        Assert.Equal(new CarryRows.Outcome.Carried(1), await Carry(database, next, Analyses));
        Assert.IsType<CarryRows.Outcome.Refused>(await Carry(database, next, Analyses));
        Assert.Equal(new CarryRows.Outcome.Carried(1), await Carry(database, next, Funds));

        var view = (await database.Ask((ViewSubmission one) => one.Run(next, Sample2023.Värmland, Stop)))!;
        var items = view.Sections.SelectMany(section => section.Items).ToDictionary(item => item.Requirement.Id);
        Assert.Contains("En rapport", items[Analyses].Whole, StringComparison.Ordinal);
        Assert.Contains("Källa", items[Funds].Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("1\u00a0000", items[Funds].Whole, StringComparison.Ordinal);
        var before = (await database.Ask((FindPredecessors find) => find.Run(next, Sample2023.Värmland, Stop)))!;
        Assert.Equal("Bara texten.", Assert.Single(before.OfRequirement[Analyses].Earlier).Text);
    }

    private static Id<AnswerRow> New(TestDatabase database) => Id.New<AnswerRow>(database.Clock);

    private static Dictionary<Key<TableColumn>, string> Typed(params (string Column, string Text)[] cells) =>
        cells.ToDictionary(cell => Sample2023.Named<TableColumn>(cell.Column), cell => cell.Text);

    private static Dictionary<Key<TableColumn>, string> Report(string title) =>
        Typed(("titel", title), ("slag", "analysis"), ("anvandning", "Till planen"));

    private static Dictionary<Key<TableColumn>, string> Allocation(string form, string amount) =>
        Typed(("kalla", "grant"), ("stodform", form), ("beviljat", amount), ("skal", "Det behövdes"));

    private static Task<SaveRow.Outcome> Save(
        TestDatabase database,
        Id<AnswerRow> id,
        IReadOnlyDictionary<Key<TableColumn>, string> typed,
        int seen
    ) => database.Ask((SaveRow save) => save.Run(Round, Sample2023.Värmland, Analyses, id, typed, seen, "test", Stop));

    private static async Task SaveIn(
        TestDatabase database,
        Key<Round> round,
        Key<Requirement> requirement,
        Id<AnswerRow> id,
        IReadOnlyDictionary<Key<TableColumn>, string> typed
    ) =>
        Assert.IsType<SaveRow.Outcome.Saved>(
            await database.Ask(
                (SaveRow save) => save.Run(round, Sample2023.Värmland, requirement, id, typed, 0, "test", Stop)
            )
        );

    private static Task<string?> Remove(TestDatabase database, Id<AnswerRow> id, int seen) =>
        database.Ask((RemoveRow remove) => remove.Run(Round, Sample2023.Värmland, Analyses, id, seen, "test", Stop));

    private static async Task Move(TestDatabase database, Id<AnswerRow> id, bool isUp) =>
        Assert.Null(
            await database.Ask((MoveRow move) => move.Run(Round, Sample2023.Värmland, Analyses, id, isUp, "test", Stop))
        );

    private static Task<CarryRows.Outcome> Carry(
        TestDatabase database,
        Key<Round> round,
        Key<Requirement> requirement
    ) => database.Ask((CarryRows carry) => carry.Run(round, Sample2023.Värmland, requirement, "test", Stop));

    private static async Task Write(TestDatabase database, string text)
    {
        var seen = (await ItemOf(database)).Draft?.Revision ?? 0;
        Assert.IsType<SaveAnswer.Outcome.Saved>(
            await database.Ask(
                (SaveAnswer save) => save.Run(Round, Sample2023.Värmland, Analyses, text, seen, "test", Stop)
            )
        );
    }

    private static Task<SubmitReport.Outcome> TrySubmit(TestDatabase database, string? seen = null) =>
        database.Ask((SubmitReport submit) => submit.Run(Round, Sample2023.Värmland, seen, null, "test", Stop));

    private static async Task Submit(TestDatabase database) =>
        Assert.IsType<SubmitReport.Outcome.Submitted>(await TrySubmit(database));

    private static async Task<ViewSubmission.Result> View(TestDatabase database) =>
        (await database.Ask((ViewSubmission view) => view.Run(Round, Sample2023.Värmland, Stop)))!;

    private static async Task<ViewSubmission.Item> ItemOf(TestDatabase database) =>
        (await View(database))
            .Sections.SelectMany(section => section.Items)
            .Single(item => item.Requirement.Id == Analyses);

    private static async Task<IEnumerable<Id<AnswerRow>>> Order(TestDatabase database) =>
        (await ItemOf(database)).Table!.Rows.Select(row => row.Row.Id);

    private static async Task<int> Answered(TestDatabase database) =>
        (await Progress(database)).Lines.Single(line => line.Reporter.Id == Sample2023.Värmland).Answered;

    private static async Task<ViewProgress.Result> Progress(TestDatabase database)
    {
        var analyst = await ProgressTests.Analyst(database);
        return (await database.Ask((ViewProgress view) => view.Run(Round, analyst, Stop)))!;
    }

    private static async Task<bool> HasChanges(TestDatabase database)
    {
        var line = (await database.Ask((ListSubmissions list) => list.Run(Round, Stop)))!.Lines.Single(one =>
            one.Reporter.Id == Sample2023.Värmland
        );
        var item = await ItemOf(database);
        Assert.Equal(line.Answers > 0, item.IsChanged);
        return item.IsChanged;
    }

    private static Task<(SubmittedAnswer, Source)> Submitted(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var found = await (
                    from submission in db.Submissions
                    where submission.RoundId == Round && submission.ReporterId == Sample2023.Värmland
                    join answer in db.SubmittedAnswers
                        on new { SubmissionId = submission.Id, Version = submission.CurrentVersion } equals new
                        {
                            answer.SubmissionId,
                            answer.Version,
                        }
                    where answer.RequirementId == Analyses
                    join source in db.Sources on answer.SourceId equals source.Id
                    select new { answer, source }
                ).SingleAsync(Stop);
                return (found.answer, found.source);
            }
        );

    private static Task<bool> AddRound(TestDatabase database, string id) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var before = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == Round, Stop);
                db.Rounds.Add(
                    new Round
                    {
                        Id = Sample2023.Named<Round>(id),
                        Kind = before.Kind,
                        Title = "Nästa",
                        PeriodStart = before.PeriodStart.AddYears(1),
                        PeriodEnd = before.PeriodEnd.AddYears(1),
                        DueOn = before.DueOn.AddYears(1),
                        Recipient = before.Recipient,
                        TemplateId = before.TemplateId,
                        PreviousRoundId = Round,
                        Origin = Origin.Invented,
                        IsOpen = true,
                    }
                );
                db.Submissions.Add(
                    new Submission
                    {
                        Id = Id.New<Submission>(database.Clock),
                        RoundId = Sample2023.Named<Round>(id),
                        ReporterId = Sample2023.Värmland,
                        CurrentVersion = 0,
                    }
                );
                await db.Save(new Change("test", "round.add", id), Stop);
                return true;
            }
        );
}
