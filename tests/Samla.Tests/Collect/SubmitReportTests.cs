using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class SubmitReportTests(Databases databases)
{
    private const string NewWords = "Ett helt nytt svar om strategin.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nothing_changed_gives_no_new_version(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await database.Verify();
        Assert.Equal(new SubmitReport.Outcome.Unchanged(1), await Submit(database));
        Assert.Equal(before.Lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_answer_that_changed_gets_a_new_source_and_the_others_keep_theirs(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Sources(database);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);

        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 1), await Submit(database));

        var after = await Sources(database);
        Assert.Equal(before.Keys.Order(ByValue), after.Keys.Order(ByValue));
        Assert.Equal(
            [Sample2023.Strategy],
            after.Where(pair => before[pair.Key] != pair.Value).Select(pair => pair.Key)
        );
        // What was submitted first is still there, word for word.
        Assert.Equal(2, await database.Ask((SamlaDb db) => Versions(db).CountAsync(Stop)));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_nobody_has_read_yet_is_neither_said_nor_silent(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);
        await Submit(database);

        var region = RegionCode.Parse("17", null);
        var rows = await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop));
        Assert.All(
            rows!.Where(row => row.Code.RequirementId == Sample2023.Strategy && row.Code.Withheld is null),
            row => Assert.True(row.Standing.NotRead.Contains(region), row.Code.Label)
        );
        Assert.All(
            rows!.Where(row => row.Code.RequirementId != Sample2023.Strategy && row.Code.Withheld is null),
            row => Assert.True(row.Standing.NotRead.IsEmpty, row.Code.Label)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_answer_that_is_taken_away_is_no_part_of_the_next_version(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "", seen: 1);
        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 1), await Submit(database));
        Assert.DoesNotContain(Sample2023.Strategy, (await Sources(database)).Keys);
        var rows = await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop));
        var carriesOut = rows!.Single(row => row.Code.Id.Value == "rus-genomfor").Standing;
        Assert.True(carriesOut.Silent.Contains(RegionCode.Parse("17", null)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_answer_over_its_limit_stops_the_whole_submission(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Sources(database);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, new string('a', 6_001), seen: 1);
        var lines = (await database.Verify()).Lines;

        var refused = Assert.IsType<SubmitReport.Outcome.Refused>(await Submit(database));

        Assert.Contains("1 tecken för mycket", Assert.Single(refused.Reasons), StringComparison.Ordinal);
        Assert.Equal(before, await Sources(database));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_closed_round_takes_no_submission(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);
        await database.Close();
        Assert.Equal(
            ["Omgången är stängd."],
            Assert.IsType<SubmitReport.Outcome.Refused>(await Submit(database)).Reasons
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_submit_at_once_one_makes_the_version(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Submit(database), Stop)));

        Assert.Single(outcomes.OfType<SubmitReport.Outcome.Submitted>());
        Assert.All(
            outcomes.Where(outcome => outcome is not SubmitReport.Outcome.Submitted),
            outcome =>
                Assert.True(
                    outcome is SubmitReport.Outcome.Unchanged { Version: 2 } or SubmitReport.Outcome.Refused,
                    outcome.ToString()
                )
        );
        Assert.Equal(2, await database.Ask((SamlaDb db) => Versions(db).CountAsync(Stop)));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_decision_and_what_is_new_stand_on_the_receipt(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);

        await Submit(database, Sample2023.DecisionBy("Regionstyrelsen"));

        var receipt = await database.Receipt(Sample2023.Värmland, 2);
        Assert.Equal(
            ("Regionstyrelsen", "Åsa", false),
            (receipt!.Decision!.DecidedBy, receipt.By, receipt.Version.IsLate)
        );
        Assert.Equal(
            (Sample2023.Strategy, ViewReceipt.Difference.Changed),
            receipt.Changes.Select(change => (change.Key, change.Value)).Single()
        );
        var first = await database.Receipt(Sample2023.Värmland, 1);
        Assert.Null(first!.Decision);
        Assert.All(first.Changes, change => Assert.Equal(ViewReceipt.Difference.Added, change.Value));
        Assert.Null(await database.Receipt(Sample2023.Värmland, 3));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_comes_after_the_last_day_is_taken_and_marked(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);
        database.Clock.Pass(TimeSpan.FromDays(1));

        await Submit(database);

        var list = await database.Ask((ListSubmissions view) => view.Run(Sample2023.Round, Stop));
        var late = Assert.Single(list!.Lines, line => line.IsLate);
        Assert.Equal((Sample2023.Värmland, 2, false), (late.Reporter.Id, late.Version, late.HasDecision));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_hash_tells_whether_two_versions_hold_the_same_texts(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var words = (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Text;
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);
        await Submit(database);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, words, seen: 2);
        await Submit(database);

        var hashes = await database.Ask(
            (SamlaDb db) =>
                Versions(db).OrderBy(version => version.Number).Select(version => version.Hash).ToListAsync(Stop)
        );

        Assert.Equal(3, hashes.Count);
        Assert.NotEqual(hashes[0], hashes[1]);
        Assert.Equal(hashes[0], hashes[2]);
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public void The_hash_is_over_each_answer_and_intervention_in_one_order()
    {
        var a = (Sample2023.Named<Requirement>("a"), Source.HashOf("ett"));
        var b = (Sample2023.Named<Requirement>("b"), Source.HashOf("två"));
        var c = (Sample2023.Named<Intervention>("c"), Source.HashOf("tre"));
        Assert.Equal(SubmissionVersion.HashOf([a, b], [c]), SubmissionVersion.HashOf([b, a], [c]));
        Assert.NotEqual(
            SubmissionVersion.HashOf([a, b], []),
            SubmissionVersion.HashOf([(a.Item1, b.Item2), (b.Item1, a.Item2)], [])
        );
        Assert.NotEqual(SubmissionVersion.HashOf([a, b], []), SubmissionVersion.HashOf([a], []));
        Assert.NotEqual(SubmissionVersion.HashOf([a, b], []), SubmissionVersion.HashOf([a, b], [c]));
        // Receipts are kept on paper: how it is counted must not change.
        Assert.Equal(
            "3515edb50a535d33f8b425201e73caffaebf21d99defcd6de3ca0500d7215a50",
            SubmissionVersion.HashOf([a, b], [])
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_answer_that_was_moved_behind_our_back_is_found(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Tamper(
            """DELETE FROM "SubmittedAnswers" WHERE "RequirementId" = 'rus-genomforande' AND "SubmissionId" IN (SELECT "Id" FROM "Submissions" WHERE "ReporterId" = '17')"""
        );
        var fault = Assert.Single((await database.Verify()).Faults);
        Assert.Contains("Version 1 av redovisningen 2023/17", fault, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_submitted_is_what_was_read(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);
        var read = await Mark();
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Något annat.", seen: 2);

        var refused = Assert.IsType<SubmitReport.Outcome.Refused>(await Submit(database, seen: read));
        Assert.Contains("sedan du öppnade sidan", Assert.Single(refused.Reasons), StringComparison.Ordinal);
        Assert.Equal(new SubmitReport.Outcome.Submitted(2, 1), await Submit(database, seen: await Mark()));

        async Task<string> Mark() =>
            (
                await database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, Sample2023.Värmland, Stop))
            )!.ReadMark;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_earlier_version_is_read_as_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var words = (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Text;
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, NewWords, seen: 1);
        await Submit(database);

        Assert.Equal(words, await Text(1));
        Assert.Equal(NewWords, await Text(2));
        Assert.Null(await View(3));

        Task<ViewSubmission.Result?> View(int version) =>
            database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, Sample2023.Värmland, version, Stop));

        async Task<string?> Text(int version) =>
            (await View(version))!
                .Sections.SelectMany(section => section.Items)
                .Single(item => item.Requirement.Id == Sample2023.Strategy)
                .Submitted;
    }

    private static Comparer<Key<Requirement>> ByValue { get; } =
        Comparer<Key<Requirement>>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static Task<SubmitReport.Outcome> Submit(
        TestDatabase database,
        Decision? decision = null,
        string? seen = null
    ) =>
        database.Ask(
            (SubmitReport submit) => submit.Run(Sample2023.Round, Sample2023.Värmland, seen, decision, "Åsa", Stop)
        );

    private static IQueryable<SubmissionVersion> Versions(SamlaDb db) =>
        from version in db.SubmissionVersions
        join submission in db.Submissions on version.SubmissionId equals submission.Id
        where submission.ReporterId == Sample2023.Värmland
        select version;

    private static Task<Dictionary<Key<Requirement>, Id<Source>>> Sources(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db.CurrentAnswers(Sample2023.Round)
                    .Where(answer => answer.ReporterId == Sample2023.Värmland)
                    .ToDictionaryAsync(answer => answer.RequirementId, answer => answer.SourceId, Stop)
        );
}
