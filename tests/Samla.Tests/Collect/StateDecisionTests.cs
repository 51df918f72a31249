using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class StateDecisionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_decision_comes_after_the_submission_also_in_a_closed_round(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Close();

        Assert.IsType<StateDecision.Outcome.Stated>(await State(database, seen: 0, "Regionstyrelsen"));

        var decision = (await database.Receipt(Sample2023.Värmland, 1))!.Decision!;
        Assert.Equal(
            ("Regionstyrelsen", new DateOnly(2024, 2, 14), "RUN 2024/1", "regiondirektören", 1),
            (decision.DecidedBy, decision.DecidedOn, decision.RecordNumber, decision.PresentedBy, decision.Number)
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_decision_is_corrected_by_a_new_one_and_the_first_stays(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await State(database, seen: 0, "Regionstyrelsen");

        await State(database, seen: 1, "Regionala utvecklingsnämnden");

        Assert.Equal(
            "Regionala utvecklingsnämnden",
            (await database.Receipt(Sample2023.Värmland, 1))!.Decision!.DecidedBy
        );
        Assert.Equal(2, await database.Ask((SamlaDb db) => db.SubmissionDecisions.CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nobody_corrects_a_decision_that_they_have_not_seen(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(one => Task.Run(() => State(database, seen: 0, $"Nämnd {one}"), Stop))
        );

        Assert.Single(outcomes.OfType<StateDecision.Outcome.Stated>());
        Assert.All(
            outcomes.OfType<StateDecision.Outcome.Refused>(),
            refused => Assert.Contains("sedan du öppnade sidan", refused.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task There_is_no_decision_on_what_is_not_submitted()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var refused = Assert.IsType<StateDecision.Outcome.Refused>(
            await State(database, seen: 0, "Regionstyrelsen", version: 2)
        );
        Assert.Contains("Versionen finns inte", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_trail_has_the_decision_but_not_who_presented_it()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await State(database, seen: 0, "Regionstyrelsen");
        var line = await database.Ask((SamlaDb db) => db.Audit.OrderBy(line => line.Sequence).LastAsync(Stop));
        Assert.Equal(("decision.state", "2023/17/v1"), (line.Action, line.Subject));
        Assert.Contains("Regionstyrelsen", line.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("regiondirektören", line.Changes, StringComparison.Ordinal);
    }

    private static Task<StateDecision.Outcome> State(TestDatabase database, int seen, string by, int version = 1) =>
        database.Ask(
            (StateDecision state) =>
                state.Run(Sample2023.Round, Sample2023.Värmland, version, seen, Sample2023.DecisionBy(by), "test", Stop)
        );
}
