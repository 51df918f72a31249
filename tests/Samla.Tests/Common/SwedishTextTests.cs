using Samla.Domain;

namespace Samla.Tests.Common;

public sealed class SwedishTextTests
{
    [Theory]
    [InlineData("Skåne", "Skånes")]
    [InlineData("Region Kalmar län", "Region Kalmar läns")]
    [InlineData("Borås", "Borås")]
    [InlineData("Växjö", "Växjös")]
    [InlineData("Lax", "Lax")]
    [InlineData("Schweiz", "Schweiz")]
    public void A_genitive_takes_s_but_not_after_s_x_or_z(string name, string genitive) =>
        Assert.Equal(genitive, SwedishText.Genitive(name));

    [Theory]
    [InlineData("", "")]
    [InlineData("Halland", "Halland")]
    [InlineData("Halland|Skåne", "Halland och Skåne")]
    [InlineData("Dalarna|Halland|Skåne", "Dalarna, Halland och Skåne")]
    public void An_enumeration_ends_with_och(string items, string text) =>
        Assert.Equal(text, SwedishText.Enumeration(items.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("", "")]
    [InlineData("å", "Å")]
    [InlineData("åtta regioner", "Åtta regioner")]
    [InlineData("13 regioner", "13 regioner")]
    [InlineData("EU:s fonder", "EU:s fonder")]
    public void A_sentence_begins_with_a_capital(string text, string capitalized) =>
        Assert.Equal(capitalized, SwedishText.Capitalized(text));
}
