using Samla.Tests.Testing;

namespace Samla.Tests.Check.Understanding;

public sealed class MentionTests
{
    [Theory]
    [InlineData("Skåne har ett råd.", "Skåne")]
    [InlineData("I Region Kalmar län finns ett råd.", "Region Kalmar län")]
    [InlineData("Västra Götalandsregionen och Örebro samarbetar.", "Västra Götalandsregionen|Örebro")]
    [InlineData("Jämtland Härjedalen har ett råd.", "Jämtland Härjedalen")]
    [InlineData("Skånes råd är nytt.", "Skåne")] // without the genitive s
    [InlineData("Västra Götalands råd är nytt.", "Västra Götaland")]
    [InlineData("Råden i Skåne, Halland och Gotland möts.", "Skåne|Halland|Gotland")]
    [InlineData("I Hallands län finns råd.", "Hallands län")]
    public void A_region_that_is_named_is_found(string text, string mentions) =>
        Assert.Equal(mentions, string.Join('|', Mentions(text)));

    [Theory]
    [InlineData("Uppsala universitet deltar.")]
    [InlineData("Örebro universitet och Jönköping University deltar.")]
    [InlineData("Kalmar kommun deltar.")]
    [InlineData("Stockholms stad deltar.")]
    [InlineData("Länsstyrelsen Värmland deltar.")]
    [InlineData("Länsstyrelsen i Värmland deltar.")]
    [InlineData("Almi Halland deltar.")]
    [InlineData("Coompanion Dalarna deltar.")]
    [InlineData("Leader Gotland deltar.")]
    [InlineData("Visit Dalarna deltar.")]
    [InlineData("Stockholm Archipelago är ett samarbete.")]
    [InlineData("Den skånska modellen och kalmar är annat.")]
    public void What_has_a_regions_name_in_its_own_is_no_region(string text) => Assert.Empty(Mentions(text));

    [Fact]
    public void The_genitive_is_told_apart() =>
        Assert.Equal(
            [(Sample.Skåne, true), (Sample.Halland, false)],
            Sample
                .Report("Skånes råd liknar det i Halland.\n")
                .Mentions.SelectMany(mentions => mentions)
                .Select(mention => (mention.Region, mention.Genitive))
        );

    [Fact]
    public void Notes_name_regions_in_lists_and_not_as_mentions() =>
        Assert.Equal(
            [Sample.Norrbotten],
            Sample
                .Report("Norrbotten har råd.[^1]\n\n[^1]: Dalarna, Skåne.\n", "rapport.md")
                .Mentions.SelectMany(mentions => mentions)
                .Select(mention => mention.Region)
        );

    private static IEnumerable<string> Mentions(string text)
    {
        var report = Sample.Report(text);
        return report.Mentions.SelectMany(mentions => mentions).Select(mention => report.TextOf(mention.Place));
    }
}
