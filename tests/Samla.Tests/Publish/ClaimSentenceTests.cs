using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Tests.Publish;

public sealed class ClaimSentenceTests
{
    [Theory]
    [InlineData("", "Sju regioner", " nämner vatten.", "Sju regioner nämner vatten.")]
    [InlineData("Så är det. ", "Sju regioner", " nämner vatten. De andra tiger.", "Sju regioner nämner vatten.")]
    [InlineData("Vatten nämns av ", "sju regioner", ". Luft av ingen.", "Vatten nämns av sju regioner.")]
    [InlineData("Så är det. ", "15 regioner", " nämner vatten.", "15 regioner nämner vatten.")]
    [InlineData(
        "Vatten, t.ex. sjöar, nämns av ",
        "två",
        ", bl.a. i norr.",
        "Vatten, t.ex. sjöar, nämns av två, bl.a. i norr."
    )]
    [InlineData("Så är det. Är det så? ", "Sju regioner", " säger ja", "Sju regioner säger ja")]
    public void A_claim_is_taken_out_with_its_whole_sentence(
        string before,
        string words,
        string after,
        string sentence
    ) =>
        Assert.Equal(
            sentence,
            Assert
                .Single(Sentences(new ReportInline.Words(before), Counted("c1", words), new ReportInline.Words(after)))
                .Text
        );

    [Fact]
    public void Two_claims_of_a_sentence_are_each_shown_in_it()
    {
        var found = Sentences(
            Counted("c1", "Sju regioner"),
            new ReportInline.Words(" nämner sjöar, medan "),
            Counted("c2", "två"),
            new ReportInline.Words(" nämner hav.")
        );

        Assert.Equal(["", "Sju regioner nämner sjöar, medan "], found.Select(sentence => sentence.Before));
        Assert.All(found, sentence => Assert.Equal("Sju regioner nämner sjöar, medan två nämner hav.", sentence.Text));
    }

    [Fact]
    public void A_claim_knows_the_heading_it_stands_under()
    {
        ReportBlock[] blocks =
        [
            new ReportBlock.Paragraph([Counted("c1", "En region"), new ReportInline.Words(" säger.")]),
            new ReportBlock.Heading(2, "3.1", "Vatten"),
            new ReportBlock.Bullets([
                [Counted("c2", "Två regioner"), new ReportInline.Words(" säger.")],
            ]),
        ];

        var found = ClaimSentence.In(new ReportChapter(3, "vatten", "Vatten", blocks, []));

        Assert.Equal(["3", "3.1"], found.Select(claim => claim.Heading));
    }

    private static List<ClaimSentence> Sentences(params ReportInline[] words) =>
        [
            .. ClaimSentence
                .In(new ReportChapter(3, "vatten", "Vatten", [new ReportBlock.Paragraph(words)], []))
                .Select(found => found.Sentence),
        ];

    private static ReportInline.Counted Counted(string id, string words) =>
        new(
            new ReportClaim(
                id,
                "vatten",
                "Vatten",
                words,
                null,
                null,
                new Claim(new Quantifier(QuantifierKind.Unquantified), ClaimRole.Members, []),
                new Standing([], RegionSet.All, [], [])
            )
        );
}
