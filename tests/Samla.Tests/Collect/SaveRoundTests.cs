using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class SaveRoundTests(Databases databases)
{
    private static readonly Key<Round> Id = Sample2023.Named<Round>("2025");

    private static readonly WrittenRound Written = new(
        "2025",
        "AnnualReport",
        "Regionalt utvecklingsarbete 2025",
        "2025-01-01",
        "2025-12-31",
        "2026-02-21",
        "Regeringskansliet",
        "mall-2024-99",
        "2023",
        AllowsReturn: true
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_round_is_closed_and_all_whom_its_template_asks_take_part(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        Assert.Equal(new SaveRound.Outcome.Saved(Id), await Save(database, null, Written));

        var line = await Line(database);
        Assert.False(line.Round.IsOpen);
        Assert.True(line.Round.AllowsReturn);
        Assert.Equal((21, 0), (line.Asked, line.Submitted));
        Assert.True(await Open(database, isOpen: true));
        Assert.IsType<SaveAnswer.Outcome.Saved>(await Answer(database));
        Assert.True(await Open(database, isOpen: false));
        Assert.IsType<SaveAnswer.Outcome.Refused>(await Answer(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_template_can_be_changed_until_somebody_has_written(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, null, Written);
        Assert.IsType<SaveRound.Outcome.Saved>(
            await Save(database, Id, Written with { Template = "mall-2023", Title = "Ny rubrik", AllowsReturn = false })
        );
        var changed = await Line(database);
        Assert.Equal(("mall-2023", "Ny rubrik"), (changed.Round.TemplateId.Value, changed.Round.Title));
        Assert.Equal(27, changed.Asked); // six county administrative boards too
        Assert.False(changed.Round.AllowsReturn);
        await Save(database, Id, Written);
        Assert.Equal(21, (await Line(database)).Asked);
        await Open(database, isOpen: true);
        await Answer(database);

        var problem = Assert.Single(Problems(await Save(database, Id, Written with { Template = "mall-2023" })));
        Assert.Equal(RoundField.Template, problem.Field);
        Assert.Contains("börjat svara", problem.Message, StringComparison.Ordinal);
        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, Id, Written with { DueOn = "2026-03-01" }));
        Assert.True((await Line(database)).Round.IsOpen);
    }

    [Fact]
    public async Task What_a_colleague_has_changed_meanwhile_is_not_put_back_unseen()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(database, null, Written);
        var seen = WrittenRound.Of((await Line(database)).Round).ReadMark();
        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, Id, Written with { DueOn = "2026-03-01" }, seen));

        var problem = Assert.Single(Problems(await Save(database, Id, Written with { Title = "Ny" }, seen)));

        Assert.Contains("Någon annan har ändrat", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 1), (await Line(database)).Round.DueOn);
    }

    [Fact]
    public async Task What_does_not_fit_is_said_and_nothing_is_saved()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var lines = (await database.Verify()).Lines;

        Assert.Equal(
            [RoundField.Id],
            Fields(await Save(database, null, Written with { Id = "2023", Previous = null }))
        );
        Assert.Equal([RoundField.Template], Fields(await Save(database, null, Written with { Template = "saknas" })));
        Assert.Equal([RoundField.Previous], Fields(await Save(database, null, Written with { Previous = "saknas" })));
        Assert.Equal(
            [RoundField.Previous], // it ended after this one begins
            Fields(await Save(database, null, Written with { PeriodStart = "2022-01-01" }))
        );
        Assert.Equal([RoundField.Id], Fields(await Save(database, Id, Written)));
        Assert.False(await Open(database, isOpen: true));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Two_rounds_do_not_become_each_others_previous_when_periods_are_moved(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, null, Written);
        var later = Sample2023.Named<Round>("2026");
        var next = Written with
        {
            Id = "2026",
            PeriodStart = "2026-01-01",
            PeriodEnd = "2026-12-31",
            DueOn = "2027-02-21",
            Previous = "2025",
        };
        await Save(database, null, next);

        var problem = Assert.Single(
            Problems(
                await Save(
                    database,
                    Id,
                    Written with
                    {
                        PeriodStart = "2027-01-01",
                        PeriodEnd = "2027-12-31",
                        Previous = "2026",
                    }
                )
            )
        );

        Assert.Equal(RoundField.PeriodEnd, problem.Field);
        Assert.Contains("har den här omgången som föregående", problem.Message, StringComparison.Ordinal);
        Assert.Equal([RoundField.Previous], Fields(await Save(database, later, next with { Previous = "2026" })));
        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, Id, Written with { PeriodEnd = "2025-11-30" }));
    }

    [Fact]
    public async Task A_strategy_compilation_stays_one_when_it_is_saved()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(database, null, Written with { Previous = null });
        await database.Tamper("UPDATE \"Rounds\" SET \"Kind\" = 'StrategyCompilation' WHERE \"Id\" = '2025'");
        var shown = WrittenRound.Of((await Line(database)).Round);
        Assert.Equal(nameof(RoundKind.StrategyCompilation), shown.Kind);

        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, Id, shown with { Title = "Ny rubrik" }));

        Assert.Equal(RoundKind.StrategyCompilation, (await Line(database)).Round.Kind);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_empty_database_has_what_a_first_round_needs(Engine engine)
    {
        await using var database = await databases.WithoutSample(engine);
        var plans = await database.Ask((PlanRounds plans) => plans.Run(Stop));
        Assert.Empty(plans.Lines);
        Assert.Equal(
            ["fragor-2026", "mall-2023", "mall-2024-99"],
            plans.Templates.Select(one => one.Id.Value).Order(StringComparer.Ordinal)
        );

        Assert.IsType<SaveRound.Outcome.Saved>(await Save(database, null, Written with { Previous = null }));

        Assert.Equal(21, (await Line(database)).Asked);
    }

    private static Task<SaveRound.Outcome> Save(
        TestDatabase database,
        Key<Round>? known,
        WrittenRound written,
        string? seen = null
    ) => database.Ask((SaveRound save) => save.Run(known, written, seen, Origin.Reported, "test", Stop));

    private static Task<bool> Open(TestDatabase database, bool isOpen) =>
        database.Ask((OpenRound open) => open.Run(Id, isOpen, "test", Stop));

    private static async Task<PlanRounds.Line> Line(TestDatabase database) =>
        (await database.Ask((PlanRounds plans) => plans.Run(Stop))).Lines.Single(line => line.Round.Id == Id);

    private static async Task<SaveAnswer.Outcome> Answer(TestDatabase database)
    {
        var requirement = await database.Ask(
            (SamlaDb db) =>
                db
                    .Requirements.Where(one =>
                        one.TemplateId == Sample2023.Named<Template>("mall-2024-99")
                        && one.AnsweredBy == ReporterKind.Region
                    )
                    .OrderBy(one => one.Id)
                    .Select(one => one.Id)
                    .FirstAsync(Stop)
        );
        return await database.Ask(
            (SaveAnswer save) => save.Run(Id, Sample2023.Värmland, requirement, "Ett svar.", 0, "test", Stop)
        );
    }

    private static IReadOnlyList<RoundProblem> Problems(SaveRound.Outcome outcome) =>
        Assert.IsType<SaveRound.Outcome.Refused>(outcome).Problems;

    private static IEnumerable<RoundField> Fields(SaveRound.Outcome outcome) =>
        Problems(outcome).Select(problem => problem.Field);
}
