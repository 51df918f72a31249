using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class ListOrderTests
{
    [Fact]
    public void Names_out_of_order_are_marked_and_the_list_is_suggested_in_order()
    {
        var found = Assert.Single(Judged.By<ListOrder>("Tre regioner[^1] plogar.", "Dalarna, Skåne, Halland."));

        Assert.Equal("list-order", found.Rule);
        Assert.Equal(Severity.Info, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Skåne, Halland"], found.Marked);
        found.Says("bokstavsordning", "Halland", "Skåne");
        Assert.Equal("Dalarna, Halland, Skåne.", found.Suggestion);
    }

    [Theory]
    [InlineData("Örebro, Västmanland.", "Västmanland, Örebro.")]
    [InlineData("Östergötland, Örebro.", "Örebro, Östergötland.")]
    [InlineData("Gävleborg, Gotland.", "Gotland, Gävleborg.")]
    [InlineData("Västerbotten, Värmland.", "Värmland, Västerbotten.")]
    [InlineData("Sörmland, Stockholm.", "Stockholm, Sörmland.")]
    [InlineData("Uppsala och Skåne.", "Skåne, Uppsala.")]
    [InlineData("Länsstyrelsen Skåne, Länsstyrelsen Halland.", "Länsstyrelsen Halland, Länsstyrelsen Skåne.")]
    public void The_order_is_that_of_the_Swedish_alphabet(string note, string suggestion) =>
        Assert.Equal(suggestion, Assert.Single(Judged.By<ListOrder>("Några[^1] plogar.", note)).Suggestion);

    [Theory]
    [InlineData("Gotland, Gävleborg, Värmland, Västerbotten, Västernorrland, Västmanland, Västra Götaland, Örebro.")]
    [InlineData("Jämtland Härjedalen, Jönköping, Kalmar, Kronoberg.")]
    [InlineData("Skåne, Stockholm, Södermanland, Uppsala.")]
    [InlineData("Region Dalarna, Västra Götalandsregionen, Region Örebro län.")]
    [InlineData("Halland, Halland, Skåne.")]
    [InlineData("Skåne. Halland plogar ibland.")]
    [InlineData("Örebro.")]
    [InlineData("Se Skåne, inte Halland, i avsnitt 3.")]
    public void A_list_in_order_is_left_alone(string note) =>
        Assert.Empty(Judged.By<ListOrder>("Några[^1] plogar.", note));
}
