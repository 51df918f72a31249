using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class ReadingRoomTests(Databases databases)
{
    private const string Reader = "Åsa";

    /// <summary>Ten times as much as 21 regions may write to the question.</summary>
    private const int ManyCharacters = 1_000_000;

    private static readonly Key<Round> Round2024 = Sample2023.Named<Round>("2024");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_requirement_is_read_with_all_its_answers_their_codes_and_their_readers(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var own = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((MarkRead mark) => mark.Run(own.Id, isRead: true, Reader, Stop));
        await database.Ask((MarkRead mark) => mark.Run(own.Id, isRead: true, "Bo", Stop));
        var note = new MemoSubject.OfRequirement(Sample2023.Strategy);
        await database.Ask((WriteMemo write) => write.Run(Sample2023.Round, note, "Fråga Värmland.", Reader, Stop));
        await database.Ask((WriteMemo write) => write.Run(Sample2023.Round, note, "Gjort.", "Bo", Stop));

        var room = (await Room(database, Sample2023.Round, Sample2023.Strategy))!;

        Assert.Equal(21, room.Answers.Count);
        Assert.Equal(
            room.Answers.Select(answer => answer.Name).Order(SwedishText.Order),
            room.Answers.Select(answer => answer.Name)
        );
        Assert.Equal(14, room.Codes.Count(code => code.Kind == CodeKind.Leaf));
        var read = room.Answers.Single(answer => answer.Reporter.Id == Sample2023.Värmland);
        var view = (await database.Ask((ViewSource source) => source.Run(own.Id, Stop)))!;
        Assert.Equal(view.Codings.Select(coding => coding.Id), read.Codings.Select(coding => coding.Id));
        Assert.Equal((own.Text, true), (read.Source.Text, read.IsReadByMe));
        // The sample was read by one before.
        Assert.Equal(2, read.OtherReaders);
        Assert.Equal((false, 1), MineAndOthers(room, Sample2023.Dalarna));
        Assert.Equal(
            [("Fråga Värmland.", true), ("Gjort.", false)],
            room.Notes.Select(one => (one.Memo.Text, one.IsMine))
        );
        Assert.Empty(room.Absent);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_was_not_asked_did_not_hand_in_or_left_it_blank_is_told_apart(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var boards = (await Room(database, Sample2023.Round, Sample2023.Named<Requirement>("anslag-lst-rus")))!;
        Assert.Equal(6, boards.Requirement.Counties.Count);
        Assert.Equal(6, boards.Answers.Count + boards.Absent.Count(one => one.Why != AnswerState.NotAsked));
        Assert.Equal(15, boards.Absent.Count(one => one.Why == AnswerState.NotAsked));
        Assert.Contains(boards.Absent, one => one is { Name: "Länsstyrelsen Skåne", Why: AnswerState.NotAsked });

        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "", seen: 1);
        await database.Submit(Sample2023.Värmland);
        var room = (await Room(database, Sample2023.Round, Sample2023.Strategy))!;
        Assert.Equal(
            (20, "Värmland", AnswerState.Blank),
            (room.Answers.Count, room.Absent.Single().Name, room.Absent.Single().Why)
        );

        var next = (await Room(database, Round2024, Sample2023.Named<Requirement>("mal-politiken")))!;
        Assert.Equal((0, 21), (next.Answers.Count, next.Absent.Count));
        Assert.All(next.Absent, one => Assert.Equal(AnswerState.Missing, one.Why));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_answered_in_the_round_before_is_what_the_reporter_itself_sees(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var asked = Sample2023.Named<Requirement>("strategi-samordning");
        await SubmitIn2024(database, asked, "Vi samordnar arbetet.");
        var before = (await database.Ask((FindPredecessors find) => find.Run(Round2024, Sample2023.Värmland, Stop)))!;

        var answer = (await Room(database, Round2024, asked))!.Answers.Single();
        var alone = (await Reporter(database, Round2024, Sample2023.Värmland))!;

        Assert.Equal("2023", alone.Earlier?.Id.Value);
        Assert.NotEmpty(answer.Earlier);
        Assert.Equal(
            before
                .OfRequirement[asked]
                .Earlier.Where(one => one.Text is not null)
                .Select(one => (one.Requirement.Title, one.Note)),
            answer.Earlier.Select(one => (one.Question, one.Note))
        );
        var same = alone.Sections.SelectMany(part => part.Questions).Single(one => one.Requirement.Id == asked).Answer!;
        Assert.Equal(answer.Earlier, same.Earlier);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_reporter_is_read_from_the_first_question_to_the_last(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var region = (await Reporter(database, Sample2023.Round, Sample2023.Värmland))!;
        var board = (await Reporter(database, Sample2023.Round, Sample2023.Named<Reporter>("lst-17")))!;

        var room = (await Room(database, Sample2023.Round, Sample2023.Strategy))!;
        var here = region
            .Sections.SelectMany(part => part.Questions)
            .Single(one => one.Requirement.Id == Sample2023.Strategy);
        var there = room.Answers.Single(answer => answer.Reporter.Id == Sample2023.Värmland);
        Assert.Equal(there.Source.Text, here.Answer?.Source.Text);
        Assert.Equal(there.Codings.Select(one => one.Id), here.Answer?.Codings.Select(one => one.Id));
        Assert.Equal(room.Codes.Select(code => code.Id), region.Codes[Sample2023.Strategy].Select(code => code.Id));
        Assert.True(region.HasSubmitted);
        Assert.All(
            board.Sections.SelectMany(part => part.Questions),
            one => Assert.Equal(ReporterKind.CountyBoard, one.Requirement.AnsweredBy)
        );
        Assert.Null(await Reporter(database, Sample2023.Round, Sample2023.Named<Reporter>("finns-inte")));
        Assert.Null(await Room(database, Sample2023.Round, Sample2023.Named<Requirement>("finns-inte")));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_million_characters_take_as_many_questions_as_one_short_answer(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var few = await Measured(database, Sample2023.Round, Sample2023.Strategy);
        var withEarlier = await Measured(database, Round2024, Sample2023.Named<Requirement>("strategi-samordning"));
        await GrowTo(database, ManyCharacters);

        var many = await Measured(database, Sample2023.Round, Sample2023.Strategy);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{engine}: {few.Milliseconds} ms for {few.Characters} characters, {many.Milliseconds} ms for {many.Characters}"
        );
        Assert.True(many.Characters >= ManyCharacters);
        // A round that has one before it asks how the templates answer to each other, and what was answered then.
        Assert.Equal((10, 10, 12), (few.Questions, many.Questions, withEarlier.Questions));
    }

    private static async Task<(int Questions, long Milliseconds, int Characters)> Measured(
        TestDatabase database,
        Key<Round> round,
        Key<Requirement> requirement
    )
    {
        await Room(database, round, requirement);
        using var questions = new QueryCount();
        var begin = Stopwatch.GetTimestamp();
        var room = (await Room(database, round, requirement))!;
        return (
            questions.Take(),
            (long)Stopwatch.GetElapsedTime(begin).TotalMilliseconds,
            room.Answers.Sum(answer => answer.Source.Text.Length)
        );
    }

    /// <summary>A next version of each answer to the question, all together so long.</summary>
    private static Task<int> GrowTo(TestDatabase database, int characters) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var submissions = await db
                    .Submissions.Where(one => one.RoundId == Sample2023.Round && one.CurrentVersion > 0)
                    .Join(
                        db.Reporters.Where(one => one.Kind == ReporterKind.Region),
                        submission => submission.ReporterId,
                        reporter => reporter.Id,
                        (submission, _) => submission
                    )
                    .ToListAsync(Stop);
                foreach (var (at, submission) in submissions.Index())
                {
                    var text = string.Concat(
                        Enumerable
                            .Range(0, (characters / submissions.Count / 40) + 1)
                            .Select(line =>
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"Rad {at:00}-{line:00000} är en rad av många rader.\n\n"
                                )
                            )
                    );
                    var source = new Source
                    {
                        Id = Id.New<Source>(database.Clock),
                        RoundId = submission.RoundId,
                        Kind = SourceKind.Answer,
                        ReporterId = submission.ReporterId,
                        RequirementId = Sample2023.Strategy,
                        Text = text,
                        Hash = Source.HashOf(text),
                        CreatedAt = database.Clock.GetUtcNow(),
                    };
                    db.Sources.Add(source);
                    submission.CurrentVersion++;
                    db.SubmissionVersions.Add(
                        new SubmissionVersion
                        {
                            SubmissionId = submission.Id,
                            Number = submission.CurrentVersion,
                            SubmittedAt = database.Clock.GetUtcNow(),
                            SubmittedBy = "test",
                            IsLate = false,
                            Hash = null,
                            HoldsInterventions = false,
                        }
                    );
                    db.SubmittedAnswers.Add(
                        new SubmittedAnswer
                        {
                            SubmissionId = submission.Id,
                            Version = submission.CurrentVersion,
                            RequirementId = Sample2023.Strategy,
                            SourceId = source.Id,
                        }
                    );
                }

                await db.Save(new Change("test", "test.grow", "2023"), Stop);
                return submissions.Count;
            }
        );

    private static (bool Mine, int Others) MineAndOthers(ViewReadingRoom.Result room, Key<Reporter> reporter)
    {
        var answer = room.Answers.Single(one => one.Reporter.Id == reporter);
        return (answer.IsReadByMe, answer.OtherReaders);
    }

    private static async Task SubmitIn2024(TestDatabase database, Key<Requirement> requirement, string text)
    {
        Assert.IsType<SaveAnswer.Outcome.Saved>(
            await database.Ask(
                (SaveAnswer save) => save.Run(Round2024, Sample2023.Värmland, requirement, text, 0, "test", Stop)
            )
        );
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await database.Ask(
                (SubmitReport submit) => submit.Run(Round2024, Sample2023.Värmland, null, null, "test", Stop)
            )
        );
    }

    private static Task<ViewReadingRoom.Result?> Room(
        TestDatabase database,
        Key<Round> round,
        Key<Requirement> requirement
    ) => database.Ask((ViewReadingRoom view) => view.Run(round, requirement, Reader, Stop));

    private static Task<ViewReporterReading.Result?> Reporter(
        TestDatabase database,
        Key<Round> round,
        Key<Reporter> reporter
    ) => database.Ask((ViewReporterReading view) => view.Run(round, reporter, Reader, Stop));
}
