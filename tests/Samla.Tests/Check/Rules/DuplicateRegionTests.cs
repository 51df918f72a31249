using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class DuplicateRegionTests
{
    [Fact]
    public void A_region_that_stands_twice_is_marked_where_it_stands_again()
    {
        var found = Assert.Single(
            Judged.By<DuplicateRegion>(
                """
                Fyra regioner[^5] har en cykelplan.

                [^5]: Dalarna, Halland, Skåne, Halland.
                """
            )
        );

        Assert.Equal("duplicate-region", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(5, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Halland"], found.Marked);
        found.Says("Halland", "mer än en gång");
        Assert.Equal("Dalarna, Halland, Skåne.", found.Suggestion);
    }

    [Theory]
    [InlineData("Sörmland, Södermanland.", "Södermanland")]
    [InlineData("Jämtland, Jämtland Härjedalen.", "Jämtland Härjedalen")]
    [InlineData("Kalmar, Region Kalmar län.", "Region Kalmar län")]
    [InlineData("Västra Götaland och Västra Götalandsregionen.", "Västra Götalandsregionen")]
    [InlineData("Halland, Skåne. Halland.", "Halland")]
    public void Another_spelling_of_the_same_region_is_the_same_region(string note, string again) =>
        Assert.Equal([again], Assert.Single(Judged.By<DuplicateRegion>("Regioner[^1] cyklar.", note)).Marked);

    [Fact]
    public void A_county_board_that_stands_twice_is_suggested_as_a_board() =>
        Assert.Equal(
            "Länsstyrelsen Halland, Länsstyrelsen Skåne.",
            Assert
                .Single(
                    Judged.By<DuplicateRegion>(
                        "Tre länsstyrelser[^1] cyklar.",
                        "Länsstyrelsen Halland, Länsstyrelsen Skåne, Länsstyrelsen Halland."
                    )
                )
                .Suggestion
        );

    [Theory]
    [InlineData("Dalarna, Halland, Skåne.")]
    [InlineData("Halland. Halland har dessutom byggt en cykelbro.")]
    [InlineData("Halland, Skåne. Se även Skåne i avsnitt 3.")]
    [InlineData("Skåne, Länsstyrelsen Skåne.")]
    [InlineData("Västerbotten, Västernorrland, Västmanland, Västra Götaland.")]
    [InlineData("Norrbotten, Västerbotten.")]
    public void What_stands_once_in_the_list_is_left_alone(string note) =>
        Assert.Empty(Judged.By<DuplicateRegion>("Regioner[^1] cyklar.", note));

    [Fact]
    public void A_member_of_two_collaborations_may_stand_in_both_notes() =>
        Assert.Empty(
            Judged.By<DuplicateRegion>(
                "Sydsamarbetet[^1] och västsamarbetet[^2] möts varje år.",
                "Blekinge, Halland, Jönköping, Kalmar, Kronoberg, Skåne.",
                "Halland, Västra Götaland."
            )
        );

    [Fact]
    public void A_municipality_of_the_same_name_is_no_region() =>
        Assert.Empty(Judged.By<DuplicateRegion>("Regionen driver projektet.[^1]", "Region Kalmar och Kalmar kommun."));
}
