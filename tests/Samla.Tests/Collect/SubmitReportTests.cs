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

        Assert.Contains("1 tecken för långt", Assert.Single(refused.Reasons), StringComparison.Ordinal);
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

    private static Comparer<Key<Requirement>> ByValue { get; } =
        Comparer<Key<Requirement>>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static Task<SubmitReport.Outcome> Submit(TestDatabase database) =>
        database.Ask((SubmitReport submit) => submit.Run(Sample2023.Round, Sample2023.Värmland, "Åsa", Stop));

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
