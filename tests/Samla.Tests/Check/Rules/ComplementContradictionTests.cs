using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class ComplementContradictionTests
{
    private const string Seven = "Blekinge, Dalarna, Gotland, Gävleborg, Halland, Jönköping, Kalmar.";

    private const string OtherFourteen =
        "Jämtland Härjedalen, Kronoberg, Norrbotten, Skåne, Stockholm, Sörmland, Uppsala, Värmland, Västerbotten, Västernorrland, Västmanland, Västra Götaland, Örebro, Östergötland.";

    private const string OtherFourteenAndKalmar =
        "Jämtland Härjedalen, Kalmar, Kronoberg, Norrbotten, Skåne, Stockholm, Sörmland, Uppsala, Värmland, Västerbotten, Västernorrland, Västmanland, Västra Götaland, Örebro, Östergötland.";

    [Fact]
    public void A_region_among_those_that_do_and_among_the_rest_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<ComplementContradiction>(
                "Sju regioner[^1] har simhallar. Övriga regioner[^2] har inga.",
                Seven,
                OtherFourteenAndKalmar
            )
        );

        Assert.Equal("complement-contradiction", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("Kalmar", "”Övriga regioner”");
        Assert.Equal(
            ["Övriga regioner", $"[^2]: {OtherFourteenAndKalmar}", "Sju regioner[^1] har simhallar.", $"[^1]: {Seven}"],
            found.Marked
        );
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("De övriga regionerna[^2] har inga.")]
    [InlineData("Resterande regioner[^2] har inga.")]
    [InlineData("De 15 resterande regionerna[^2] har inga.")]
    [InlineData("De 15 övriga[^2] har inga.")]
    [InlineData("De 15 regioner som inte gör det[^2] har sjöar.")]
    public void A_rest_is_known_by_its_words(string rest)
    {
        Assert.Single(
            Judged.By<ComplementContradiction>($"Sju regioner[^1] har simhallar. {rest}", Seven, OtherFourteenAndKalmar)
        );
        Assert.Empty(
            Judged.By<ComplementContradiction>($"Sju regioner[^1] har simhallar. {rest}", Seven, OtherFourteen)
        );
    }

    [Theory]
    [InlineData("Ytterligare tre regioner[^2] bygger en.", Severity.Error)]
    [InlineData("Ytterligare tre[^2] bygger en.", Severity.Error)]
    [InlineData("Tre andra regioner[^2] bygger en.", Severity.Error)]
    [InlineData("Ytterligare några regioner[^2] bygger en.", Severity.Warning)]
    [InlineData("Andra regioner[^2] bygger en.", Severity.Warning)]
    public void Others_may_not_be_those_just_counted(string others, Severity severity)
    {
        var found = Assert.Single(
            Judged.By<ComplementContradiction>(
                $"Två regioner[^1] har simhallar. {others}",
                "Halland, Skåne.",
                "Dalarna, Skåne, Örebro."
            )
        );

        Assert.Equal(severity, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("Skåne", "fotnot 1");
        Assert.Contains("[^1]: Halland, Skåne.", found.Marked);
    }

    [Theory]
    [InlineData("Utöver Skåne bygger tre regioner[^1] simhallar.")]
    [InlineData("Förutom Skåne bygger tre regioner[^1] simhallar.")]
    [InlineData("Utöver Skåne och Gotland bygger flera regioner[^1] simhallar.")]
    [InlineData("Tre regioner[^1] bygger simhallar, utöver Gotland, Kalmar och Skåne.")]
    public void Those_besides_a_named_region_may_not_hold_it(string sentence)
    {
        var found = Assert.Single(Judged.By<ComplementContradiction>(sentence, "Dalarna, Skåne, Örebro."));

        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(1, found.Footnote);
        found.Says("utöver", "Skåne", "fotnoten");
        Assert.Equal(sentence, found.Marked[0]);
    }

    [Fact]
    public void A_region_named_just_before_the_others_may_not_be_one_of_them()
    {
        var found = Assert.Single(
            Judged.By<ComplementContradiction>(
                "Skåne bygger en simhall, medan andra regioner[^1] väntar.",
                "Dalarna, Skåne, Örebro."
            )
        );

        Assert.Equal(Severity.Warning, found.Severity);
        found.Says("Skåne", "”andra regioner”");
    }

    [Theory]
    [InlineData("Två regioner[^1] har simhallar. Tre regioner[^2] har sjöar.")]
    [InlineData("Två regioner[^1] har simhallar. Tre regioner[^2] samarbetar med andra aktörer.")]
    [InlineData("Två regioner[^1] har simhallar. Tre regioner[^2] bygger ytterligare bad.")]
    [InlineData("Två regioner[^1] har simhallar. Utöver detta bygger tre regioner[^2] bastur.")]
    [InlineData("Två regioner[^1] har simhallar. Utöver Skånes simhall finns bad i tre regioner.[^2]")]
    [InlineData("Två regioner[^1] har simhallar. Alla regioner förutom tre[^2] har bad.")]
    [InlineData("Två regioner[^1] har simhallar. Av de övriga insatserna nämner tre regioner[^2] bad.")]
    public void Words_that_set_nothing_against_anything_are_left_alone(string text) =>
        Assert.Empty(Judged.By<ComplementContradiction>(text, "Halland, Skåne.", "Dalarna, Skåne, Örebro."));

    [Fact]
    public void Others_in_another_section_are_other_than_those_there() =>
        Assert.Empty(
            Judged.By<ComplementContradiction>(
                """
                # 1 Bad

                Två regioner[^1] har simhallar.

                # 2 Broar

                En region[^2] bygger broar. Ytterligare tre regioner[^3] lagar dem.
                """,
                "Halland, Skåne.",
                "Gotland.",
                "Dalarna, Skåne, Örebro."
            )
        );

    [Fact]
    public void Exceptions_by_name_are_no_others() =>
        Assert.Empty(Judged.By<ComplementContradiction>("Alla regioner utom Skåne[^1] har simhallar.", "Skåne."));
}
