using CsCheck;
using Samla.Domain.Compile;
using Samla.Tests.Testing;
using static Samla.Domain.Compile.RegionList;

namespace Samla.Tests.Compile;

public sealed class RegionListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Skåne", "Skåne.")]
    [InlineData("Skåne, Dalarna, Halland", "Dalarna, Halland, Skåne.")]
    [InlineData("Örebro, Gävleborg, Gotland, Västra Götaland", "Gotland, Gävleborg, Västra Götaland, Örebro.")]
    public void A_list_is_written_in_Swedish_order(string regions, string list) =>
        Assert.Equal(list, Write(Sample.Set(regions)));

    [Fact]
    public void Boards_are_listed_by_their_own_names() =>
        Assert.Equal(
            "Länsstyrelsen Kalmar, Länsstyrelsen Örebro.",
            Write(Sample.Set("Örebro, Kalmar"), ClaimSubject.Agencies)
        );

    [Fact]
    public void What_is_written_is_read_back_whole() =>
        Sample
            .AnySet.Select(Gen.Enum<ClaimSubject>())
            .Sample(
                (set, subject) =>
                {
                    var written = Write(set, subject);
                    var read = From(written);
                    Assert.Equal(set, read.Regions);
                    Assert.Equal(set.Count, read.Items.Count);
                    Assert.All(read.Items, item => Assert.Equal(subject == ClaimSubject.Agencies, item.IsAgency));
                    Assert.All(read.Items, item => Assert.True(item is { Misspelled: false, IsShortName: true }));
                    Assert.All(read.Items.SkipLast(1), item => Assert.Equal(Separator.Right, item.After));
                    Assert.True(set.IsEmpty || read.Items[^1].After == Separator.End);
                    Assert.Equal(written.TrimEnd('.'), written[read.Start..read.End]);
                },
                iter: 2_000
            );

    [Theory]
    [InlineData("Dalarna, Halland.", Separator.Right)]
    [InlineData("Dalarna,Halland.", Separator.Right)]
    [InlineData("Dalarna och Halland.", Separator.Right)]
    [InlineData("Dalarna samt Halland.", Separator.Right)]
    [InlineData("Dalarna, och Halland.", Separator.Right)]
    [InlineData("Dalarna & Halland.", Separator.Right)]
    [InlineData("Dalarna Halland.", Separator.Missing)]
    [InlineData("Dalarna. Halland.", Separator.Wrong)]
    [InlineData("Dalarna; Halland.", Separator.Wrong)]
    [InlineData("Dalarna/Halland", Separator.Wrong)]
    public void Names_are_parted_by_a_comma_or_a_word(string list, Separator separator)
    {
        var read = From(list);
        Assert.Equal(Sample.Set("Dalarna, Halland"), read.Regions);
        Assert.Equal([separator, Separator.End], read.Items.Select(item => item.After));
    }

    [Theory]
    [InlineData("Blekinge, Kronberg, Skåne.", "Blekinge, Kronoberg, Skåne", "Kronberg")]
    [InlineData("Bleking och Dalarna.", "Blekinge, Dalarna", "Bleking")]
    [InlineData("Dalarna, Sörmalnd.", "Dalarna, Sörmland", "Sörmalnd")]
    [InlineData("Skåne, Västenorland, Örebro.", "Skåne, Västernorrland, Örebro", "Västenorland")]
    [InlineData("Gotland, Västra Götland.", "Gotland, Västra Götaland", "Västra Götland")]
    public void A_misspelt_name_in_a_list_is_read_and_told_apart(string list, string regions, string misspelt)
    {
        var read = From(list);
        Assert.Equal(Sample.Set(regions), read.Regions);
        var item = Assert.Single(read.Items, item => item.Misspelled);
        Assert.Equal(misspelt, list[item.Start..item.End]);
    }

    [Theory]
    [InlineData("Jämtland, Region Kalmar, Skåne län.", "Jämtland Härjedalen, Kalmar, Skåne")]
    [InlineData("Gotlands kommun, Södermanland.", "Gotland, Sörmland")]
    [InlineData("Västra Götalandsregionen och Region Örebro län.", "Västra Götaland, Örebro")]
    public void Another_spelling_is_no_misspelling_but_no_short_name_either(string list, string regions)
    {
        var read = From(list);
        Assert.Equal(Sample.Set(regions), read.Regions);
        Assert.All(read.Items, item => Assert.False(item.Misspelled));
        Assert.Contains(read.Items, item => !item.IsShortName);
    }

    [Theory]
    [InlineData("Dalarna, Halland. Se även Västmanland.", "Dalarna, Halland", "Dalarna, Halland")]
    [InlineData("Gotland. Gotland har prövat modellen tidigare.", "Gotland", "Gotland")]
    [InlineData("Kalmar, Skåne. Underlaget är osäkert.", "Kalmar, Skåne", "Kalmar, Skåne")]
    [InlineData("Kalmar, Skåne (preliminärt).", "Kalmar, Skåne", "Kalmar, Skåne")]
    [InlineData("Kalmar, Skåne, med flera.", "Kalmar, Skåne", "Kalmar, Skåne")]
    public void A_remark_after_the_list_is_no_part_of_it(string note, string regions, string list)
    {
        var read = From(note);
        Assert.Equal(Sample.Set(regions), read.Regions);
        Assert.Equal(list, note[read.Start..read.End]);
    }

    [Theory]
    [InlineData("I rådet ingår regionerna Blekinge, Halland och Skåne.", "Blekinge, Halland, Skåne")]
    [InlineData("Det gäller Gotland och Uppsala, men inte alltid.", "Gotland, Uppsala")]
    [InlineData("Skånes råd leds av Halland, Kalmar samt Örebro.", "Halland, Kalmar, Örebro")]
    [InlineData("Först Dalarna och Skåne, sedan Gotland, Halland och Kalmar.", "Gotland, Halland, Kalmar")]
    public void A_list_inside_a_sentence_is_found(string sentence, string regions)
    {
        var read = From(sentence);
        Assert.Equal(Sample.Set(regions), read.Regions);
        Assert.True(read.Start > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Se avsnitt 3.2.")]
    [InlineData("Rådet leds av Halland.")]
    [InlineData("Utvärderingen blev klar 2023.")]
    public void A_sentence_with_one_name_or_none_is_no_list(string sentence) => Assert.Empty(From(sentence).Items);

    [Theory]
    [InlineData("Länsstyrelsen Kalmar, Länsstyrelsen Skåne.")]
    [InlineData("Länsstyrelsen i Kalmar län och Länsstyrelsen i Skåne län.")]
    [InlineData("Länsstyrelserna i Kalmar och Skåne.")]
    [InlineData("Länsstyrelserna Kalmar, Skåne.")]
    public void A_list_may_name_county_administrative_boards(string list)
    {
        var read = From(list);
        Assert.Equal(Sample.Set("Kalmar, Skåne"), read.Regions);
        Assert.All(read.Items, item => Assert.True(item.IsAgency));
    }

    [Fact]
    public void A_list_may_name_boards_and_regions() =>
        Assert.Equal(
            [true, true, false],
            From("Länsstyrelserna i Kalmar och Uppsala, Region Skåne.").Items.Select(item => item.IsAgency)
        );

    [Fact]
    public void A_list_can_begin_after_the_notes_number()
    {
        var read = From("17 Dalarna, Skåne.", start: 3);
        Assert.Equal((3, Sample.Set("Dalarna, Skåne")), (read.Start, read.Regions));
    }

    [Fact]
    public void A_name_that_stands_twice_is_two_items_and_one_region()
    {
        var read = From("Halland, Skåne, Halland.");
        Assert.Equal((3, 2), (read.Items.Count, read.Regions.Count));
    }
}
