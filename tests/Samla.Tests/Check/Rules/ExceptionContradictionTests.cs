using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class ExceptionContradictionTests
{
    [Fact]
    public void An_exception_that_stands_among_those_that_do_is_an_error()
    {
        var found = Assert.Single(
            Judge(
                "Samtliga regioner utom två[^1] bygger vindkraft till havs. Fem regioner[^2] bygger vindkraft till havs vid kusten.",
                "Dalarna, Örebro.",
                "Blekinge, Gotland, Halland, Skåne, Örebro."
            )
        );

        Assert.Equal("complement-contradiction", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("Örebro", "”Samtliga regioner utom två”");
        Assert.Equal(
            [
                "Fem regioner",
                "[^2]: Blekinge, Gotland, Halland, Skåne, Örebro.",
                "Samtliga regioner utom två[^1] bygger vindkraft till havs.",
                "[^1]: Dalarna, Örebro.",
            ],
            found.Marked
        );
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Alla regioner utom Örebro bygger vindkraft till havs.")]
    [InlineData("Alla regioner förutom Örebro bygger vindkraft till havs.")]
    [InlineData("Samtliga utom Dalarna och Örebro bygger vindkraft till havs.")]
    [InlineData("Alla regioner, med undantag för Örebro, bygger vindkraft till havs.")]
    public void Exceptions_may_be_named_in_the_sentence(string sentence)
    {
        var found = Assert.Single(
            Judge($"{sentence} Tre regioner[^1] bygger vindkraft till havs vid kusten.", "Gotland, Halland, Örebro.")
        );

        Assert.Equal(Severity.Error, found.Severity);
        Assert.Empty(found.Related);
    }

    // What the exceptions do instead is no contradiction of their being exceptions.
    [Theory]
    [InlineData("Två regioner[^2] lägger det i stället i den löpande planeringen.")]
    [InlineData("Två regioner[^2] anger bara vad de väntar sig.")]
    public void What_the_exceptions_do_instead_is_told_after_them(string next) =>
        Assert.Empty(
            Judge(
                $"Samtliga regioner utom två[^1] har byggt in hållbarhet i strategin. {next}",
                "Dalarna, Örebro.",
                "Dalarna, Örebro."
            )
        );

    [Fact]
    public void Bullets_say_what_the_sentence_before_them_begins() =>
        Assert.Single(
            Judge(
                """
                Alla regioner utom Örebro bygger vindkraft. Regionerna bygger vindkraft

                - till havs, som tre regioner[^1]
                - på land, som två regioner[^2]
                """,
                "Gotland, Halland, Skåne.",
                "Dalarna, Örebro."
            )
        );

    [Theory]
    [InlineData("Tre regioner[^1] rapporterar avsaknad av vindkraft till havs.")]
    [InlineData("Tre regioner[^1] bygger inte vindkraft till havs.")]
    [InlineData("Tre regioner[^1] saknar vindkraft till havs.")]
    [InlineData("Tre regioner[^1] bygger både vindkraft till havs och kärnkraft.")]
    [InlineData("De tre resterande regionerna[^1] bygger vindkraft till havs.")]
    public void A_list_that_agrees_with_the_exception_is_left_alone(string sentence) =>
        Assert.Empty(
            Judge($"Alla regioner utom Örebro bygger vindkraft till havs. {sentence}", "Gotland, Halland, Örebro.")
        );

    [Fact]
    public void What_is_denied_of_both_together_may_be_true_of_one() =>
        Assert.Empty(
            Judge(
                "Alla regioner utom Örebro bygger både vindkraft och solkraft. Tre regioner[^1] bygger vindkraft och solkraft.",
                "Gotland, Halland, Örebro."
            )
        );

    [Fact]
    public void Regions_outside_the_exceptions_are_left_alone() =>
        Assert.Empty(
            Judge(
                "Alla regioner utom Örebro bygger vindkraft till havs. Tre regioner[^1] bygger vindkraft till havs.",
                "Gotland, Halland, Skåne."
            )
        );

    [Theory]
    [InlineData(
        "Alla regioner utom Örebro bygger vindkraft till havs.\n\nTre regioner[^1] sjunger i kör varje torsdag."
    )]
    [InlineData(
        "Alla regioner utom Örebro bygger vindkraft till havs. Havet är djupt. Tre regioner[^1] sjunger i kör."
    )]
    [InlineData("Alla regioner utom Örebro bygger vindkraft.\n\n## Körsång\n\nTre regioner[^1] bygger vindkraft.")]
    public void Another_matter_is_left_alone(string text) => Assert.Empty(Judge(text, "Gotland, Halland, Örebro."));

    [Fact]
    public void In_sections_below_everything_is_about_what_the_heading_says()
    {
        const string Text = """
            # 1 Energi

            ## 1.1 Vindkraft till havs

            Alla regioner utom Örebro bygger vindkraft till havs.

            ### 1.1.1 Kusten

            Tre regioner[^1] bygger vid kusten.
            """;

        Assert.Equal(Severity.Warning, Assert.Single(Judge(Text, "Gotland, Halland, Örebro.")).Severity);
        Assert.Empty(Judge(Text, "Gotland, Halland, Skåne."));
    }

    // Words tell what a sentence is about only in a text of some length.
    private static IReadOnlyList<Judged> Judge(string text, params ReadOnlySpan<string> notes) =>
        Judged.By<ExceptionContradiction>(
            $"{string.Join(' ', Enumerable.Repeat("Texten går vidare här.", 20))}\n\n{text}",
            notes
        );
}
