using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Blind;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Blind;

/// <summary>Two or three code Region Värmland's and Region Dalarna's answers on the strategy without seeing each other.</summary>
public sealed class DoubleCodingTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_coded_blind_is_seen_by_nobody_else_and_counts_for_nothing_until_it_is_entered(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        var (id, coders, source) = await Begun(database);
        var before = await Counted(database);

        await Code(database, id, source, Sample2023.Revises, coders[0]);

        Assert.Equal(before, await Counted(database));
        var other = await View(database, id, source, coders[1]);
        Assert.Empty(other!.Codings);
        Assert.Null((await Overview(database, id, coders[1]))!.Comparison);
        Assert.Null(await View(database, id, source, "Åsa"));
        Assert.Null(await database.Ask((FindNewSteps find) => find.Run(Sample2023.Round, source, 0, coders[1], Stop)));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_all_gave_and_what_was_settled_becomes_codings_and_can_be_undone(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (id, coders, source) = await Begun(database);
        var before = await Counted(database);
        await Code(database, id, source, Sample2023.Revises, coders[0]);
        await Code(database, id, source, Sample2023.Revises, coders[1]);
        await Code(database, id, source, Other, coders[0]);
        await HandIn(database, id, coders);

        var view = await Overview(database, id, "Åsa");
        var difference = Assert.Single(view!.Comparison!.Differences);
        Assert.Equal((Other, source), (difference.Code.Id, difference.Source.Id));
        Assert.Equal([coders[0]], difference.GivenBy);
        Assert.Equal([coders[1]], difference.NotGivenBy);
        Assert.Contains("avgjord", Refused(await Enter(database, id)), StringComparison.Ordinal);

        Assert.Contains(
            "varför",
            Refused(await Settle(database, id, source, isGiven: true, " ")),
            StringComparison.Ordinal
        );
        Done(await Settle(database, id, source, isGiven: false, "Det står om något annat."));
        Assert.Equal((false, "Det står om något annat.", SettledBy.Third), await Settled());
        Done(await Settle(database, id, source, isGiven: true, "Det står i andra meningen.", coders[0]));
        Assert.Equal((true, "Det står i andra meningen.", SettledBy.Agreement), await Settled());

        Done(await Enter(database, id));
        Assert.Equal(before + 3, await Counted(database));
        Assert.Equal(
            coders.Order(StringComparer.Ordinal),
            await database.Ask(
                (SamlaDb db) =>
                    db
                        .Readings.Where(one => one.SourceId == source && coders.Contains(one.Reader))
                        .Select(one => one.Reader)
                        .OrderBy(reader => reader)
                        .ToListAsync(Stop)
            )
        );
        Assert.Contains("avslutad", Refused(await Enter(database, id)), StringComparison.Ordinal);

        Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop))
        );
        Assert.Equal(before, await Counted(database));
        Done(await Enter(database, id));
        Assert.Equal(before + 3, await Counted(database));
        Assert.Empty((await database.Verify()).Faults);

        async Task<(bool, string, SettledBy)> Settled()
        {
            var settled = (await Overview(database, id, "Åsa"))!.Comparison!.Differences.Single().Settlement!;
            return (settled.IsGiven, settled.Reason, settled.By);
        }
    }

    [Fact]
    public async Task What_was_settled_not_to_be_given_is_not_entered()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (id, coders, source) = await Begun(database);
        var before = await Counted(database);
        await Code(database, id, source, Other, coders[0]);
        await HandIn(database, id, coders);
        Done(await Settle(database, id, source, isGiven: false, "Det gäller ett annat år."));
        Done(await Enter(database, id));
        Assert.Equal(before, await Counted(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Agreement_is_reckoned_on_answers_and_on_words(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (id, coders, source) = await Begun(database);
        await Code(database, id, source, Sample2023.Revises, coders[0]);
        await Code(database, id, source, Sample2023.Revises, coders[1]);
        await HandIn(database, id, coders);

        var agreement = (await Overview(database, id, coders[0]))!.Comparison!.Agreement;
        var row = agreement.Codes.Single(one => one.Code == Sample2023.Revises);
        // One of the two answers has the code by both, the other by neither; and the same words have it.
        Assert.Equal(2, row.Texts.Units);
        Assert.Equal(1, Assert.IsType<Coefficient.Defined>(row.Texts.Kappa).Value);
        Assert.Equal(1, Assert.IsType<Coefficient.Defined>(row.Characters).Value);
        var unused = agreement.Codes.First(one => one.Code == Other);
        Assert.Equal(WhyUndefined.NothingMarked, Assert.IsType<Coefficient.Undefined>(unused.Characters).Reason);
    }

    [Fact]
    public async Task What_is_handed_in_is_read_to_the_end_and_stays_as_it_is()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (id, coders, source) = await Begun(database);
        await Code(database, id, source, Sample2023.Revises, coders[0]);
        Assert.Contains(
            "Två texter är inte markerade som lästa",
            Refused(await database.Ask((CodeBlind code) => code.HandIn(id, coders[0], Stop))),
            StringComparison.Ordinal
        );
        await HandIn(database, id, [coders[0]]);

        Assert.Contains(
            "lämnat in",
            Refused(await Give(database, id, source, Other, coders[0])),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Det finns inget att ångra.",
            Assert
                .IsType<UndoStep.Outcome.Refused>(
                    await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, coders[0], Stop))
                )
                .Message
        );
        var own = await View(database, id, source, coders[0]);
        Assert.Equal("Du har lämnat in din kodning. Den går inte att ändra längre.", own!.WhyNot);
        Assert.Null((await View(database, id, source, coders[1]))!.WhyNot);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_step_of_blind_coding_is_undone_and_done_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (id, coders, source) = await Begun(database);
        await Code(database, id, source, Sample2023.Revises, coders[0]);
        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, coders[0], Stop));
        Assert.Empty((await View(database, id, source, coders[0]))!.Codings);
        await database.Ask((UndoStep undo) => undo.Redo(Sample2023.Round, coders[0], Stop));
        var coding = Assert.Single((await View(database, id, source, coders[0]))!.Codings);
        Assert.Contains(
            "redan koden",
            Refused(await Give(database, id, source, Sample2023.Revises, coders[0])),
            StringComparison.Ordinal
        );
        Done(await database.Ask((CodeBlind code) => code.Remove(coding.Id, coders[1], Stop)));
        Assert.Single((await View(database, id, source, coders[0]))!.Codings);
        Done(await database.Ask((CodeBlind code) => code.Remove(coding.Id, coders[0], Stop)));
        Assert.Empty((await View(database, id, source, coders[0]))!.Codings);
    }

    [Fact]
    public async Task What_is_coded_blind_is_told_to_nobody_as_the_reason_why_a_number_changed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        // The sample was loaded by another clock.
        database.Clock.Pass(TimeSpan.FromHours(1));
        var (id, coders, source) = await Begun(database);
        await Code(database, id, source, Sample2023.Revises, coders[0]);
        var open = await database.Source(Sample2023.Named<Reporter>("10"), Sample2023.Strategy);
        await database.Ask((AddCoding add) => add.Run(open.Id, Sample2023.Revises, open.Text[..20], 0, "Bo", Stop));

        var changed = (await database.Compose()).Chapters[0].Unaccepted;
        var told = await database.Ask((ReadClaimReasons read) => read.Run(Sample2023.Round, changed, Stop));

        Assert.Equal(["Bo"], told.Reasons["rus-reviderar"].Select(reason => reason.Who));
    }

    [Fact]
    public async Task A_code_that_is_merged_meanwhile_counts_as_the_one_it_went_into()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (id, coders, source) = await Begun(database);
        await Code(database, id, source, Sample2023.Revises, coders[0]);
        await Code(database, id, source, Other, coders[1]);
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (MergeCodes merge) => merge.Run(Sample2023.Round, Other, Sample2023.Revises, "Åsa", Stop)
            )
        );
        await HandIn(database, id, coders);
        var compared = (await Overview(database, id, coders[0]))!.Comparison!;
        Assert.Empty(compared.Differences);
        Done(await Enter(database, id));
        Assert.Equal(
            2,
            await database.Ask(
                (SamlaDb db) =>
                    db.Codings.CountAsync(
                        one => one.SourceId == source && coders.Contains(one.Coder) && one.CodeId == Sample2023.Revises,
                        Stop
                    )
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_coded_in_an_answer_that_is_replaced_meanwhile_waits_to_be_placed(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (id, coders, source) = await Begun(database);
        await Code(database, id, source, Other, coders[0]);
        await Code(database, id, source, Other, coders[1]);
        await HandIn(database, id, coders);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Ett helt annat svar.", seen: 1);
        await database.Submit(Sample2023.Värmland);
        Assert.Equal(0, (await Overview(database, id, coders[0]))!.Waiting);

        Done(await Enter(database, id));

        Assert.Equal(2, (await Overview(database, id, coders[0]))!.Waiting);
    }

    [Fact]
    public async Task Somebody_who_leaves_is_left_out_as_long_as_two_are_left()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (id, coders, source) = await Begun(database, third: true);
        await Code(database, id, source, Other, coders[2]);
        Done(await LeaveOut(database, id, coders[2]));
        Assert.Contains("bara en kodare", Refused(await LeaveOut(database, id, coders[1])), StringComparison.Ordinal);
        await HandIn(database, id, coders[..2]);
        Assert.Empty((await Overview(database, id, coders[0]))!.Comparison!.Differences);
        var before = await Counted(database);
        Done(await Enter(database, id));
        Assert.Equal(before, await Counted(database));
    }

    [Fact]
    public async Task What_is_given_up_never_counts_and_lets_its_coders_in_to_the_source_again()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (id, coders, source) = await Begun(database);
        Assert.NotNull(await database.Ask((FindBlindWork find) => find.Run(source, coders[0], Stop)));
        Assert.Null(await database.Ask((FindBlindWork find) => find.Run(source, "Åsa", Stop)));
        Done(await database.Ask((AbandonDoubleCoding abandon) => abandon.Run(id, "Åsa", Stop)));
        Assert.Null(await database.Ask((FindBlindWork find) => find.Run(source, coders[0], Stop)));
        Assert.Contains(
            "avslutad",
            Refused(await Give(database, id, source, Other, coders[0])),
            StringComparison.Ordinal
        );
        Assert.Contains("avslutad", Refused(await Enter(database, id)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2, 1, null, "rubrik")]
    [InlineData("Prov", 1, 1, null, "minst två")]
    [InlineData("Prov", 2, 0, null, "minst ett krav")]
    [InlineData("Prov", 2, 1, 0, "minst ett")]
    public async Task A_plan_that_cannot_be_carried_out_is_refused(
        string title,
        int coders,
        int requirements,
        int? most,
        string why
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var who = (await Accounts(database)).Take(coders).ToList();
        var plan = new StartDoubleCoding.Plan(
            title,
            requirements == 0 ? [] : [Sample2023.Strategy],
            Documents: false,
            most,
            who
        );
        var outcome = await database.Ask((StartDoubleCoding start) => start.Run(Sample2023.Round, plan, "Åsa", Stop));
        Assert.Contains(
            why,
            Assert.IsType<StartDoubleCoding.Outcome.Refused>(outcome).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await database.Ask((SamlaDb db) => db.DoubleCodings.CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Documents_are_coded_blind_like_answers(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var berries = await database.AddCodeAboutDocuments("Bär");
        var document = await database.AddDocument("Vi odlar bär och säljer dem i hela länet till alla som vill.", "17");
        var source = await database.SourceOf(document);
        var coders = await Accounts(database);
        var plan = new StartDoubleCoding.Plan("Prov", [], Documents: true, null, coders);
        var started = Assert.IsType<StartDoubleCoding.Outcome.Started>(
            await database.Ask((StartDoubleCoding start) => start.Run(Sample2023.Round, plan, "Åsa", Stop))
        );
        var view = await View(database, started.Id, source, coders[0]);
        Assert.Equal((null, "Strategi 17"), (view!.Requirement, view.Name));
        Assert.Equal(["Grupp för Bär", "Bär"], view.Codes.Select(code => code.Label));
        await Code(database, started.Id, source, berries, coders[0]);
        Assert.Contains(
            "Välj en kod",
            Refused(await Give(database, started.Id, source, Sample2023.Revises, coders[0])),
            StringComparison.Ordinal
        );
        await HandIn(database, started.Id, coders);
        var difference = Assert.Single((await Overview(database, started.Id, "Åsa"))!.Comparison!.Differences);
        Assert.Equal((berries, "Strategi 17"), (difference.Code.Id, difference.Name));
        Done(
            await database.Ask(
                (SettleDifference settle) =>
                    settle.Run(started.Id, source, berries, isGiven: true, "Det står så.", "Åsa", Stop)
            )
        );
        Done(await Enter(database, started.Id));
        Assert.Equal(["17"], (await database.StandingOf(berries)).Says.Select(region => region.ToString()));
    }

    [Fact]
    public async Task Sources_are_drawn_by_lot_where_a_number_is_asked_for()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var plan = new StartDoubleCoding.Plan(
            "Prov",
            [Sample2023.Strategy],
            Documents: false,
            5,
            await Accounts(database)
        );
        Assert.IsType<StartDoubleCoding.Outcome.Started>(
            await database.Ask((StartDoubleCoding start) => start.Run(Sample2023.Round, plan, "Åsa", Stop))
        );
        var line = Assert.Single(
            (await database.Ask((ListDoubleCodings list) => list.Run(Sample2023.Round, "Åsa", Stop)))!.Lines
        );
        Assert.Equal(5, line.Sources);
    }

    /// <summary>Another code of the same requirement.</summary>
    private static Key<Code> Other { get; } = Sample2023.Named<Code>("rus-genomfor");

    private static async Task<(Id<DoubleCoding> Id, string[] Coders, Id<Source> Source)> Begun(
        TestDatabase database,
        bool third = false
    )
    {
        var coders = await Accounts(database, third ? 3 : 2);
        var plan = new StartDoubleCoding.Plan("Prov", [Sample2023.Strategy], Documents: false, null, coders);
        var started = Assert.IsType<StartDoubleCoding.Outcome.Started>(
            await database.Ask((StartDoubleCoding start) => start.Run(Sample2023.Round, plan, "Åsa", Stop))
        );
        // Two are enough here.
        var kept = (Id<Source>[])
            [
                (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id,
                (await database.Source(Sample2023.Dalarna, Sample2023.Strategy)).Id,
            ];
        await database.Ask(
            (SamlaDb db) =>
                db
                    .DoubleCodingSources.Where(part =>
                        part.DoubleCodingId == started.Id && !kept.Contains(part.SourceId)
                    )
                    .ExecuteDeleteAsync(Stop)
        );
        return (started.Id, [.. coders], kept[0]);
    }

    private static async Task<List<string>> Accounts(TestDatabase database, int count = 2)
    {
        await database.Ask(
            async (SamlaDb db) =>
            {
                for (var number = 1; number <= count; number++)
                {
                    db.Accounts.Add(
                        new Account
                        {
                            Id = Id.New<Account>(TimeProvider.System),
                            Email = $"kodare{number}@example.se",
                            Name = $"Kodare {number}",
                            ReporterId = null,
                            Roles = Roles.Analyst,
                            SecurityStamp = "",
                            IsSample = false,
                            CreatedAt = TimeProvider.System.GetUtcNow(),
                        }
                    );
                }

                await db.Save(new Change("Åsa", "account.add", "kodare"), Stop);
                return 0;
            }
        );
        var ids = await database.Ask(
            (SamlaDb db) =>
                db
                    .Accounts.Where(account => account.Name.StartsWith("Kodare "))
                    .OrderBy(account => account.Name)
                    .Select(account => account.Id)
                    .ToListAsync(Stop)
        );
        return ids.ConvertAll(Account.ActorOf);
    }

    private static async Task Code(
        TestDatabase database,
        Id<DoubleCoding> id,
        Id<Source> source,
        Key<Code> code,
        string coder
    ) => Done(await Give(database, id, source, code, coder));

    private static async Task<DoubleCodingOutcome> Give(
        TestDatabase database,
        Id<DoubleCoding> id,
        Id<Source> source,
        Key<Code> code,
        string coder
    )
    {
        var text = await database.Ask(
            (SamlaDb db) => db.Sources.Where(one => one.Id == source).Select(one => one.Text).SingleAsync(Stop)
        );
        return await database.Ask((CodeBlind blind) => blind.Add(id, source, code, text[..40], 0, coder, Stop));
    }

    private static async Task HandIn(TestDatabase database, Id<DoubleCoding> id, IEnumerable<string> coders)
    {
        foreach (var coder in coders)
        {
            var sources = await database.Ask(
                (SamlaDb db) =>
                    db
                        .DoubleCodingSources.Where(part => part.DoubleCodingId == id)
                        .Select(part => part.SourceId)
                        .ToListAsync(Stop)
            );
            foreach (var source in sources)
            {
                Done(await database.Ask((CodeBlind code) => code.MarkRead(id, source, isRead: true, coder, Stop)));
            }

            Done(await database.Ask((CodeBlind code) => code.HandIn(id, coder, Stop)));
        }
    }

    private static Task<DoubleCodingOutcome> Settle(
        TestDatabase database,
        Id<DoubleCoding> id,
        Id<Source> source,
        bool isGiven,
        string reason,
        string actor = "Åsa"
    ) => database.Ask((SettleDifference settle) => settle.Run(id, source, Other, isGiven, reason, actor, Stop));

    private static Task<DoubleCodingOutcome> Enter(TestDatabase database, Id<DoubleCoding> id) =>
        database.Ask((EnterDoubleCoding enter) => enter.Run(id, "Åsa", Stop));

    private static Task<DoubleCodingOutcome> LeaveOut(TestDatabase database, Id<DoubleCoding> id, string coder) =>
        database.Ask((AbandonDoubleCoding abandon) => abandon.LeaveOut(id, coder, "Åsa", Stop));

    private static Task<ViewDoubleCoding.Result?> Overview(TestDatabase database, Id<DoubleCoding> id, string actor) =>
        database.Ask((ViewDoubleCoding view) => view.Run(id, actor, Stop));

    private static Task<ViewBlindSource.Result?> View(
        TestDatabase database,
        Id<DoubleCoding> id,
        Id<Source> source,
        string coder
    ) => database.Ask((ViewBlindSource view) => view.Run(id, source, coder, Stop));

    private static Task<int> Counted(TestDatabase database) =>
        database.Ask((SamlaDb db) => db.Codings.CountAsync(Stop));

    private static void Done(DoubleCodingOutcome outcome) => Assert.IsType<DoubleCodingOutcome.Done>(outcome);

    private static string Refused(DoubleCodingOutcome outcome) =>
        Assert.IsType<DoubleCodingOutcome.Refused>(outcome).Message;
}
