using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class CarryInterventionsTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");

    private static readonly Key<Reporter> Halland = Sample2023.Named<Reporter>("13");

    /// <summary>A programme of Region Halland's of 2023, that expects one outcome and is referred to from innovation.</summary>
    private static readonly Key<Intervention> Programme = Sample2023.Named<Intervention>("foretags-klimatpaverkan");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task It_comes_along_as_it_was_with_what_became_of_what_was_expected(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var earlier = await Find(database, one => one.Id == Programme);

        Assert.Equal(
            new CarryInterventions.Outcome.Carried(1),
            await Carry(database, Halland, Pick(Programme, OutcomeState.Achieved, Evidence.Monitoring))
        );

        var now = await Find(database, one => one.CarriedFromId == Programme);
        Assert.Equal(
            (earlier.Name, earlier.Summary, earlier.Type, earlier.Origin, Next),
            (now.Name, now.Summary, now.Type, now.Origin, now.RoundId)
        );
        var outcome = Assert.Single(now.Outcomes);
        Assert.Equal(
            (earlier.Outcomes[0].Text, OutcomeState.Achieved, Evidence.Monitoring),
            (outcome.Text, outcome.State, outcome.Evidence)
        );
        Assert.Equal(["innovation-bidrag"], now.RequirementsOf(Halland).Select(requirement => requirement.Value));
        Assert.Equal(OutcomeState.Expected, (await Find(database, one => one.Id == Programme)).Outcomes[0].State);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_there_already_does_not_come_twice(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var pick = Pick(Programme, OutcomeState.TooEarly, Evidence.Unknown);
        Assert.Equal(new CarryInterventions.Outcome.Carried(1), await Carry(database, Halland, pick, pick));
        Assert.Equal(new CarryInterventions.Outcome.Carried(0), await Carry(database, Halland, pick));

        var list = await List(database, Halland);
        var candidate = Assert.Single(list!.Candidates, one => one.Earlier.Id == Programme);
        Assert.NotNull(candidate.Carried);
        Assert.Same(candidate, list.Candidates[^1]);
        Assert.Single(candidate.Expected);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_two_carry_out_is_one_intervention_whoever_takes_it_along_first(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var shared = await Find(database, one => one.RoundId == Sample2023.Round && one.Reporters.Count == 2);
        var (first, second) = (shared.Reporters[0].ReporterId, shared.Reporters[1].ReporterId);

        Assert.Equal(new CarryInterventions.Outcome.Carried(1), await Carry(database, first, Pick(shared.Id)));
        Assert.Equal(new CarryInterventions.Outcome.Carried(0), await Carry(database, second, Pick(shared.Id)));

        var now = await Find(database, one => one.CarriedFromId == shared.Id);
        Assert.True(now.IsIn(first) && now.IsIn(second));
        Assert.Equal(1, now.Revision);
    }

    [Fact]
    public async Task Nothing_comes_along_that_is_not_ones_own_or_into_a_round_that_is_closed_or_the_first()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Contains(
            "finns inte längre",
            Refusal(await Carry(database, Sample2023.Dalarna, Pick(Programme))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ingen tidigare omgång",
            Refusal(
                await database.Ask(
                    (CarryInterventions carry) => carry.Run(Sample2023.Round, Halland, [Pick(Programme)], "test", Stop)
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Null(await database.Ask((ListEarlierInterventions list) => list.Run(Sample2023.Round, Halland, Stop)));
        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Rounds.SingleAsync(round => round.Id == Next, Stop)).IsOpen = false;
                await db.Save(new Change("test", "round.close", "2024"), Stop);
                return true;
            }
        );
        Assert.Equal(InterventionRegisterClosed, Refusal(await Carry(database, Halland, Pick(Programme))));
        Assert.Empty((await database.Verify()).Faults);
    }

    private const string InterventionRegisterClosed = "Omgången är stängd. Insatserna kan läsas men inte ändras.";

    private static CarryInterventions.Pick Pick(
        Key<Intervention> id,
        OutcomeState? state = null,
        Evidence evidence = Evidence.Unknown
    )
    {
        var outcomes = new Dictionary<int, CarryInterventions.FollowedUp>();
        if (state is { } became)
        {
            outcomes[0] = new(became, evidence);
        }

        return new(id, outcomes);
    }

    private static Task<CarryInterventions.Outcome> Carry(
        TestDatabase database,
        Key<Reporter> reporter,
        params CarryInterventions.Pick[] picks
    ) => database.Ask((CarryInterventions carry) => carry.Run(Next, reporter, picks, "test", Stop));

    private static string Refusal(CarryInterventions.Outcome outcome) =>
        Assert.IsType<CarryInterventions.Outcome.Refused>(outcome).Message;

    private static Task<ListEarlierInterventions.Result?> List(TestDatabase database, Key<Reporter> reporter) =>
        database.Ask((ListEarlierInterventions list) => list.Run(Next, reporter, Stop));

    private static Task<Intervention> Find(
        TestDatabase database,
        System.Linq.Expressions.Expression<Func<Intervention, bool>> which
    ) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Interventions.AsNoTracking()
                    .Include(one => one.Reporters)
                    .Include(one => one.References)
                    .OrderBy(one => one.Id)
                    .Where(which)
                    .FirstAsync(Stop)
        );
}
