using Samla.Analyse;

namespace Samla.Tests.Analyse;

/// <summary>Words and stems as in the published vocabulary of the algorithm.</summary>
public sealed class SwedishStemmerTests
{
    [Theory]
    [InlineData("affärerna", "affär")]
    [InlineData("affärernas", "affär")]
    [InlineData("allmänheten", "allmän")]
    [InlineData("adelsmannens", "adelsman")]
    [InlineData("akademien", "akademi")]
    [InlineData("morgondagens", "morgondag")]
    [InlineData("moderniserad", "moderniser")]
    [InlineData("mottagandet", "mottag")]
    [InlineData("munstycken", "munstyck")]
    public void The_endings_of_a_word_are_cut(string word, string stem) =>
        Assert.Equal(stem, SwedishStemmer.Stem(word));

    [Theory]
    [InlineData("moderlig", "moder")]
    [InlineData("allvarligt", "allvar")]
    [InlineData("motsägelsen", "motsäg")]
    [InlineData("modlöst", "modlös")]
    [InlineData("aktningsfullt", "aktningsfull")]
    public void The_endings_that_make_a_word_are_cut_or_mended(string word, string stem) =>
        Assert.Equal(stem, SwedishStemmer.Stem(word));

    [Theory]
    [InlineData("aftonbladet")]
    [InlineData("altaret")]
    [InlineData("ak")]
    [InlineData("å")]
    [InlineData("")]
    [InlineData("2030")]
    public void What_has_no_ending_stays(string word) => Assert.Equal(word, SwedishStemmer.Stem(word));

    [Theory]
    [InlineData("adjunkt", "adjunk")]
    [InlineData("motsatt", "motsat")]
    [InlineData("tennsoldat", "tennsold")]
    public void A_double_consonant_at_the_end_is_made_single(string word, string stem) =>
        Assert.Equal(stem, SwedishStemmer.Stem(word));
}
