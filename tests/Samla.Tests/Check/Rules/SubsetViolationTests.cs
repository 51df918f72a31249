using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class SubsetViolationTests
{
    private const string Six = "Dalarna, Gotland, Halland, Kalmar, Skåne, Örebro.";

    [Fact]
    public void A_part_with_a_region_outside_the_whole_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<SubsetViolation>(
                "Sex regioner[^1] har museer. Av dessa har två regioner[^2] även bibliotek.",
                Six,
                "Skåne, Uppsala."
            )
        );

        Assert.Equal("subset-violation", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("Uppsala", "fotnot 1");
        Assert.Equal(
            ["två regioner", "[^2]: Skåne, Uppsala.", "Sex regioner[^1] har museer.", $"[^1]: {Six}"],
            found.Marked
        );
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Sex regioner[^1] har museer. Två av dem[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Två[^2] av dem har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Två av dessa[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer, varav två[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer, varav två regioner[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Några av dem[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Av dessa har två[^2] bibliotek.")]
    public void A_part_is_known_by_its_words(string text)
    {
        Assert.Equal(Severity.Error, Assert.Single(Judged.By<SubsetViolation>(text, Six, "Skåne, Uppsala.")).Severity);
        Assert.Empty(Judged.By<SubsetViolation>(text, Six, "Skåne, Örebro."));
    }

    [Theory]
    [InlineData("Alla sex regioner[^2] som har museer har bibliotek.")]
    [InlineData("Samtliga sex regioner[^2] har bibliotek.")]
    public void All_of_those_just_counted_are_the_same(string again)
    {
        Assert.Single(
            Judged.By<SubsetViolation>(
                $"Sex regioner[^1] har museer. {again}",
                Six,
                "Dalarna, Gotland, Halland, Kalmar, Skåne, Uppsala."
            )
        );
        Assert.Empty(Judged.By<SubsetViolation>($"Sex regioner[^1] har museer. {again}", Six, Six));
    }

    [Fact]
    public void Two_of_these_six_means_the_claim_of_six()
    {
        const string Text =
            "Sex regioner[^1] har museer. Tre regioner[^2] har teatrar. Två av dessa sex regioner[^3] har bibliotek.";

        Assert.Equal(
            [1],
            Assert.Single(Judged.By<SubsetViolation>(Text, Six, "Dalarna, Uppsala, Örebro.", "Skåne, Uppsala.")).Related
        );
        Assert.Empty(Judged.By<SubsetViolation>(Text, Six, "Dalarna, Uppsala, Örebro.", "Gotland, Skåne."));
    }

    [Fact]
    public void Of_two_parts_in_a_row_both_are_of_the_whole()
    {
        const string Text = "Sex regioner[^1] har museer. Av dessa har två[^2] bibliotek och tre av dem[^3] kaféer.";

        Assert.Empty(Judged.By<SubsetViolation>(Text, Six, "Gotland, Skåne.", "Dalarna, Kalmar, Örebro."));
        Assert.Equal(
            3,
            Assert
                .Single(Judged.By<SubsetViolation>(Text, Six, "Gotland, Skåne.", "Dalarna, Kalmar, Uppsala."))
                .Footnote
        );
    }

    [Fact]
    public void Special_cases_that_nearly_all_stand_in_the_whole_are_a_warning()
    {
        const string Text = """
            Tio regioner[^1] har museer på något sätt.

            - Fem regioner[^2] har museer om båtar.
            - Fem regioner[^3] har museer om tåg.
            - Fyra regioner[^4] har museer om glas.
            """;
        const string Ten =
            "Blekinge, Dalarna, Gotland, Gävleborg, Halland, Kalmar, Skåne, Sörmland, Västmanland, Örebro.";

        var found = Assert.Single(
            Judged.By<SubsetViolation>(
                Text,
                Ten,
                "Blekinge, Gotland, Halland, Kalmar, Uppsala.",
                "Dalarna, Gävleborg, Sörmland, Västmanland, Örebro.",
                "Blekinge, Kalmar, Skåne, Sörmland."
            )
        );
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("fotnot 1", "Uppsala");
        Assert.Equal("Fem regioner", found.Marked[0]);
        Assert.Empty(
            Judged.By<SubsetViolation>(
                Text,
                Ten,
                "Blekinge, Gotland, Halland, Kalmar, Skåne.",
                "Dalarna, Gävleborg, Sörmland, Västmanland, Örebro.",
                "Blekinge, Kalmar, Skåne, Sörmland."
            )
        );
    }

    [Theory]
    [InlineData("Sex regioner[^1] har museer. Två regioner[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Övriga regioner[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Ytterligare två regioner[^2] har bibliotek.")]
    [InlineData("Sex regioner[^1] har museer. Två regioner[^2] har tagit intryck av dessa.")]
    [InlineData("# 1 Museer\n\nSex regioner[^1] har museer.\n\n# 2 Böcker\n\nTvå av dem[^2] har bibliotek.")]
    public void What_is_not_said_to_be_a_part_is_left_alone(string text) =>
        Assert.Empty(Judged.By<SubsetViolation>(text, Six, "Skåne, Uppsala."));
}
