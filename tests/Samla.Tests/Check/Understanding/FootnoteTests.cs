using Samla.Domain.Check;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Understanding;

public sealed class FootnoteTests
{
    [Theory]
    // lists of regions
    [InlineData("Dalarna, Halland.", FootnoteKind.Regions, "Dalarna, Halland")]
    [InlineData("Halland.", FootnoteKind.Regions, "Halland")]
    [InlineData("Halland och Skåne", FootnoteKind.Regions, "Halland, Skåne")]
    [InlineData("Halland, Kronberg.", FootnoteKind.Regions, "Halland, Kronoberg")]
    [InlineData("Västra Götaland. Örebro.", FootnoteKind.Regions, "Västra Götaland, Örebro")]
    // lists of county administrative boards
    [InlineData("Länsstyrelsen Dalarna, Länsstyrelsen Skåne.", FootnoteKind.Agencies, "Dalarna, Skåne")]
    [InlineData("Länsstyrelserna i Dalarna och Skåne.", FootnoteKind.Agencies, "Dalarna, Skåne")]
    [InlineData(
        "Det är länsstyrelserna i Kalmar, Uppsala och Örebro.",
        FootnoteKind.Agencies,
        "Kalmar, Uppsala, Örebro"
    )]
    // a list with a remark
    [InlineData("Dalarna, Halland. Se även Västmanland.", FootnoteKind.Mixed, "Dalarna, Halland")]
    [InlineData("Gotland. Gotland har prövat modellen tidigare.", FootnoteKind.Mixed, "Gotland")]
    [InlineData("I rådet ingår regionerna Blekinge och Skåne.", FootnoteKind.Mixed, "Blekinge, Skåne")]
    // sources and references
    [InlineData("Se avsnitt 3.2.", FootnoteKind.Reference, "")]
    [InlineData("Jfr avsnitt 2.1 om råd.", FootnoteKind.Reference, "")]
    [InlineData("Ibid.", FootnoteKind.Reference, "")]
    [InlineData("Bilaga 2.", FootnoteKind.Reference, "")]
    [InlineData("Prop. 2019/20:47.", FootnoteKind.Reference, "")]
    [InlineData("Lagen (2010:630) om regionalt utvecklingsansvar.", FootnoteKind.Reference, "")]
    [InlineData("3 § förordningen (2024:99).", FootnoteKind.Reference, "")]
    [InlineData("Vattenrådet. Årsbok. 2023.", FootnoteKind.Reference, "")]
    [InlineData("Vattenrådet, rapport. https://exempel.se/rad", FootnoteKind.Reference, "")]
    [InlineData("Region Skåne. Vattenplan. 2023.", FootnoteKind.Reference, "")]
    [InlineData("Region Skåne, Vattenplan 2023.", FootnoteKind.Reference, "")]
    // explanations
    [InlineData("Med råd menas här ett forum som möts.", FootnoteKind.Other, "")]
    [InlineData("Rådet leds av Halland.", FootnoteKind.Other, "")]
    public void A_note_is_of_a_kind_and_holds_regions_only_if_it_lists_them(
        string text,
        FootnoteKind kind,
        string regions
    )
    {
        var report = Sample.Report($"Råd finns.[^1]\n\n[^1]: {text}\n", "rapport.md");
        var footnote = Assert.Single(report.Footnotes);
        Assert.Equal(new Footnote(1, kind, text, Sample.Set(regions)), footnote.Footnote);
        Assert.Equal(regions.Length > 0, footnote.List is not null);
    }

    [Fact]
    public void Only_a_note_that_lists_makes_a_claim_of_its_mark()
    {
        var report = Sample.Report(
            "Rådet[^1] är nytt. Polisen[^2] deltar.\n\n[^1]: Se avsnitt 3.2.\n[^2]: Dalarna, Skåne.\n",
            "rapport.md"
        );
        var claim = Assert.Single(report.Claims);
        Assert.Equal(("c2", QuantifierKind.Unquantified), (claim.Id, claim.Claim.Quantifier.Kind));
    }

    [Fact]
    public void Claims_are_named_by_their_notes_or_numbered()
    {
        var report = Sample.Report(
            "Sju regioner har råd. Två regioner[^5] väntar. Alla planerar dem. Två[^5] av dem är små.\n\n[^5]: Dalarna, Skåne.\n",
            "rapport.md"
        );
        Assert.Equal(["u1", "c5", "c5-2"], report.Claims.Select(claim => claim.Id).Where(id => id != "u2"));
    }

    [Fact]
    public void Headings_make_no_claims() =>
        Assert.Empty(Sample.Report("# Sju regioner har råd\n", "rapport.md").Claims);

    [Fact]
    public void The_place_of_a_claim_is_its_words_of_number()
    {
        var report = Sample.Report(
            "I en majoritet[^1] av regionerna finns råd.\n\n[^1]: Dalarna, Skåne.\n",
            "rapport.md"
        );
        Assert.Equal(
            "en majoritet[^1] av regionerna",
            report.TextOf((Place)Assert.Single(report.Claims).QuantifierPlace!)
        );
    }
}
