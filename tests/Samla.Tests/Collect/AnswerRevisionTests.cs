using CsCheck;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Tests.Collect;

public sealed class AnswerRevisionTests
{
    private static readonly DateTimeOffset Noon = new(2024, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("Vi bygger", "Vi bygger vidare", 0)]
    [InlineData("Vi bygger", "I år: Vi bygger", 0)]
    [InlineData("Vi bygger vidare", "Vi bygger", 7)]
    [InlineData("Vi bygger vidare", "Vi river", 13)]
    [InlineData("åäö", "", 3)]
    [InlineData("aaa", "aa", 1)]
    public void What_a_save_takes_away_is_what_is_neither_its_beginning_nor_its_end(
        string before,
        string after,
        int gone
    ) => Assert.Equal(gone, AnswerRevision.TakenAway(before, after));

    [Fact]
    public void No_more_is_lost_than_is_counted() =>
        Gen.Select(Gen.String[Gen.Char["abå "], 0, 30], Gen.String[Gen.Char["abå "], 0, 30])
            .Sample(
                (before, after) =>
                {
                    var gone = AnswerRevision.TakenAway(before, after);
                    var kept = before.Length - gone;
                    return gone >= 0
                        && Enumerable
                            .Range(0, kept + 1)
                            .Any(start =>
                                after.StartsWith(before[..start], StringComparison.Ordinal)
                                && after[start..]
                                    .EndsWith(before[(before.Length - (kept - start))..], StringComparison.Ordinal)
                            );
                }
            );

    [Theory]
    [InlineData("Vi bygger vidare på rådet", "konto/a", 9, true)]
    [InlineData("Vi bygger upp", "konto/a", 9, true)]
    [InlineData("Vi bygger vidare", "konto/b", 9, false)] // another person
    [InlineData("Vi bygger vidare", "konto/a", 10, false)] // too long ago
    public void Writing_on_is_one_text_until_somebody_else_writes_or_ten_minutes_have_passed(
        string text,
        string actor,
        int minutes,
        bool goesOn
    ) => Assert.Equal(goesOn, Revision("Vi bygger vidare").GoesOn(text, actor, Noon.AddMinutes(minutes)));

    [Fact]
    public void A_save_that_takes_much_away_leaves_what_was_there()
    {
        var longText = new string('a', AnswerRevision.MostTakenAway + 1);
        Assert.False(Revision(longText).GoesOn("", "konto/a", Noon));
        Assert.False(Revision(longText).GoesOn(new string('b', 500), "konto/a", Noon));
        Assert.True(Revision(longText).GoesOn(longText[..60], "konto/a", Noon));
        Assert.False(Revision("Nej.").GoesOn("Ja.", "konto/a", Noon));
        Assert.True(Revision("").GoesOn("Ja.", "konto/a", Noon));
    }

    [Fact]
    public void Many_small_saves_that_take_away_leave_what_was_there_too()
    {
        var revision = Revision(new string('a', 500));
        var length = 500;
        while (revision.GoesOn(new string('a', length - 30), "konto/a", Noon))
        {
            length -= 30;
            revision.GoOn(new string('a', length), revision.Last + 1, Noon);
        }

        Assert.Equal((410, 90), (length, revision.Gone));
    }

    private static AnswerRevision Revision(string text) =>
        new()
        {
            SubmissionId = new Id<Submission>(Guid.Empty),
            RequirementId = Key<Requirement>.Parse("fraga", null),
            First = 1,
            Last = 1,
            Text = text,
            BegunAt = Noon,
            SavedAt = Noon,
            SavedBy = "konto/a",
        };
}
