using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Tests.Architecture;
using Samla.Tests.Testing;

namespace Samla.Tests.Common;

public sealed class RegionsTests
{
    private const string Alphabet = " abcdefghijklmnopqrstuvwxyzåäö";

    public static TheoryData<string, string> Spellings { get; } =
    [
        .. from region in Regions.All
        from spelling in (string[])[region.Name, region.Authority, region.County, .. region.OtherNames]
        select (region.Name, spelling),
    ];

    [Fact]
    public void Sweden_has_21_regions_with_a_code_and_a_name_each()
    {
        Assert.Equal(21, Regions.All.Count);
        Assert.Equal(21, Regions.All.DistinctBy(region => region.Code).Count());
        Assert.Equal(21, Regions.All.DistinctBy(region => region.Name).Count());
        Assert.All(Regions.All, region => Assert.Same(region, Regions.Of(region.Code)));
    }

    [Fact]
    public void They_stand_in_Swedish_order_with_å_ä_and_ö_last() =>
        Assert.Equal(
            Regions.All.OrderBy(
                region =>
                    string.Concat(region.Name.ToLowerInvariant().Select(letter => (char)Alphabet.IndexOf(letter))),
                StringComparer.Ordinal
            ),
            Regions.All
        );

    [Fact]
    public void The_order_is_the_one_that_the_method_prints()
    {
        var method = RepositoryRoot.Read("docs/method.md").ReplaceLineEndings(" ");
        var printed = method.Split("Hela ordningen: ")[1].Split('.')[0].Split(", ");
        Assert.Equal(printed, Regions.All.Select(region => region.Name));
    }

    [Fact]
    public void A_set_can_be_read_in_Swedish_order_though_codes_have_another() =>
        Assert.Equal(
            ["Gotland", "Gävleborg", "Västra Götaland", "Örebro"],
            Sample.Set("Örebro, Västra Götaland, Gävleborg, Gotland").InSwedishOrder.Select(region => region.Name)
        );

    [Theory]
    [InlineData("01", "Stockholm", "Region Stockholm", "Stockholms län")]
    [InlineData("04", "Sörmland", "Region Sörmland", "Södermanlands län")]
    [InlineData("06", "Jönköping", "Region Jönköpings län", "Jönköpings län")]
    [InlineData("08", "Kalmar", "Region Kalmar län", "Kalmar län")]
    [InlineData("09", "Gotland", "Region Gotland", "Gotlands län")]
    [InlineData("14", "Västra Götaland", "Västra Götalandsregionen", "Västra Götalands län")]
    [InlineData("18", "Örebro", "Region Örebro län", "Örebro län")]
    [InlineData("23", "Jämtland Härjedalen", "Region Jämtland Härjedalen", "Jämtlands län")]
    public void A_region_has_a_short_name_an_authority_and_a_county(
        string code,
        string name,
        string authority,
        string county
    )
    {
        var region = Regions.Of(RegionCode.Parse(code, provider: null));
        Assert.Equal((name, authority, county), (region.Name, region.Authority, region.County));
        Assert.Equal($"Länsstyrelsen {name}", region.CountyBoard);
    }

    [Theory]
    [InlineData("Skåne", "Skånes", "Region Skånes")]
    [InlineData("Kalmar", "Kalmars", "Region Kalmar läns")]
    [InlineData("Uppsala", "Uppsalas", "Region Uppsalas")]
    [InlineData("Jämtland Härjedalen", "Jämtland Härjedalens", "Region Jämtland Härjedalens")]
    [InlineData("Västra Götaland", "Västra Götalands", "Västra Götalandsregionens")]
    public void A_name_has_a_genitive(string name, string genitive, string authorityGenitive)
    {
        var region = Regions.All.Single(region => region.Name == name);
        Assert.Equal((genitive, authorityGenitive), (region.Genitive, region.AuthorityGenitive));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Every_spelling_in_use_is_read_as_its_region(string name, string spelling)
    {
        var words = Words.In(spelling, 0, spelling.Length);
        var match = RegionNames.At(spelling, words, 0);
        Assert.NotNull(match);
        Assert.Equal(name, match.Region.Name);
        Assert.Equal(words.Count, match.Words);
        Assert.Equal(spelling == name, match.IsShortName);
        Assert.False(match.Genitive);
    }

    [Fact]
    public void Every_genitive_is_read_as_one() =>
        Assert.All(
            Regions.All.SelectMany(region => new[] { region.Genitive, region.AuthorityGenitive }),
            genitive =>
            {
                var words = Words.In(genitive, 0, genitive.Length);
                var match = RegionNames.At(genitive, words, 0);
                Assert.NotNull(match);
                Assert.Equal((words.Count, true), (match.Words, match.Genitive));
            }
        );

    [Theory]
    [InlineData("kalmar")]
    [InlineData("stockholmska")]
    [InlineData("Skånsk")]
    [InlineData("Götaland")]
    [InlineData("Västra")]
    [InlineData("Härjedalen")]
    [InlineData("Region")]
    public void What_only_looks_like_a_name_is_none(string text) =>
        Assert.Null(RegionNames.At(text, Words.In(text, 0, text.Length), 0));

    [Fact]
    public void A_collaboration_is_its_members()
    {
        Assert.Equal(
            Sample.Set("Blekinge, Halland, Jönköping, Kalmar, Kronoberg, Skåne"),
            Collaboration.All.Single(collaboration => collaboration.Name == "Regionsamverkan Sydsverige").Members
        );
        Assert.All(Collaboration.All, collaboration => Assert.True(collaboration.Members.Count > 1));
    }
}
