using System.Text.Json;
using Samla.Domain.Analyse;

namespace Samla.Tests.Analyse.Assessments;

/// <summary>What counts when experts have judged, and how well they agree.</summary>
public sealed class JudgementTests
{
    [Fact]
    public void What_all_judge_alike_counts_and_what_differs_waits_for_a_settlement()
    {
        Judgement two = new(2);
        Judgement three = new(3);

        Assert.Equal(new AssessmentOutcome.Known(two, IsSettled: false), AssessmentOutcome.Of([two, two], null));
        Assert.Equal(new AssessmentOutcome.Differs(), AssessmentOutcome.Of([two, three], null));
        Assert.Equal(new AssessmentOutcome.Known(three, IsSettled: true), AssessmentOutcome.Of([two, three], three));
        Assert.Equal(new AssessmentOutcome.Waiting(), AssessmentOutcome.Of([two, null], three));
        // One alone has nobody to agree with.
        Assert.Equal(new AssessmentOutcome.Waiting(), AssessmentOutcome.Of([two], null));
        Assert.Equal(
            new AssessmentOutcome.Known(Judgement.NotApplicable, IsSettled: false),
            AssessmentOutcome.Of([Judgement.NotApplicable, new Judgement((int?)null)], null)
        );
        // A settlement is forgotten where nothing is to be settled any more.
        Assert.Equal(new AssessmentOutcome.Known(two, IsSettled: false), AssessmentOutcome.Of([two, two], three));
    }

    /// <summary>Worked by hand: observed 1 − (0 + 1/3 + 0 + 1/3) / 4 = 5/6, expected 61/96 of the steps' weights.</summary>
    [Fact]
    public void The_weighted_kappa_is_the_one_that_is_worked_by_hand()
    {
        var agreement = AssessmentAgreement.Of([0, 1, 2, 3], 2, [Pair(0, 0), Pair(1, 2), Pair(3, 3), Pair(2, 1)]);

        // First: one each of 0, 1, 3, 2; other: one each of 0, 2, 3, 1. The mean weight of all 16 pairs is 1 − (20/16)/3 = 7/12.
        var kappa = Assert.IsType<Coefficient.Defined>(agreement.Kappa);
        Assert.Equal((5.0 / 6.0) - (7.0 / 12.0), kappa.Value * (1 - (7.0 / 12.0)), 12);
        Assert.Equal(0.5, Assert.IsType<Coefficient.Defined>(agreement.Percent).Value, 12);
        Assert.Equal(4, agreement.Units);
    }

    [Fact]
    public void That_a_question_does_not_apply_is_an_answer_but_no_step_of_the_scale()
    {
        var without = AssessmentAgreement.Of([0, 1], 2, [Pair(0, 0), Pair(1, 1), Pair(0, 1)]);
        var with = AssessmentAgreement.Of([0, 1], 2, [Pair(0, 0), Pair(1, 1), Pair(0, 1), Pair(null, 1)]);

        Assert.Equal(without.Kappa, with.Kappa);
        Assert.Equal(without.Ac2, with.Ac2);
        Assert.Equal((3, 4), (without.Units, with.Units));
        Assert.Equal(0.5, Assert.IsType<Coefficient.Defined>(with.Percent).Value, 12);
    }

    [Fact]
    public void Steps_need_not_follow_on_each_other()
    {
        Assert.Equal(
            AssessmentAgreement.Of([0, 1, 2], 2, [Pair(0, 1), Pair(2, 2), Pair(0, 0)]),
            AssessmentAgreement.Of([1, 5, 9], 2, [Pair(1, 5), Pair(9, 9), Pair(1, 1)])
        );
    }

    [Fact]
    public void What_is_counted_from_assessments_is_kept_as_text_and_read_back()
    {
        const string Text = "bedomning:bedomningsmall-rus/a1/2";

        Assert.Equal(Text, Assert.IsType<AssessedAs>(CountedFrom.Read(Text)).ToString());
        Assert.Equal(
            "strategi:2026/oversyn",
            Assert.IsType<StrategyStatus>(CountedFrom.Read("strategi:2026/oversyn")).ToString()
        );
        Assert.Equal(
            "stodform/project",
            Assert.IsType<StructuredAnswer>(CountedFrom.Read("stodform/project")).ToString()
        );
        Assert.Null(CountedFrom.Read("bedomning:bedomningsmall-rus/a1"));
        Assert.Null(CountedFrom.Read("strategi:tjugo/oversyn"));
        // As steps that can be undone were kept before there was more than rows to count from.
        Assert.Equal(
            "lage/achieved",
            JsonSerializer.Deserialize<CountedFrom>("""{"Column":"lage","Option":"achieved"}""")!.ToString()
        );
        Assert.Equal($"\"{Text}\"", JsonSerializer.Serialize(CountedFrom.Read(Text)));
    }

    private static IReadOnlyList<Judgement?> Pair(int? one, int? other) => [new Judgement(one), new Judgement(other)];
}
