using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class WrongSeparatorTests
{
    [Fact]
    public void A_full_stop_with_the_list_going_on_after_it_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<WrongSeparator>("Tre regioner[^1] har fyrar.", "Halland, Västra Götaland. Östergötland.")
        );

        Assert.Equal("wrong-separator", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Västra Götaland. Östergötland"], found.Marked);
        found.Says("Västra Götaland och Östergötland", "komma");
        Assert.Equal("Västra Götaland, Östergötland", found.Suggestion);
    }

    [Theory]
    [InlineData("Dalarna. Halland, Skåne.")]
    [InlineData("Dalarna; Halland, Skåne.")]
    [InlineData("Dalarna, Halland: Skåne.")]
    [InlineData("Dalarna, Halland/Skåne.")]
    public void Another_sign_than_a_comma_is_an_error(string note) =>
        Assert.Single(Judged.By<WrongSeparator>("Tre regioner[^1] har fyrar.", note));

    [Theory]
    [InlineData("Dalarna, Halland, Skåne.")]
    [InlineData("Dalarna, Halland och Skåne.")]
    [InlineData("Gotland. Gotland har byggt en ny fyr.")]
    [InlineData("Dalarna, Halland. Skåne har inga fyrar längre.")]
    [InlineData("Dalarna, Halland. Se även Skåne.")]
    [InlineData("Dalarna, Halland. Skåne, som inte svarade, räknas inte.")]
    [InlineData("Dalarna, Halland (tidigare Skåne).")]
    public void A_remark_after_the_list_is_no_part_of_it(string note) =>
        Assert.Empty(Judged.By<WrongSeparator>("Regioner[^1] har fyrar.", note));
}
