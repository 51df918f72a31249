using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class HedgeTests
{
    private static readonly string[] Lists =
    [
        "Dalarna, Halland, Skåne.",
        "Dalarna, Halland, Kalmar, Skåne.",
        "Dalarna, Halland, Kalmar, Skåne, Uppsala.",
    ];

    [Theory]
    [InlineData("Fyra", false, true, false)]
    [InlineData("Minst fyra", false, true, true)]
    [InlineData("Fler än fyra", false, false, true)]
    [InlineData("Drygt fyra", false, true, true)]
    [InlineData("Upp till fyra", true, true, false)]
    [InlineData("Högst fyra", true, true, false)]
    [InlineData("Färre än fyra", true, false, false)]
    [InlineData("Omkring fyra", true, true, true)]
    [InlineData("Nästan fyra", true, true, true)]
    public void A_word_before_a_number_says_what_may_stand_in_the_list(
        string words,
        bool three,
        bool four,
        bool five
    ) =>
        Assert.Equal(
            [three, four, five],
            Lists.Select(list =>
                Judged.By<CountMismatch>($"{words} regioner[^1] har inrättat ett råd.", list).Count == 0
            )
        );
}
