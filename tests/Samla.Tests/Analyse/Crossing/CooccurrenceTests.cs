using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Crossing;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Crossing;

public sealed class CooccurrenceTests(Databases databases)
{
    private const string Revises = "rus-reviderar";
    private const string Young = "rus-unga-aldre";
    private const string Worried = "rus-orolig-omvarld";
    private const string Learns = "rus-kunskap-larande";

    /// <summary>Of another requirement than the others.</summary>
    private const string South = "rus-sydsverige";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Worked by hand from the lists in the sample's facts: both, and both of either.</summary>
    private static (string, string, int, double)[] Table =>
        [
            (Revises, Young, 2, 2.0 / 7),
            (Revises, Worried, 1, 1.0 / 11),
            (Revises, Learns, 2, 2.0 / 15),
            (Young, Worried, 0, 0),
            (Young, Learns, 1, 1.0 / 11),
            (Worried, Learns, 2, 2.0 / 13),
            (Revises, South, 1, 1.0 / 9),
            (Worried, South, 2, 1.0 / 3),
            (Learns, South, 0, 0),
        ];

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task So_many_say_both_as_the_lists_have_in_common(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var table = (await View(database, Free(Revises, Young, Worried, Learns, South))).Table;

        Assert.Equal(5, table.Rows.Count);
        Assert.All(
            Table,
            expected =>
            {
                var pair = Pair(table, expected.Item1, expected.Item2);
                Assert.Equal(expected.Item3, pair.Both!.Value.Count);
                Assert.Equal(expected.Item4, pair.SayingJaccard!.Value, precision: 10);
                Assert.False(pair.MayGrow);
                var mirrored = Pair(table, expected.Item2, expected.Item1);
                Assert.Equal(
                    (pair.Both, pair.Overlaps, pair.TextJaccard),
                    (mirrored.Both, mirrored.Overlaps, mirrored.TextJaccard)
                );
            }
        );
        Assert.Equal(["08", "12"], Pair(table, Worried, South).Both!.Value.Select(region => region.ToString()));
        // On the diagonal the code's own numbers.
        Assert.Equal(7, Pair(table, Revises, Revises).Both!.Value.Count);
        Assert.Equal(1, Pair(table, Revises, Revises).SayingJaccard);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Passages_overlap_as_often_as_comparing_all_with_all_finds(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await Give(database, source, Revises, 0, 10, "Åsa");
        await Give(database, source, Young, 5, 10, "Åsa");
        await Give(database, source, Young, 5, 10, "Bo"); // the same words: one passage
        await Give(database, source, Worried, 15, 5, "Åsa"); // begins where the one before ends

        var table = (await View(database, new("rus", "rus-genomforande", []))).Table;

        var all = await database.Ask(
            (SamlaDb db) =>
                (
                    from answer in db.CurrentAnswers(Sample2023.Round)
                    join coding in db.Codings on answer.SourceId equals coding.SourceId
                    select coding
                )
                    .AsNoTracking()
                    .ToListAsync(Stop)
        );
        var passages = all.DistinctBy(coding => (coding.CodeId, coding.SourceId, coding.Start, coding.Length)).ToList();
        Assert.All(
            table.Pairs,
            pair =>
                Assert.Equal(
                    pair.IsOneCode
                        ? passages.Count(coding => coding.CodeId == pair.One.Code.Id)
                        : (
                            from one in passages.Where(coding => coding.CodeId == pair.One.Code.Id)
                            from other in passages.Where(coding => coding.CodeId == pair.Other.Code.Id)
                            where one.SourceId == other.SourceId && one.Start < other.End && other.Start < one.End
                            select 1
                        ).Count(),
                    pair.Overlaps
                )
        );
        Assert.Equal(1, Pair(table, Revises, Young).Overlaps);
        // Seven, and now Värmland.
        Assert.Equal(8, Pair(table, Revises, Revises).Both!.Value.Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_words_behind_a_cell_stand_beside_each_other(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await Give(database, source, Revises, 0, 10, "Åsa");
        await Give(database, source, Young, 5, 10, "Åsa");
        await Give(database, source, Young, 5, 10, "Bo");

        var pairing = Assert.Single(await Words(database, Revises, Young, CooccurrenceLevel.Passages));
        Assert.Equal("17", pairing.Reporter.Id.Value);
        Assert.Equal(source.Text[..10], Assert.Single(pairing.One).Passage!.Quote);
        Assert.Equal(source.Text[5..15], Assert.Single(pairing.Other).Passage!.Quote);

        var saying = await Words(database, Revises, Young, CooccurrenceLevel.Reporters);
        Assert.Equal(["07", "17", "19"], saying.Select(one => one.Reporter.Id.Value).Order(StringComparer.Ordinal));
        Assert.All(saying, one => Assert.True(one.One.Count > 0 && one.Other.Count > 0));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_without_a_passage_counts_for_the_reporter_and_for_no_words(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Ask(
            async (SamlaDb db) =>
            {
                db.Attributions.Add(
                    new Attribution
                    {
                        Id = Id.New<Attribution>(database.Clock),
                        RoundId = Sample2023.Round,
                        CodeId = Sample2023.Named<Code>(Young),
                        ReporterId = Sample2023.Named<Reporter>("01"),
                        Reason = "Står i ett annat avsnitt.",
                        Coder = "Åsa",
                        CodedAt = database.Clock.GetUtcNow(),
                    }
                );
                await db.Save(new Change("Åsa", "test", "test"), Stop);
                return true;
            }
        );

        var pair = Pair((await View(database, Free(Revises, Young))).Table, Revises, Young);

        Assert.Equal(3, pair.Both!.Value.Count);
        Assert.Equal(0, pair.Overlaps);
        var stockholm = (await Words(database, Revises, Young, CooccurrenceLevel.Reporters)).Single(one =>
            one.Reporter.Id.Value == "01"
        );
        Assert.NotNull(stockholm.One[0].Passage);
        Assert.Null(Assert.Single(stockholm.Other).Passage);
    }

    [Fact]
    public async Task What_cannot_be_compared_has_no_number()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var table = (await View(database, Free(Revises, South, "anslag-lst-pagaende"))).Table;

        Assert.Null(Pair(table, Revises, South).Overlaps);
        Assert.NotNull(Pair(table, Revises, South).Both);
        var board = Pair(table, Revises, "anslag-lst-pagaende");
        Assert.Null(board.Both);
        Assert.Null(board.Overlaps);
        Assert.Null(board.SayingJaccard);
    }

    [Fact]
    public async Task What_is_withheld_is_left_out_and_said()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        var chosen = (await View(database, new("rus", "rus-genomforande", []))).Chosen;

        Assert.Equal("rus-starker-rollen", Assert.Single(chosen.Withheld).Id.Value);
        Assert.DoesNotContain(chosen.Rows, row => row.Code.Id.Value == "rus-starker-rollen");
        Assert.Equal("rus-genomforande", chosen.Requirement!.Id.Value);
        Assert.All(chosen.Rows, row => Assert.Equal("rus-genomforande", row.Code.RequirementId!.Value));
    }

    [Fact]
    public async Task A_code_that_was_merged_away_is_not_there()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Ask(
            async (SamlaDb db) =>
            {
                var code = await db.Codes.SingleAsync(
                    one => one.RoundId == Sample2023.Round && one.Id == Sample2023.Named<Code>(Young),
                    Stop
                );
                code.MergedIntoId = Sample2023.Revises;
                await db.Save(new Change("Åsa", "test", "test"), Stop);
                return true;
            }
        );

        Assert.Equal(Revises, Assert.Single((await View(database, Free(Revises, Young))).Table.Rows).Code.Id.Value);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task While_an_answer_is_unread_the_number_may_grow_and_there_is_no_likeness(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Dalarna, Sample2023.Strategy);
        Assert.True(await database.Ask((MarkRead mark) => mark.Forget(source.Id, "Åsa", Stop)));

        var pair = Pair((await View(database, Free(Revises, Young))).Table, Revises, Young);

        Assert.Equal((2, true), (pair.Both!.Value.Count, pair.MayGrow));
        Assert.Equal([RegionCode.Parse("20", null)], pair.Open);
        Assert.Null(pair.SayingJaccard);
        Assert.Null(pair.TextJaccard);
        // Dalarna says that it learns, and may come to say that it revises.
        Assert.Equal(
            [RegionCode.Parse("20", null)],
            Pair((await View(database, Free(Revises, Learns))).Table, Revises, Learns).Open
        );
    }

    [Fact]
    public async Task What_was_coded_in_an_answer_that_another_has_replaced_does_not_count()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await Give(database, source, Revises, 0, 10, "Åsa");
        await Give(database, source, Young, 5, 10, "Åsa");
        Assert.Equal(1, Pair((await View(database, Free(Revises, Young))).Table, Revises, Young).Overlaps);
        var revision = await database.Ask(
            (SamlaDb db) =>
                (
                    from answer in db.Answers
                    join submission in db.Submissions on answer.SubmissionId equals submission.Id
                    where
                        submission.RoundId == Sample2023.Round
                        && submission.ReporterId == Sample2023.Värmland
                        && answer.RequirementId == Sample2023.Strategy
                    select answer.Revision
                ).SingleAsync(Stop)
        );
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Helt andra ord.", revision);
        await database.Submit(Sample2023.Värmland);

        Assert.Equal(0, Pair((await View(database, Free(Revises, Young))).Table, Revises, Young).Overlaps);
        Assert.Empty(await Words(database, Revises, Young, CooccurrenceLevel.Passages));
    }

    [Fact]
    public async Task The_questions_to_the_database_are_as_many_for_any_number_of_codes()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        using var questions = new QueryCount();
        await View(database, new("rus", "rus-hallbarhet", []));
        var few = questions.Take();

        await View(database, new("boende", null, []));

        Assert.Equal(few, questions.Take());
        Assert.InRange(few, 1, 12);
    }

    [Fact]
    public async Task A_round_that_is_not_there_has_no_table_and_one_without_codes_has_none_to_choose()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(
            await database.Ask(
                (ViewCooccurrence view) => view.Run(Sample2023.Named<Round>("1999"), new(null, null, []), Stop)
            )
        );
        var empty = await database.Ask(
            (ViewCooccurrence view) => view.Run(Sample2023.Named<Round>("2024"), new(null, null, []), Stop)
        );
        Assert.Empty(empty!.Chosen.Matrix.Groups);
        Assert.False(empty.Chosen.IsFree);
    }

    private static CodeChoice Free(params string[] codes) => new(null, null, codes);

    private static async Task<ViewCooccurrence.Result> View(TestDatabase database, CodeChoice choice) =>
        (await database.Ask((ViewCooccurrence view) => view.Run(Sample2023.Round, choice, Stop)))!;

    private static Task<IReadOnlyList<ReadPairedWords.Pairing>> Words(
        TestDatabase database,
        string one,
        string other,
        CooccurrenceLevel level
    ) =>
        database.Ask(
            (ReadPairedWords read) =>
                read.Run(Sample2023.Round, Sample2023.Named<Code>(one), Sample2023.Named<Code>(other), level, Stop)
        );

    private static CooccurrenceTable.Pair Pair(CooccurrenceTable table, string one, string other)
    {
        var ids = table.Rows.Select(row => row.Code.Id.Value).ToList();
        return table[ids.IndexOf(one), ids.IndexOf(other)];
    }

    private static Task<bool> Give(
        TestDatabase database,
        Source source,
        string code,
        int start,
        int length,
        string coder
    ) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                db.Codings.Add(
                    new Coding
                    {
                        Id = Id.New<Coding>(database.Clock),
                        RoundId = Sample2023.Round,
                        CodeId = Sample2023.Named<Code>(code),
                        SourceId = source.Id,
                        Start = start,
                        Length = length,
                        Quote = source.Text.Substring(start, length),
                        Coder = coder,
                        CodedAt = database.Clock.GetUtcNow(),
                    }
                );
                await db.Save(new Change(coder, "test", "test"), Stop);
                return true;
            }
        );
}
