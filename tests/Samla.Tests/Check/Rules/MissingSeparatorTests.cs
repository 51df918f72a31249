using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class MissingSeparatorTests
{
    [Fact]
    public void Two_names_without_a_comma_are_marked_together()
    {
        var found = Assert.Single(
            Judged.By<MissingSeparator>("Tre regioner[^1] lagar broar.", "Dalarna, Halland Skåne.")
        );

        Assert.Equal("missing-separator", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Halland Skåne"], found.Marked);
        found.Says("Halland och Skåne");
        Assert.Equal("Halland, Skåne", found.Suggestion);
    }

    [Theory]
    [InlineData("Halland Jämtland Härjedalen, Skåne.", "Halland, Jämtland Härjedalen")]
    [InlineData("Västra Götaland Örebro.", "Västra Götaland, Örebro")]
    [InlineData("Länsstyrelsen Halland Länsstyrelsen Skåne.", "Halland, Skåne")]
    public void Names_of_two_words_are_kept_whole(string note, string suggestion) =>
        Assert.Equal(
            suggestion,
            Assert.Single(Judged.By<MissingSeparator>("Regioner[^1] lagar broar.", note)).Suggestion
        );

    [Theory]
    [InlineData("Dalarna, Halland, Skåne.")]
    [InlineData("Dalarna, Halland och Skåne.")]
    [InlineData("Dalarna, Halland, och Skåne.")]
    [InlineData("Dalarna samt Skåne.")]
    [InlineData("Dalarna & Skåne.")]
    [InlineData("Jämtland Härjedalen, Västra Götaland.")]
    [InlineData("Region Kalmar län, Region Jönköpings län.")]
    [InlineData("Dalarna, Halland. Skåne lagade sin bro i fjol.")]
    public void A_list_with_its_commas_is_left_alone(string note) =>
        Assert.Empty(Judged.By<MissingSeparator>("Regioner[^1] lagar broar.", note));

    [Fact]
    public void A_list_that_runs_over_a_line_end_is_left_alone() =>
        Assert.Empty(
            Judged.By<MissingSeparator>(
                """
                Tre regioner¹ lagar broar.

                ¹ Dalarna, Jämtland
                Härjedalen, Skåne.
                """
            )
        );
}
