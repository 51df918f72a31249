using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Tests.Analyse;

public sealed class AgreementTableTests
{
    private static readonly Key<Code> Money = Key<Code>.Parse("finansiering", null);
    private static readonly Key<Code> Skills = Key<Code>.Parse("kompetens", null);

    private static readonly string[] Two = ["anna", "bo"];

    [Fact]
    public void A_text_says_it_however_many_passages_say_it()
    {
        var ratings = AgreementTable.RatingsOf(
            Two,
            [Money],
            [
                Text([Money], Two, new("anna", Money, 0, 3), new("anna", Money, 5, 3), new("bo", Money, 2, 3)),
                Text([Money], Two, new CoderPassage("bo", Money, 2, 3)),
                Text([Money], Two),
            ]
        );
        Assert.Equal(
            [
                [1, 1],
                [0, 1],
                [0, 0],
            ],
            ratings.Units
        );
    }

    [Fact]
    public void Who_has_not_read_to_the_end_is_silent_only_by_what_was_read()
    {
        var ratings = AgreementTable.RatingsOf(
            Two,
            [Money, Skills],
            [Text([Money, Skills], ["anna"], new CoderPassage("bo", Money, 2, 3))]
        );
        Assert.Equal(
            [
                [0, 1],
                [0, null],
            ],
            ratings.Units
        );
    }

    [Fact]
    public void A_code_of_another_question_says_nothing_about_agreement()
    {
        SharedText[] texts = [Text([Money], Two, new CoderPassage("anna", Money, 0, 3)), Text([Skills], Two)];
        var table = AgreementTable.Of(Two, [Money, Skills], texts);
        Assert.Equal([1, 1], table.Codes.Select(row => row.Texts.Units));
        Assert.Equal(2, table.All.Texts.Units);
    }

    [Fact]
    public void Texts_stand_after_one_another_and_passages_do_not_run_together()
    {
        var unitizing = AgreementTable.UnitizingOf(
            Two,
            [Money],
            [
                Text([Money], Two, new("anna", Money, 7, 3), new("bo", Money, 6, 4), new("cilla", Money, 0, 10)),
                Text([Money], ["anna"], new CoderPassage("anna", Money, 0, 9)), // bo has not read it
                Text([Money], Two, new("anna", Money, 0, 2), new("anna", Skills, 0, 2)),
            ]
        );
        Assert.Equal(20, unitizing.Length);
        Assert.Equal([new(7, 3, "finansiering"), new(10, 2, "finansiering")], unitizing.Coders[0]);
        Assert.Equal([new(6, 4, "finansiering")], unitizing.Coders[1]);
    }

    [Fact]
    public void Each_code_and_all_together_have_their_measures()
    {
        SharedText[] texts =
        [
            Text([Money, Skills], Two, new("anna", Money, 0, 4), new("bo", Money, 0, 4), new("anna", Skills, 5, 2)),
            Text([Money, Skills], Two, new("anna", Money, 2, 3), new("bo", Money, 2, 3)),
            Text([Money, Skills], Two),
            Text([Money, Skills], Two, new CoderPassage("bo", Skills, 0, 1)),
        ];
        var table = AgreementTable.Of(Two, [Money, Skills], texts);

        Assert.Equal([Money, Skills], table.Codes.Select(row => row.Code));
        Assert.Equal([1, 0.5], table.Codes.Select(row => Value(row.Texts.Percent)));
        Assert.Equal(1, Value(table.Codes[0].Texts.Kappa));
        Assert.Equal(1, Value(table.Codes[0].Characters));
        Assert.InRange(Value(table.Codes[1].Texts.Kappa), -1, 0);
        Assert.InRange(Value(table.Codes[1].Characters), -10, 0);
        Assert.Null(table.All.Code);
        Assert.Equal(0.75, Value(table.All.Texts.Percent));
        // By hand: both say it 2 of 8, one alone 1 and 1; so po = 0,75, pe = (3 · 3 + 5 · 5) / 64.
        Assert.Equal((0.75 - 0.53125) / (1 - 0.53125), Value(table.All.Texts.Kappa), 12);
        Assert.Equal(
            Value(CohensKappa.Of(AgreementTable.RatingsOf(Two, [Money, Skills], texts))),
            Value(table.All.Texts.Kappa)
        );
    }

    [Fact]
    public void Three_coders_are_compared_by_Fleiss_kappa()
    {
        string[] three = ["anna", "bo", "cilla"];
        SharedText[] texts =
        [
            Text([Money], three, new("anna", Money, 0, 4), new("bo", Money, 0, 4)),
            Text([Money], three, new("anna", Money, 0, 4), new("bo", Money, 0, 4), new("cilla", Money, 0, 4)),
            Text([Money], three),
        ];
        var row = AgreementTable.Of(three, [Money], texts).Codes[0];
        // By hand: pairs that agree 1 of 3, 3 of 3 and 3 of 3; five of nine judgements say it.
        Assert.Equal(7 / 9.0, Value(row.Texts.Percent), 12);
        Assert.Equal(((7 / 9.0) - (41 / 81.0)) / (1 - (41 / 81.0)), Value(row.Texts.Kappa), 12);
    }

    [Fact]
    public void A_code_that_nobody_gave_has_no_alpha_and_says_why()
    {
        var row = AgreementTable.Of(Two, [Money], [Text([Money], Two), Text([Money], Two)]).Codes[0];
        Assert.Equal(1, Value(row.Texts.Percent));
        Assert.Equal(new Coefficient.Undefined(WhyUndefined.OneValue), row.Texts.Alpha);
        Assert.Equal(new Coefficient.Undefined(WhyUndefined.NothingMarked), row.Characters);
    }

    [Fact]
    public void Without_texts_nothing_has_a_value()
    {
        var all = AgreementTable.Of(Two, [Money], []).All;
        Assert.All(
            [all.Texts.Percent, all.Texts.Kappa, all.Texts.Alpha, all.Texts.Ac1, all.Characters],
            measure => Assert.Equal(new Coefficient.Undefined(WhyUndefined.NothingInCommon), measure)
        );
    }

    [Fact]
    public void A_passage_outside_its_text_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            AgreementTable.Of(
                Two,
                [Money],
                [Text([Money], Two, new CoderPassage("anna", Money, 8, 3)), Text([Money], Two)]
            )
        );

    private static SharedText Text(Key<Code>[] codes, string[] readBy, params CoderPassage[] passages) =>
        new(Length: 10, codes, readBy, passages);

    private static double Value(Coefficient coefficient) => Assert.IsType<Coefficient.Defined>(coefficient).Value;
}
