using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samla.Access;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Letters;
using Samla.Publish;
using Samla.Publish.FactChecks;
using Samla.Tests.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish.FactChecks;

/// <summary>Reporters are asked whether what a report says of them is right, contest it and get a reply.</summary>
public sealed class FactCheckTests(Databases databases) : IDisposable
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly Key<Reporter> Blekinge = Sample2023.Named<Reporter>("10");

    private readonly DirectoryInfo _outbox = Directory.CreateTempSubdirectory("samla-fakta-");

    public void Dispose() => _outbox.Delete(recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_a_reporter_is_asked_stays_as_it_was_when_it_was_asked(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Open(database);
        var before = await View(database, Sample2023.Värmland);
        Assert.True(before.IsOpen);
        Assert.Equal("Läs särskilt talen.", before.Check!.Message);

        await GiveToVärmland(database);

        var after = await View(database, Sample2023.Värmland);
        Assert.Equal(before.Items.Select(item => item.Statement.Text), after.Items.Select(item => item.Statement.Text));
        Assert.Contains(
            after.Items,
            item =>
                item.Statement is { Kind: StatementKind.LeavesOut } and { Text: var text }
                && text.StartsWith("Sju regioner", Ordinal)
        );
        var agency = await ViewAll(database);
        Assert.True(agency.Changed > 0);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Every_statement_that_counts_a_region_is_there_with_words_of_its_own()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var report = await database.Compose();

        var items = (await View(database, Blekinge)).Items;

        var counted = report
            .Chapters.SelectMany(chapter => chapter.Claims)
            .Count(claim =>
                claim.Claim.Subject == ClaimSubject.Regions
                && claim.Claim.Regions.Contains(RegionCode.Parse("10", null))
            );
        Assert.True(counted > 100, $"{counted} claims count Blekinge.");
        // A sentence may hold two claims; each label is told.
        Assert.InRange(items.Sum(item => item.Statement.Counted.Count), counted - 5, counted);
        Assert.All(
            items.Where(item => item.Statement.Counted.Any(label => !label.StartsWith("inte ", Ordinal))),
            item => Assert.NotEmpty(item.Statement.Words)
        );
        Assert.Equal(items.Count, items.Select(item => item.Statement.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_contested_and_not_replied_to_keeps_the_report_from_being_published(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await GiveToVärmland(database);
        await Open(database);
        var id = await First(database);
        Assert.Equal(
            1,
            await Answer(
                database,
                new AnswerStatements.Given(
                    id,
                    FactCheckVerdict.Contested,
                    "Det har vi inte skrivit.",
                    "",
                    await Seen(database, id)
                )
            )
        );

        var refused = Assert.IsType<PublishEdition.Outcome.Refused>(await Publish(database));
        Assert.Contains("Region Blekinge har invänt och inte fått svar", Assert.Single(refused.Reasons), Ordinal);

        var contest = Assert.Single((await ViewAll(database)).Contests);
        Assert.True(contest.Answer.IsOpen);
        Assert.Contains("Skriv varför", await Reply(database, contest, "", ContestOutcome.Kept), Ordinal);
        Assert.Contains("Välj om rapporten", await Reply(database, contest, "Jo.", null), Ordinal);
        Assert.Null(await Reply(database, contest, "Ni skriver det på sidan tre.", ContestOutcome.Kept));
        Assert.Contains("har ändrats", await Reply(database, contest, "Igen.", ContestOutcome.Kept), Ordinal);

        Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database));
        Assert.NotNull((await ViewAll(database)).Last!.ClosedAt);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Contested_again_after_a_reply_it_waits_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Open(database);
        var id = await First(database);
        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Contested, "Nej.", "", await Seen(database, id))
        );
        database.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(
            await Reply(database, Assert.Single((await ViewAll(database)).Contests), "Jo.", ContestOutcome.Kept)
        );
        Assert.Empty(await database.Ask((ListContests list) => list.Run(Sample2023.Round, Stop)));
        database.Clock.Pass(TimeSpan.FromMinutes(1));

        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Contested, "Nej, säger vi.", "", await Seen(database, id))
        );

        Assert.True(Assert.Single((await ViewAll(database)).Contests).Answer.IsOpen);
        Assert.Single(await database.Ask((ListContests list) => list.Run(Sample2023.Round, Stop)));
        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Confirmed, "", "", await Seen(database, id))
        );
        Assert.Empty((await ViewAll(database)).Contests);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Sent_out_again_what_is_unchanged_keeps_its_answers_and_what_is_changed_is_asked_anew(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        await Open(database);
        var items = (await View(database, Blekinge)).Items;
        var changing = items.First(item => item.Statement.Text.StartsWith("Sju regioner prövar", Ordinal)).Statement.Id;
        var staying = items.First(item => item.Statement.Kind == StatementKind.Names).Statement.Id;
        await Answer(
            database,
            new AnswerStatements.Given(
                changing,
                FactCheckVerdict.Contested,
                "Vi är med.",
                "",
                await Seen(database, changing)
            ),
            new AnswerStatements.Given(staying, FactCheckVerdict.Confirmed, "", "", await Seen(database, staying))
        );
        await GiveToVärmland(database);

        await Open(database, seen: 1);

        var view = await View(database, Blekinge);
        Assert.Equal(2, view.Check!.Number);
        Assert.Equal(
            FactCheckVerdict.Confirmed,
            view.Items.Single(item => item.Statement.Id == staying).Answer!.Verdict
        );
        Assert.DoesNotContain(view.Items, item => item.Statement.Id == changing);
        Assert.Contains(
            view.Items,
            item => item.Statement.Text.StartsWith("Åtta regioner prövar", Ordinal) && item.Answer is null
        );
        // What was contested is still to be replied to.
        Assert.Equal("Vi är med.", Assert.Single(view.Earlier).Comment);
        Assert.Null(Assert.Single((await ViewAll(database)).Contests).Statement);
        Assert.Single(await database.Ask((ListContests list) => list.Run(Sample2023.Round, Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_printed_can_be_contested_and_is_a_case_for_a_correction(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        database.Clock.Pass(TimeSpan.FromHours(1));
        var printed = await View(database, Blekinge);
        Assert.Equal((1, true, false), (printed.Edition!.Number, printed.TakesAnswers, printed.IsOpen));
        var said = printed.Items.First(item => item.Statement.Kind == StatementKind.Names).Statement;
        var id = said.Id;
        Assert.NotEmpty(said.Words);

        // To write something is to contest what is printed.
        Assert.Equal(
            1,
            await Answer(
                database,
                new AnswerStatements.Given(id, null, "Fel siffra.", "Sex regioner", await Seen(database, id))
            )
        );

        var contest = Assert.Single((await ViewAll(database)).Contests);
        Assert.Equal((1, true), (contest.Answer.EditionNumber, contest.Answer.IsOpen));
        Assert.Null(await Reply(database, contest, "Vi rättar.", ContestOutcome.Changed));
        Assert.Null(Assert.Single((await ViewAll(database)).Contests).CorrectedIn);
        database.Clock.Pass(TimeSpan.FromHours(1));
        await GiveToVärmland(database);
        Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database));
        Assert.Equal(2, Assert.Single((await ViewAll(database)).Contests).CorrectedIn);

        // Emptied, it is taken back.
        var seen = await Seen(database, id);
        await Answer(database, new AnswerStatements.Given(id, FactCheckVerdict.Contested, "", "", seen));
        Assert.Empty((await ViewAll(database)).Contests);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Two_who_answer_the_same_statement_see_each_other_and_nothing_is_overwritten(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Open(database);
        var items = (await View(database, Blekinge)).Items;
        var (one, other) = (items[0].Statement.Id, items[1].Statement.Id);
        var seen = AnswerStatements.SeenOf(null);
        await Answer(database, new AnswerStatements.Given(one, FactCheckVerdict.Contested, "Nej.", "", seen));

        var officer = await database.Visitor("handlaggare.10");
        var refused = Assert.IsType<AnswerStatements.Outcome.Refused>(
            await Try(
                database,
                officer,
                Blekinge,
                new AnswerStatements.Given(one, FactCheckVerdict.Confirmed, "", "", seen),
                new AnswerStatements.Given(other, FactCheckVerdict.Confirmed, "", "", seen)
            )
        );
        Assert.Contains("har svarat sedan du öppnade sidan", Assert.Single(refused.Troubles).Value, Ordinal);
        Assert.Equal(one, refused.Troubles.Keys.Single());
        Assert.Null((await View(database, Blekinge)).Items[1].Answer);

        // What is sent back as it was shown is left alone, whatever others have done since.
        Assert.Equal(
            new AnswerStatements.Outcome.Saved(1),
            await Try(
                database,
                officer,
                Blekinge,
                new AnswerStatements.Given(one, null, "", "", seen),
                new AnswerStatements.Given(other, FactCheckVerdict.Confirmed, "", "", seen)
            )
        );
        Assert.Equal("Nej.", (await View(database, Blekinge)).Items[0].Answer!.Comment);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_printed_can_be_contested_also_after_a_fact_check_that_led_to_no_edition(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Open(database);
        Assert.Null((await View(database, Blekinge)).Edition);
        var analyst = await database.Visitor("analytiker");
        // What counts no board any longer asks no board: what is printed is still theirs to contest.
        var board = Sample2023.Named<Reporter>("lst-17");
        await database.Ask(
            (SamlaDb db) => db.FactCheckParts.Where(part => part.ReporterId == board).ExecuteDeleteAsync(Stop)
        );
        Assert.Equal(
            (1, true),
            ((await View(database, board)).Edition?.Number, (await View(database, board)).TakesAnswers)
        );

        Assert.Null(await database.Ask((ChangeFactCheck change) => change.Close(Sample2023.Round, analyst, Stop)));

        var view = await View(database, Blekinge);
        Assert.Equal((1, true, false), (view.Edition?.Number, view.TakesAnswers, view.IsOpen));
        Assert.NotEmpty(view.Items);
    }

    [Fact]
    public async Task An_answer_before_print_belongs_to_the_same_words_in_print()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var printed = (await View(database, Blekinge)).Items.Select(item => item.Statement).ToList();
        await Open(database);
        var asked = (await View(database, Blekinge)).Items.Select(item => item.Statement).ToList();

        Assert.Equal(printed.Select(one => one.Id), asked.Select(one => one.Id));
        Assert.Equal(printed.Select(one => one.Words.Count), asked.Select(one => one.Words.Count));
        Assert.Equal(
            printed.SelectMany(one => one.Words).Select(one => one.Text),
            asked.SelectMany(one => one.Words).Select(one => one.Text)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Words_after_a_sign_outside_the_basic_plane_are_the_words_that_are_coded(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(
            Sample2023.Dalarna,
            Sample2023.Strategy,
            "Vi 🌊🌊 arbetar med vatten. Vi gör om strategin i år.",
            seen: 1
        );
        await database.Submit(Sample2023.Dalarna);
        var source = await database.Source(Sample2023.Dalarna, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask(
                (AddCoding add) => add.Run(source.Id, Sample2023.Revises, "Vi gör om strategin i år.", 0, "Bo", Stop)
            )
        );
        database.Clock.Pass(TimeSpan.FromHours(1));
        Assert.IsType<PublishEdition.Outcome.Published>(await Publish(database));

        var words = (await View(database, Sample2023.Dalarna)).Items.SelectMany(item => item.Statement.Words);

        Assert.Contains("Vi gör om strategin i år.", words.Select(one => one.Text));
    }

    [Fact]
    public async Task A_reply_to_an_answer_that_is_given_anew_is_refused_though_its_revision_is_the_same()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var id = await First(database);
        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Contested, "Nej.", "", await Seen(database, id))
        );
        var shown = Assert.Single((await ViewAll(database)).Contests);
        await Answer(database, new AnswerStatements.Given(id, null, "", "", await Seen(database, id)));
        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Contested, "Något annat.", "", await Seen(database, id))
        );

        Assert.Contains("har ändrats", await Reply(database, shown, "Jo.", ContestOutcome.Kept), Ordinal);
        Assert.True(Assert.Single((await ViewAll(database)).Contests).Answer.IsOpen);
    }

    [Fact]
    public async Task Contested_anew_within_the_same_instant_as_the_reply_it_is_not_answered()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var id = await First(database);
        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Contested, "Nej.", "", await Seen(database, id))
        );
        Assert.Null(
            await Reply(database, Assert.Single((await ViewAll(database)).Contests), "Jo.", ContestOutcome.Kept)
        );
        await Answer(
            database,
            new AnswerStatements.Given(id, FactCheckVerdict.Contested, "Nej!", "", await Seen(database, id))
        );
        Assert.IsType<PublishEdition.Outcome.Refused>(
            await database.Ask(
                async (IServiceProvider services) =>
                {
                    await GiveToVärmland(database);
                    return await services
                        .GetRequiredService<PublishEdition>()
                        .Run(Sample2023.Round, Imprint.None, "Åsa", Stop);
                }
            )
        );
    }

    [Fact]
    public async Task Nobody_but_an_analyst_replies_and_reminds()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var lead = await database.Visitor("ansvarig.10");
        Assert.Contains(
            "Bara analytiker",
            await database.Ask(
                (ReplyToContest reply) =>
                    reply.Run(Sample2023.Round, Blekinge, "x", "Jo.", ContestOutcome.Kept, "", lead, Stop)
            ),
            Ordinal
        );
        Assert.Contains(
            "Bara analytiker",
            Assert
                .IsType<RemindFactCheckers.Outcome.Refused>(
                    await With<RemindFactCheckers, RemindFactCheckers.Outcome>(
                        database,
                        remind => remind.Run(Sample2023.Round, 27, LinkTo, lead, Stop)
                    )
                )
                .Message,
            Ordinal
        );
    }

    [Theory]
    [InlineData(FactCheckVerdict.Contested, "", "Skriv vad som inte stämmer")]
    [InlineData(FactCheckVerdict.Confirmed, "Men ändå.", "Välj ”Stämmer inte”")]
    [InlineData(null, "Men ändå.", "Välj ”Stämmer inte”")]
    public async Task An_answer_that_says_two_things_or_nothing_is_refused(
        FactCheckVerdict? verdict,
        string comment,
        string message
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var id = await First(database);
        var refused = Assert.IsType<AnswerStatements.Outcome.Refused>(
            await Try(
                database,
                await database.Visitor("ansvarig.10"),
                Blekinge,
                new AnswerStatements.Given(id, verdict, comment, "", AnswerStatements.SeenOf(null))
            )
        );
        Assert.Contains(message, refused.Troubles[id], Ordinal);
    }

    [Fact]
    public async Task Bad_answers_are_told_and_nothing_is_saved()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var id = await First(database);
        var lead = await database.Visitor("ansvarig.10");
        var seen = AnswerStatements.SeenOf(null);
        string[] told =
        [
            Trouble(
                await Try(
                    database,
                    lead,
                    Blekinge,
                    new AnswerStatements.Given("finns-inte", FactCheckVerdict.Confirmed, "", "", seen)
                )
            ),
            Trouble(
                await Try(
                    database,
                    lead,
                    Blekinge,
                    new AnswerStatements.Given(id, FactCheckVerdict.Contested, new string('å', 5_001), "", seen)
                )
            ),
            Trouble(
                await Try(
                    database,
                    lead,
                    Blekinge,
                    new AnswerStatements.Given(id, FactCheckVerdict.Contested, "", new string('å', 5_002), seen)
                )
            ),
            Trouble(
                await Try(
                    database,
                    lead,
                    Blekinge,
                    new AnswerStatements.Given(id, FactCheckVerdict.Confirmed, "", "", "skräp")
                )
            ),
        ];
        Assert.Collection(
            told,
            one => Assert.Contains("finns inte längre", one, Ordinal),
            one => Assert.Contains("1 tecken för lång", one, Ordinal),
            one => Assert.Contains("2 tecken för lång", one, Ordinal),
            one => Assert.Contains("sedan du öppnade sidan", one, Ordinal)
        );
        Assert.Contains(
            "Bara den som det gäller",
            Assert
                .IsType<AnswerStatements.Outcome.Refused>(
                    await Try(
                        database,
                        lead,
                        Sample2023.Dalarna,
                        new AnswerStatements.Given(id, FactCheckVerdict.Confirmed, "", "", seen)
                    )
                )
                .Message,
            Ordinal
        );
        Assert.Empty(await database.Ask((SamlaDb db) => db.FactCheckAnswers.ToListAsync(Stop)));

        static string Trouble(AnswerStatements.Outcome outcome) =>
            Assert.Single(Assert.IsType<AnswerStatements.Outcome.Refused>(outcome).Troubles).Value;
    }

    [Fact]
    public async Task The_rest_is_confirmed_at_once_and_an_answer_is_taken_back()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var ids = (await View(database, Blekinge)).Items.Take(3).Select(item => item.Statement.Id).ToList();
        var seen = AnswerStatements.SeenOf(null);
        var lead = await database.Visitor("ansvarig.10");
        Assert.Equal(
            new AnswerStatements.Outcome.Saved(3),
            await database.Ask(
                (AnswerStatements answer) =>
                    answer.Run(
                        Sample2023.Round,
                        Blekinge,
                        [
                            new(ids[0], FactCheckVerdict.Contested, "Nej.", "", seen),
                            .. ids.Skip(1).Select(id => new AnswerStatements.Given(id, null, "", "", seen)),
                        ],
                        confirmsRest: true,
                        lead,
                        Stop
                    )
            )
        );
        Assert.Equal(2, (await ViewAll(database)).Lines.Single(line => line.Reporter.Id == Blekinge).Confirmed);

        await Answer(database, new AnswerStatements.Given(ids[1], null, "", "", await Seen(database, ids[1])));
        Assert.Null((await View(database, Blekinge)).Items[1].Answer);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Those_who_are_not_done_are_reminded_once_from_the_same_page(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var opened = await Open(database);
        Assert.Equal(27, opened.Letters.Count);
        Assert.IsType<OpenFactCheck.Outcome.Already>(await TryOpen(database, seen: 0, days: 10));
        var text = await File.ReadAllTextAsync(
            _outbox
                .GetFiles()
                .Single(file => File.ReadAllText(file.FullName).Contains("ansvarig.10@", Ordinal))
                .FullName,
            Stop
        );
        Assert.Contains("samla.example", text, Ordinal);
        Assert.Null(await Finish(database, isDone: true));
        Assert.Null(await Finish(database, isDone: true));
        var seen = (await ViewAll(database)).Letters;

        var outcomes = await Task.WhenAll(Remind(database, seen), Remind(database, seen));

        Assert.Equal(26, Assert.Single(outcomes.OfType<RemindFactCheckers.Outcome.Sent>()).Letters.Count);
        Assert.Single(outcomes.OfType<RemindFactCheckers.Outcome.Already>());
        Assert.Equal(27 + 26, _outbox.GetFiles().Length);
        Assert.NotNull((await ViewAll(database)).Lines.Single(line => line.Reporter.Id == Blekinge).DoneAt);
        Assert.Null(await Finish(database, isDone: false));
        Assert.Null((await ViewAll(database)).Lines.Single(line => line.Reporter.Id == Blekinge).DoneAt);
    }

    [Fact]
    public async Task Only_analysts_open_it_with_a_day_that_has_not_been_and_only_while_it_is_open_are_answers_taken()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Unpublish(database);
        var lead = await database.Visitor("ansvarig.10");
        Assert.Contains("Bara analytiker", Refused(await TryOpen(database, 0, 10, lead)), Ordinal);
        Assert.Contains("redan varit", Refused(await TryOpen(database, 0, -1)), Ordinal);
        await Open(database);
        var today = SwedishTime.DayOf(database.Clock.GetUtcNow());
        var analyst = await database.Visitor("analytiker");
        Assert.Contains(
            "redan varit",
            await Change(change => change.Move(Sample2023.Round, today.AddDays(-1), analyst, Stop)),
            Ordinal
        );
        Assert.Contains("Bara analytiker", await Change(change => change.Close(Sample2023.Round, lead, Stop)), Ordinal);
        Assert.Null(await Change(change => change.Move(Sample2023.Round, today.AddDays(30), analyst, Stop)));
        Assert.Equal(today.AddDays(30), (await View(database, Blekinge)).Check!.LastDay);
        var id = await First(database);

        Assert.Null(await Change(change => change.Close(Sample2023.Round, analyst, Stop)));

        Assert.Contains(
            "Ingen faktagranskning",
            await Change(change => change.Close(Sample2023.Round, analyst, Stop)),
            Ordinal
        );
        Assert.Contains(
            "avslutad",
            Assert
                .IsType<AnswerStatements.Outcome.Refused>(
                    await Try(
                        database,
                        lead,
                        Blekinge,
                        new AnswerStatements.Given(
                            id,
                            FactCheckVerdict.Confirmed,
                            "",
                            "",
                            AnswerStatements.SeenOf(null)
                        )
                    )
                )
                .Message,
            Ordinal
        );
        Assert.Contains("avslutad", await Finish(database, isDone: true), Ordinal);
        Assert.False((await View(database, Blekinge)).TakesAnswers);
        Assert.IsType<RemindFactCheckers.Outcome.Refused>(await Remind(database, 27));

        Task<string?> Change(Func<ChangeFactCheck, Task<string?>> change) => database.Ask(change);
        static string Refused(OpenFactCheck.Outcome outcome) =>
            Assert.IsType<OpenFactCheck.Outcome.Refused>(outcome).Message;
    }

    [Fact]
    public async Task The_Word_file_is_valid_holds_every_statement_and_is_the_same_each_time()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Open(database);
        var id = await First(database);
        await Answer(
            database,
            new AnswerStatements.Given(
                id,
                FactCheckVerdict.Contested,
                "Det har vi inte skrivit.",
                "Sex regioner",
                await Seen(database, id)
            )
        );

        var file = (await Word(database))!;

        Assert.Equal(file, await Word(database));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(word, Stop)
                .Select(error => error.Description)
        );
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All((await View(database, Blekinge)).Items, item => Assert.Contains(item.Statement.Text, text, Ordinal));
        Assert.Contains("Det har vi inte skrivit.", text, Ordinal);
        Assert.Contains("Förslag: Sex regioner", text, Ordinal);
        Assert.Null(
            await database.Ask((ExportFactCheck export) => export.Run(Sample2023.Named<Round>("1999"), Blekinge, Stop))
        );

        static Task<byte[]?> Word(TestDatabase database) =>
            database.Ask((ExportFactCheck export) => export.Run(Sample2023.Round, Blekinge, Stop));
    }

    [Fact]
    public async Task A_round_without_chapters_has_nothing_to_check()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var round = Sample2023.Named<Round>("2024");
        var outcome = await With<OpenFactCheck, OpenFactCheck.Outcome>(
            database,
            async open =>
                await open.Run(
                    round,
                    0,
                    SwedishTime.DayOf(database.Clock.GetUtcNow()),
                    "",
                    LinkTo,
                    await database.Visitor("analytiker"),
                    Stop
                )
        );
        Assert.IsType<OpenFactCheck.Outcome.Refused>(outcome);
    }

    private async Task<OpenFactCheck.Outcome.Opened> Open(TestDatabase database, int seen = 0)
    {
        // The sample was loaded by another clock.
        database.Clock.Pass(TimeSpan.FromHours(1));
        return Assert.IsType<OpenFactCheck.Outcome.Opened>(await TryOpen(database, seen, days: 10));
    }

    private async Task<OpenFactCheck.Outcome> TryOpen(TestDatabase database, int seen, int days, Visitor? sender = null)
    {
        var visitor = sender ?? await database.Visitor("analytiker");
        return await With<OpenFactCheck, OpenFactCheck.Outcome>(
            database,
            open =>
                open.Run(
                    Sample2023.Round,
                    seen,
                    SwedishTime.DayOf(database.Clock.GetUtcNow()).AddDays(days),
                    "Läs särskilt talen.",
                    LinkTo,
                    visitor,
                    Stop
                )
        );
    }

    private async Task<RemindFactCheckers.Outcome> Remind(TestDatabase database, int seen)
    {
        var analyst = await database.Visitor("analytiker");
        return await With<RemindFactCheckers, RemindFactCheckers.Outcome>(
            database,
            remind => remind.Run(Sample2023.Round, seen, LinkTo, analyst, Stop)
        );
    }

    private static string LinkTo(Key<Reporter> reporter) => $"https://samla.example/{reporter}";

    /// <summary>A use case that sends letters, with an outbox.</summary>
    private Task<TOutcome> With<TUseCase, TOutcome>(TestDatabase database, Func<TUseCase, Task<TOutcome>> run) =>
        database.Ask(
            (IServiceProvider services) =>
                run(
                    ActivatorUtilities.CreateInstance<TUseCase>(
                        services,
                        new PostOffice(
                            new MailSettings { Outbox = _outbox.FullName },
                            database.Clock,
                            NullLogger<PostOffice>.Instance
                        )
                    )
                )
        );

    private static async Task<ViewFactCheck.Result> View(TestDatabase database, Key<Reporter> reporter) =>
        (await database.Ask((ViewFactCheck view) => view.Run(Sample2023.Round, reporter, Stop)))!;

    private static async Task<ViewFactChecks.Result> ViewAll(TestDatabase database)
    {
        var analyst = await database.Visitor("analytiker");
        return (await database.Ask((ViewFactChecks view) => view.Run(Sample2023.Round, analyst, Stop)))!;
    }

    private static async Task<string> First(TestDatabase database) =>
        (await View(database, Blekinge)).Items.First(item => item.Statement.Kind == StatementKind.Names).Statement.Id;

    private static async Task<string> Seen(TestDatabase database, string statement) =>
        AnswerStatements.SeenOf(
            await database.Ask(
                (SamlaDb db) =>
                    db.FactCheckAnswers.SingleOrDefaultAsync(
                        one => one.Statement == statement && one.ReporterId == Blekinge,
                        Stop
                    )
            )
        );

    private static async Task<int> Answer(TestDatabase database, params AnswerStatements.Given[] answers) =>
        Assert
            .IsType<AnswerStatements.Outcome.Saved>(
                await Try(database, await database.Visitor("ansvarig.10"), Blekinge, answers)
            )
            .Count;

    private static Task<AnswerStatements.Outcome> Try(
        TestDatabase database,
        Visitor visitor,
        Key<Reporter> reporter,
        params AnswerStatements.Given[] answers
    ) =>
        database.Ask(
            (AnswerStatements answer) =>
                answer.Run(Sample2023.Round, reporter, answers, confirmsRest: false, visitor, Stop)
        );

    private static async Task<string?> Finish(TestDatabase database, bool isDone)
    {
        var lead = await database.Visitor("ansvarig.10");
        return await database.Ask(
            (FinishFactCheck finish) => finish.Run(Sample2023.Round, Blekinge, isDone, lead, Stop)
        );
    }

    private static async Task<string?> Reply(
        TestDatabase database,
        ViewFactChecks.Contest contest,
        string text,
        ContestOutcome? result
    )
    {
        var analyst = await database.Visitor("analytiker");
        return await database.Ask(
            (ReplyToContest reply) =>
                reply.Run(
                    Sample2023.Round,
                    contest.Answer.ReporterId,
                    contest.Answer.Statement,
                    text,
                    result,
                    AnswerStatements.SeenOf(contest.Answer),
                    analyst,
                    Stop
                )
        );
    }

    private static Task<PublishEdition.Outcome> Publish(TestDatabase database) =>
        database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop));

    /// <summary>Takes the sample's edition away, as if it had not been made.</summary>
    private static async Task Unpublish(TestDatabase database)
    {
        await database.Ask((SamlaDb db) => db.EditionPassages.ExecuteDeleteAsync(Stop));
        await database.Ask((SamlaDb db) => db.EditionAttributions.ExecuteDeleteAsync(Stop));
        await database.Ask((SamlaDb db) => db.EditionChapters.ExecuteDeleteAsync(Stop));
        await database.Ask((SamlaDb db) => db.Editions.ExecuteDeleteAsync(Stop));
    }

    /// <summary>Makes eight regions of seven in the report's first chapter.</summary>
    private static async Task GiveToVärmland(TestDatabase database)
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask(
                (AddCoding add) => add.Run(source.Id, Sample2023.Revises, source.Text[..20], 0, "Bo", Stop)
            )
        );
    }
}
