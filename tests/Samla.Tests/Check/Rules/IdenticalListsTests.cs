using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class IdenticalListsTests
{
    private const string Six = "Dalarna, Gotland, Halland, Kalmar, Skåne, Örebro.";

    private const string Seventeen =
        "Blekinge, Dalarna, Gotland, Gävleborg, Halland, Jönköping, Kalmar, Kronoberg, Norrbotten, Skåne, Stockholm, Sörmland, Uppsala, Värmland, Västerbotten, Västmanland, Örebro.";

    [Fact]
    public void The_same_list_behind_two_claims_is_a_warning()
    {
        var found = Assert.Single(
            Judged.By<IdenticalLists>(
                """
                Sex regioner[^1] har fjällstationer.

                Sex regioner[^2] lånar ut symaskiner.
                """,
                Six,
                Six
            )
        );

        Assert.Equal("identical-lists", found.Rule);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("otnoterna 1 och 2", "regioner");
        Assert.Equal(
            ["Sex regioner", $"[^2]: {Six}", "Sex regioner[^1] har fjällstationer.", $"[^1]: {Six}"],
            found.Marked
        );
        Assert.Null(found.Suggestion);
    }

    [Fact]
    public void One_sentence_with_the_same_list_twice_is_a_warning() =>
        Assert.Single(
            Judged.By<IdenticalLists>(
                "Sex regioner[^1] har fjällstationer och sex regioner[^2] lånar ut symaskiner.",
                Six,
                Six
            )
        );

    [Theory]
    [InlineData("Alla sex regioner[^2] som har fjällstationer har skidor.")]
    [InlineData("Samtliga sex regioner[^2] har skidor.")]
    [InlineData("De sex regionerna[^2] har skidor.")]
    [InlineData("Dessa sex regioner[^2] har skidor.")]
    [InlineData("Sex av dem[^2] har skidor.")]
    public void Two_notes_may_be_equal_on_purpose(string second) =>
        Assert.Empty(Judged.By<IdenticalLists>($"Sex regioner[^1] har fjällstationer.\n\n{second}", Six, Six));

    [Fact]
    public void All_seventeen_that_do_may_have_the_same_list() =>
        Assert.Empty(
            Judged.By<IdenticalLists>(
                "17 regioner[^1] mäter snödjup.\n\nAlla 17 regioner[^2] som mäter snödjup mäter också vind.",
                Seventeen,
                Seventeen
            )
        );

    [Theory]
    [InlineData("Sex regioner[^1] har fjällstationer. Sex regioner[^2] har skidor.")]
    [InlineData("Sex regioner[^1] har fjällstationer:\n\n- sex regioner[^2] har skidor")]
    public void Claims_in_one_paragraph_may_speak_of_the_same_regions(string text) =>
        Assert.Empty(Judged.By<IdenticalLists>(text, Six, Six));

    [Theory]
    [InlineData("Gotland, Halland, Skåne, Örebro.")]
    [InlineData("Blekinge, Halland, Jönköping, Kalmar, Kronoberg, Skåne.")]
    [InlineData("Sörmland, Uppsala, Västmanland, Örebro, Östergötland.")]
    public void Short_lists_and_members_of_a_collaboration_may_stand_twice(string note) =>
        Assert.Empty(
            Judged.By<IdenticalLists>(
                "Några regioner[^1] har fjällstationer.\n\nNågra regioner[^2] lånar ut symaskiner.",
                note,
                note
            )
        );

    [Fact]
    public void Lists_that_differ_by_one_are_left_alone() =>
        Assert.Empty(
            Judged.By<IdenticalLists>(
                "Sex regioner[^1] har fjällstationer.\n\nSex regioner[^2] lånar ut symaskiner.",
                Six,
                "Dalarna, Gotland, Halland, Kalmar, Skåne, Uppsala."
            )
        );

    [Fact]
    public void One_note_with_two_marks_is_one_list() =>
        Assert.Empty(
            Judged.By<IdenticalLists>(
                "Sex regioner[^1] har fjällstationer.\n\nSex regioner[^1] lånar ut symaskiner.",
                Six
            )
        );
}
