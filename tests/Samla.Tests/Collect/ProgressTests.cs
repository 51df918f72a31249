using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

/// <summary>The agency's board of a collection.</summary>
public sealed class ProgressTests(Databases databases)
{
    private static readonly Key<Section> Strategy = Sample2023.Named<Section>("rus");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Answers_are_counted_by_section_and_what_has_changed_since_is_seen(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await LineOf(database, Sample2023.Värmland);
        Assert.Equal((1, false), (before.Submission.Version, before.Submission.HasChanges));
        Assert.Equal(before.Sections[Strategy].Asked, before.Sections[Strategy].Answered);

        database.Clock.Pass(TimeSpan.FromHours(2));
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "", seen: 1);
        var line = await LineOf(database, Sample2023.Värmland);

        Assert.Equal(
            before.Sections[Strategy] with
            {
                Answered = before.Sections[Strategy].Answered - 1,
                Changed = 1,
            },
            line.Sections[Strategy]
        );
        Assert.Equal(1, line.Submission.Answers);
        Assert.True(line.ActiveAt - before.ActiveAt >= TimeSpan.FromHours(1));
        Assert.False((await LineOf(database, Sample2023.Dalarna)).Submission.HasChanges);

        await database.Submit(Sample2023.Värmland);
        var now = (await LineOf(database, Sample2023.Värmland)).Submission;
        Assert.Equal((2, false), (now.Version, now.HasChanges));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_question_for_interventions_is_answered_by_those_of_its_section(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var housing = Sample2023.Named<Section>("boende");
        var results = Sample2023.Named<Requirement>("boende-resultat");
        var text = (await Item())!.Draft;
        await database.Save(Sample2023.Värmland, results, "", seen: text?.Revision ?? 0);
        var (before, answered) = (await Item(), await Answered());
        Assert.Equal((true, true), (before!.IsAnswered, before.AreInterventionsHandedIn));

        var section = Assert.Single((await View()).Sections, section => section.Section.Id == housing);
        await database.Ask(
            (SamlaDb db) =>
                db.Set<InterventionReference>()
                    .Where(one =>
                        one.ReporterId == Sample2023.Värmland
                        && section.Items.Select(item => item.Requirement.Id).Contains(one.RequirementId)
                    )
                    .ExecuteDeleteAsync(Stop)
        );

        Assert.False((await Item())!.IsAnswered);
        Assert.Equal(answered - 1, await Answered());

        async Task<ViewSubmission.Result> View() =>
            (await database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, Sample2023.Värmland, Stop)))!;

        async Task<ViewSubmission.Item?> Item() =>
            (await View()).Sections.SelectMany(one => one.Items).Single(item => item.Requirement.Id == results);

        async Task<int> Answered() => (await LineOf(database, Sample2023.Värmland)).Sections[housing].Answered;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Over_its_limit_is_what_has_too_many_characters_and_not_too_many_signs(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var limit = await database.Ask(
            (SamlaDb db) =>
                db.Requirements.Where(r => r.Id == Sample2023.Strategy).MinAsync(r => r.CharacterLimit, Stop)
        );
        // Each is a letter and its ring: two signs, one character.
        var full = string.Concat(Enumerable.Repeat("a\u030A", limit));
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, full, seen: 1);
        await database.Save(Sample2023.Dalarna, Sample2023.Strategy, full + "!", seen: 1);

        Assert.Equal(0, (await LineOf(database, Sample2023.Värmland)).Over);
        Assert.Equal(1, (await LineOf(database, Sample2023.Dalarna)).Sections[Strategy].Over);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Work_on_interventions_alone_is_activity_and_is_changed_since(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await LineOf(database, Blekinge);
        database.Clock.Pass(TimeSpan.FromDays(3));

        await database.Add(Blekinge, Full);

        var line = await LineOf(database, Blekinge);
        Assert.Equal((0, 1), (line.Submission.Answers, line.Submission.Interventions));
        Assert.True(line.ActiveAt - before.ActiveAt >= TimeSpan.FromDays(2));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Those_who_can_sign_in_are_counted_and_a_shut_account_cannot(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Equal(2, (await LineOf(database, Blekinge)).People);

        await Shut(database, "ansvarig.10");

        var line = await LineOf(database, Blekinge);
        Assert.Equal(1, line.People);
        Assert.Equal(["handlaggare.10@prov.example"], line.Reminded.Select(person => person.Email));
    }

    [Fact]
    public async Task Regions_come_before_county_administrative_boards_and_those_not_asked_have_no_cell()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var lines = (await Progress(database)).Lines;

        Assert.Equal(lines.OrderBy(line => line.Reporter.Kind), lines);
        var board = lines.First(line => line.Reporter.Kind == ReporterKind.CountyBoard);
        Assert.DoesNotContain(Strategy, board.Sections.Keys);
        Assert.True(board.Asked > 0);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_board_takes_eighteen_questions_whatever_the_number_of_reporters(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Add(Blekinge, Full);

        var analyst = await Analyst(database);

        await database.Ask(
            async (SamlaDb db) =>
            {
                db.Reminders.Add(
                    new Reminder
                    {
                        Id = new Id<Reminder>(Guid.NewGuid()),
                        RoundId = Sample2023.Round,
                        Text = "Hej!",
                        SentBy = analyst.Actor,
                        BegunAt = database.Clock.GetUtcNow(),
                    }
                );
                await db.Save(new Change("test", "reminder.begin", "2023"), Stop);
                return true;
            }
        );
        // A context that has asked already looks for who counts once a second only.
        var asked = await database.Ask(
            async (SamlaDb db) =>
            {
                using var counter = new Questions(db);
                var view = new ViewProgress(db, new ListSubmissions(db), new ActorNames(db));
                Assert.Equal(
                    analyst.Name,
                    Assert.Single((await view.Run(Sample2023.Round, analyst, Stop))!.Reminders).By
                );
                return counter.Count;
            }
        );

        Assert.Equal(18, asked);
    }

    [Fact]
    public async Task Of_a_round_that_is_not_there_there_is_no_board()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var analyst = await Analyst(database);
        Assert.Null(
            await database.Ask((ViewProgress view) => view.Run(Sample2023.Named<Round>("1999"), analyst, Stop))
        );
    }

    internal static async Task<Visitor> Analyst(TestDatabase database)
    {
        var account = await database.Ask(
            (SamlaDb db) => db.Accounts.SingleAsync(a => a.Email == "analytiker@prov.example", Stop)
        );
        return new Visitor(account.Id, default, account.Name, account.Roles, null, null, account.IsSample);
    }

    internal static Task<bool> Shut(TestDatabase database, string name) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Accounts.SingleAsync(a => a.Email == $"{name}@prov.example", Stop)).IsShut = true;
                await db.Save(new Change("test", "account.shut", name), Stop);
                return true;
            }
        );

    internal static async Task<ViewProgress.Result> Progress(TestDatabase database)
    {
        var analyst = await Analyst(database);
        return (await database.Ask((ViewProgress view) => view.Run(Sample2023.Round, analyst, Stop)))!;
    }

    internal static async Task<ViewProgress.Line> LineOf(TestDatabase database, Key<Reporter> reporter) =>
        (await Progress(database)).Lines.Single(line => line.Reporter.Id == reporter);

    /// <summary>Counts what one context asks the database, as EF Core tells whoever listens.</summary>
    private sealed class Questions
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly SamlaDb _db;
        private readonly List<IDisposable> _listening = [];

        public Questions(SamlaDb db)
        {
            _db = db;
            _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _listening.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData { Context: { } context } && context.Equals(_db))
            {
                Count++;
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => _listening.ForEach(one => one.Dispose());
    }
}
