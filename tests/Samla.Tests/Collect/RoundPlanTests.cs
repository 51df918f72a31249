using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Tests.Collect;

public sealed class RoundPlanTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    private static readonly WrittenRound Whole = new(
        " 2025 ",
        "AnnualReport",
        " Regionalt utvecklingsarbete 2025 ",
        "2025-01-01",
        "2025-12-31",
        "2026-02-21",
        "Regeringskansliet",
        "2024",
        "",
        AllowsReturn: true
    );

    [Fact]
    public void What_is_written_in_full_is_a_plan()
    {
        var plan = Assert.IsType<RoundPlan.Outcome.Whole>(RoundPlan.Read(Whole, Today, before: null)).Plan;
        Assert.Equal(("2025", "Regionalt utvecklingsarbete 2025"), (plan.Id.Value, plan.Title));
        Assert.Equal(
            (new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), new DateOnly(2026, 2, 21)),
            (plan.PeriodStart, plan.PeriodEnd, plan.DueOn)
        );
        Assert.Null(plan.Previous);
        Assert.True(plan.AllowsReturn);
    }

    [Fact]
    public void Each_part_that_is_wrong_is_named()
    {
        Assert.Equal([RoundField.Id], Wrong(Whole with { Id = "År 2025" }));
        Assert.Equal([RoundField.Id], Wrong(Whole with { Id = "ny" }));
        Assert.Equal([RoundField.Kind], Wrong(Whole with { Kind = "7" }));
        Assert.Equal([RoundField.Title], Wrong(Whole with { Title = " " }));
        Assert.Equal([RoundField.PeriodStart], Wrong(Whole with { PeriodStart = "1 januari" }));
        Assert.Equal([RoundField.PeriodEnd], Wrong(Whole with { PeriodEnd = "2024-12-31" }));
        Assert.Equal([RoundField.DueOn], Wrong(Whole with { DueOn = "2026-02-30" }));
        Assert.Equal([RoundField.Recipient], Wrong(Whole with { Recipient = new string('x', 201) }));
        Assert.Equal([RoundField.Template], Wrong(Whole with { Template = "" }));
        Assert.Equal([RoundField.Previous], Wrong(Whole with { Previous = "Förra året" }));
        Assert.Equal(8, Wrong(new(null, null, null, null, null, null, null, null, null, AllowsReturn: false)).Count);
    }

    [Theory]
    [InlineData("2026-01-14", null, false)]
    [InlineData("2026-01-15", null, true)]
    [InlineData("2026-01-10", "2026-01-10", true)] // it has passed, and stays as it is
    [InlineData("2026-01-09", "2026-01-10", false)]
    public void A_last_day_that_has_been_is_not_taken_but_may_stand(string due, string? before, bool isTaken) =>
        Assert.Equal(
            isTaken,
            RoundPlan.Read(
                Whole with
                {
                    DueOn = due,
                },
                Today,
                before is null ? null : Before(RoundKind.AnnualReport, DateOnly.Parse(before, provider: null))
            ) is RoundPlan.Outcome.Whole
        );

    [Theory]
    [InlineData("StrategyCompilation", true)]
    [InlineData("Commission", true)]
    [InlineData("Annat", false)]
    [InlineData("7", false)]
    public void A_round_is_of_a_kind_that_there_is(string kind, bool isTaken) =>
        Assert.Equal(
            isTaken,
            RoundPlan.Read(Whole with { Kind = kind }, Today, before: null) is RoundPlan.Outcome.Whole
        );

    private static Round Before(RoundKind kind, DateOnly due) =>
        new()
        {
            Id = Key<Round>.Parse("2025", null),
            Kind = kind,
            Title = "Regionalt utvecklingsarbete 2025",
            PeriodStart = new(2025, 1, 1),
            PeriodEnd = new(2025, 12, 31),
            DueOn = due,
            Recipient = "Regeringskansliet",
            TemplateId = Key<Template>.Parse("2024", null),
            Origin = Origin.Reported,
            IsOpen = false,
        };

    private static List<RoundField> Wrong(WrittenRound written) =>
        [
            .. Assert
                .IsType<RoundPlan.Outcome.Wrong>(RoundPlan.Read(written, Today, before: null))
                .Problems.Select(problem => problem.Field),
        ];
}
