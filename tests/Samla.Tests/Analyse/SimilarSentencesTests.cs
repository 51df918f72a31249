using Samla.Analyse;

namespace Samla.Tests.Analyse;

public sealed class SimilarSentencesTests
{
    private const string Text =
        "Vi har gjort om vår strategi. Kommunerna bl.a. deltar i arbetet med vattnet, som är viktigt för alla.\n\n"
        + "Rådet möts varje kvartal. Vattenfrågorna tas upp där. Sist kommer energin!";

    [Theory]
    [InlineData("gör om strategin", "Vi har gjort om vår strategi.")]
    [InlineData("Rådet möts två gånger om året.", null)]
    [InlineData("Rådet ska mötas varje kvartal.", "Rådet möts varje kvartal.")]
    [InlineData(
        "Kommunerna deltar bl.a. i arbetet med vatten.",
        "Kommunerna bl.a. deltar i arbetet med vattnet, som är viktigt för alla."
    )]
    [InlineData("Energin kommer sist.", "Sist kommer energin!")]
    [InlineData("Järnvägen byggs ut.", null)]
    [InlineData("och i på", null)]
    [InlineData("–", null)]
    public void A_passage_is_looked_for_by_the_words_it_shares(string passage, string? expected) =>
        Assert.Equal(expected, new SimilarSentences(Text).Find(passage)?.Words);

    [Fact]
    public void A_passage_of_two_sentences_is_proposed_two_even_over_a_paragraph()
    {
        var place = new SimilarSentences(Text).Find(
            "Kommunerna deltar i arbetet med vattnet. Rådet möts varje kvartal."
        );

        Assert.NotNull(place);
        Assert.Equal(Text.Substring(place.Start, place.Words.Length), place.Words);
        Assert.StartsWith("Kommunerna", place.Words, StringComparison.Ordinal);
        Assert.EndsWith("varje kvartal.", place.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_nothing_nothing_is_proposed() =>
        Assert.Null(new SimilarSentences("").Find("Rådet möts."));
}
