using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class MisspelledRegionTests
{
    [Fact]
    public void A_name_in_a_list_that_is_nearly_a_region_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<MisspelledRegion>("Tre regioner[^1] odlar tång.", "Blekinge, Hallan, Skåne.")
        );

        Assert.Equal("misspelled-region", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Hallan"], found.Marked);
        found.Says("”Hallan”", "Halland");
        Assert.Equal("Halland", found.Suggestion);
    }

    [Theory]
    [InlineData("Kronborg", "Kronoberg")]
    [InlineData("Västmaland", "Västmanland")]
    [InlineData("Ostergötland", "Östergötland")]
    [InlineData("Gävelborg", "Gävleborg")]
    [InlineData("Jämtland Härjedlen", "Jämtland Härjedalen")]
    [InlineData("Västra Götland", "Västra Götaland")]
    [InlineData("VästraGötaland", "Västra Götaland")]
    [InlineData("Örebo", "Örebro")]
    [InlineData("dalarna", "Dalarna")]
    public void A_slip_in_a_list_is_told_from_what_was_meant(string slip, string meant)
    {
        var found = Assert.Single(Judged.By<MisspelledRegion>("Regioner[^1] odlar tång.", $"Blekinge, {slip}."));

        Assert.Equal(slip, found.Marked[0]);
        Assert.Equal(meant, found.Suggestion);
    }

    [Theory]
    [InlineData("I Kronobergg odlas tång.", "Kronobergg", "Kronoberg")]
    [InlineData("Tången växer i Bleking och Skåne.", "Bleking", "Blekinge")]
    [InlineData("Västra Götlands tång är grön.", "Västra Götlands", "Västra Götaland")]
    [InlineData("Region Stokholm odlar tång.", "Stokholm", "Stockholm")]
    public void A_slip_in_the_text_is_found_without_a_note(string sentence, string slip, string meant)
    {
        var found = Assert.Single(Judged.By<MisspelledRegion>(sentence));

        Assert.Null(found.Footnote);
        Assert.Equal([slip], found.Marked);
        Assert.Equal(meant, found.Suggestion);
    }

    [Theory]
    [InlineData("Holland och Götaland är inga regioner, inte heller Österbotten, Småland eller Västergötland.")]
    [InlineData("Linköping, Norrköping, Enköping och Lidköping är städer.")]
    [InlineData("Skånes, Hallands, Kalmars och Jämtland Härjedalens tång är grön, liksom Västra Götalands.")]
    [InlineData("Forskare vid Uppsala universitet odlar tång i Göteborg och Gävle.")]
    [InlineData("Öland, Åland, Gotska Sandön, Dalarö och Kalmarsund har tång.")]
    [InlineData("I Finland, Estland och på Jylland växer tång.")]
    [InlineData("Tången kommer från Norrland, Svealand, Uppland, Hälsingland och Härjedalen.")]
    [InlineData("Hallands län, Södermanlands län och Jönköpings län har tång.")]
    [InlineData("Stockholmsregionen och Göteborgsregionen har tång.")]
    [InlineData("Dalälven rinner genom Dalarna.")]
    public void Another_place_with_a_name_of_its_own_is_no_slip(string sentence) =>
        Assert.Empty(Judged.By<MisspelledRegion>(sentence));

    [Theory]
    [InlineData("Region Skåne, Västra Götalandsregionen, Södermanland, Jämtland.")]
    [InlineData("Dalarna, Halland. Holland odlar också tång.")]
    [InlineData("Länsstyrelserna i Dalarnas, Hallands och Skåne län.")]
    public void A_list_may_use_another_spelling_that_is_in_use(string note) =>
        Assert.Empty(Judged.By<MisspelledRegion>("Regioner[^1] odlar tång.", note));

    [Fact]
    public void A_name_that_the_text_uses_often_is_a_name_of_its_own() =>
        Assert.Empty(
            Judged.By<MisspelledRegion>(
                "Skåre ligger vid en å. I Skåre odlas tång. Tången i Skåre är grön. I Skåne odlas ingen tång."
            )
        );
}
