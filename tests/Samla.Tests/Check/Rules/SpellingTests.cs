using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class SpellingTests
{
    [Fact]
    public void A_long_word_one_letter_from_one_in_use_is_told_with_that_one()
    {
        var found = Assert.Single(
            Judged.By<Spelling>("Pumpodlingen växer. Alla gillar pumpodlingen. Nu är pumpodlngen slut.")
        );

        Assert.Equal("spelling", found.Rule);
        Assert.Equal(Severity.Info, found.Severity);
        Assert.Null(found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["pumpodlngen"], found.Marked);
        found.Says("”pumpodlngen”", "”pumpodlingen”");
        Assert.Equal("pumpodlingen", found.Suggestion);
    }

    [Theory]
    [InlineData("Pumpoldingen", "Pumpodlingen")]
    [InlineData("Pumppodlingen", "Pumpodlingen")]
    [InlineData("Pumbodlingen", "Pumpodlingen")]
    public void At_a_sentence_s_start_the_suggestion_has_its_capital(string slip, string suggestion) =>
        Assert.Equal(
            suggestion,
            Assert
                .Single(Judged.By<Spelling>($"Pumpodlingen växer. Alla gillar pumpodlingen. {slip} är slut."))
                .Suggestion
        );

    [Fact]
    public void A_short_word_needs_more_that_speaks_for_it()
    {
        Assert.Empty(Judged.By<Spelling>("Vi ser skogar. Vi gillar skogar. Vi har skoogar."));
        Assert.Equal(
            "skogar",
            Assert
                .Single(
                    Judged.By<Spelling>(
                        "Vi ser skogar. Vi gillar skogar. Vi har skogar. Vi säljer skogar. Vi målar skogar. Vi köper skogar. Vi vill ha skoogar."
                    )
                )
                .Suggestion
        );
    }

    [Theory]
    [InlineData("Pumpodlingen växer. Alla gillar pumpodlingen. Nu är pumpodlingens tid.")]
    [InlineData("Pumpodlingen växer. Alla gillar pumpodlingen. Nu är pumpodlingar vanliga.")]
    [InlineData("Vi lägger. Vi lägger. Vi lägger. Vi lägger. Vi lägger. Vi lägger. Vi lägger. Vi ligger.")]
    [InlineData("Pumpodlingen i Pumpodlngen växer. Alla gillar pumpodlingen.")]
    [InlineData("Kvartersgård och kvartersgårdar. Kvartersgårdar finns.")]
    [InlineData("Pumpodlingen växer. Nu är pumpodlngen slut.")]
    public void Endings_names_and_words_of_their_own_are_left_alone(string text) =>
        Assert.Empty(Judged.By<Spelling>(text));
}
