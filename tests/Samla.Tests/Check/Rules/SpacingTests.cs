using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class SpacingTests
{
    [Fact]
    public void A_double_space_is_marked_with_a_letter_on_each_side()
    {
        var found = Assert.Single(Judged.By<Spacing>("Halland har  tåg."));

        Assert.Equal("spacing", found.Rule);
        Assert.Equal(Severity.Info, found.Severity);
        Assert.Null(found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["r  t"], found.Marked);
        found.Says("mellanslag");
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Halland , som har tåg, åker.", "”,”")]
    [InlineData("Halland har tåg .", "”.”")]
    [InlineData("Halland har tåg . Skåne har buss.", "”.”")]
    [InlineData("Har Halland tåg ? Ja.", "”?”")]
    [InlineData("Halland har tåg ; Skåne har buss.", "”;”")]
    public void A_space_before_a_sign_is_told_with_the_sign(string text, string sign) =>
        Assert.Single(Judged.By<Spacing>(text)).Says("ellanslag", sign);

    [Fact]
    public void In_a_note_it_is_about_that_note() =>
        Assert.Equal(1, Assert.Single(Judged.By<Spacing>("Två[^1] har tåg.", "Halland,  Skåne.")).Footnote);

    [Fact]
    public void After_the_number_of_a_printed_note_there_is_one_space()
    {
        var found = Judged.By<Spacing>(
            """
            Två regioner1 har tåg. En region2 har buss. En region3 har båt.

            1 Halland, Skåne.
            2Dalarna.
            3  Gotland.
            """
        );

        Assert.Equal([2, 3], found.Select(one => one.Footnote));
        found[0].Says("saknas");
        Assert.Equal(["2D"], found[0].Marked);
        found[1].Says("mer än ett");
        Assert.Equal(["3  "], found[1].Marked);
    }

    [Theory]
    [InlineData("Halland har tåg. Skåne har buss, och Gotland båt.")]
    [InlineData("-   Halland har tåg")]
    [InlineData("*  Halland har tåg")]
    [InlineData("Halland har tåg   \noch buss.")]
    [InlineData("   Halland har tåg.")]
    [InlineData("Halland har tåg ...")]
    [InlineData("Filtypen .txt kan läsas, och .NET finns.")]
    [InlineData("Tåg går kl. 7.30 och kostar 3,5 kronor – ibland mer.")]
    [InlineData("Se www.exempel.se/tåg, s. 4.")]
    public void Ordinary_spaces_and_those_of_the_layout_are_left_alone(string text) =>
        Assert.Empty(Judged.By<Spacing>(text));
}
