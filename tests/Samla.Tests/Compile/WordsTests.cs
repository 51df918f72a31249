using Samla.Domain.Compile;

namespace Samla.Tests.Compile;

public sealed class WordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n", "")]
    [InlineData("Sju regioner.", "sju|regioner|.")]
    [InlineData("EU:s 1:1-medel", "eu:s|1:1-medel")]
    [InlineData("hälso- och sjukvård", "hälso|-|och|sjukvård")]
    [InlineData("(t.ex. Åre)", "(|t|.|ex|.|åre|)")]
    [InlineData("”Vi ser” – sade de", "”|vi|ser|”|–|sade|de")]
    public void Text_is_cut_into_words_and_signs(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words.In(text, 0, text.Length).Select(word => word.Lower)));

    [Fact]
    public void A_mark_is_no_part_of_the_word_before_it()
    {
        const string Text = "Sju regioner17 nämner[^18] Skåne";
        var words = Words.In(Text, 0, Text.Length, [12..14, 21..26]);
        Assert.Equal(["sju", "regioner", "nämner", "skåne"], words.Select(word => word.Lower));
        Assert.Equal("Skåne", Text[words[^1].Start..words[^1].End]);
    }

    [Fact]
    public void A_mark_in_the_middle_of_a_word_parts_it()
    {
        const string Text = "region17er";
        Assert.Equal(["region", "er"], Words.In(Text, 0, Text.Length, [6..8]).Select(word => word.Lower));
    }
}
