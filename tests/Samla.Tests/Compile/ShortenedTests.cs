using CsCheck;
using Samla.Domain.Compile;

namespace Samla.Tests.Compile;

public sealed class ShortenedTests
{
    private const string Passage = "Vi odlar bär i hela länet, och medlen går till kustens kommuner.";

    [Theory]
    [InlineData(Passage)]
    [InlineData("Vi odlar bär […] till kustens kommuner.")]
    [InlineData("Vi odlar bär [...] till kustens kommuner.")]
    [InlineData("[…] medlen går till kustens kommuner.")]
    [InlineData("Vi odlar bär i hela länet […]")]
    [InlineData("Vi odlar bär i hela länet […].")]
    [InlineData("[…] bär […] medlen […]")]
    [InlineData("  Vi odlar\n bär […] kommuner. ")]
    public void What_is_left_out_is_marked_and_the_rest_is_word_for_word(string words) =>
        Assert.True(Shortened.Fits(Passage, words));

    [Theory]
    [InlineData("")]
    [InlineData("[…]")]
    [InlineData("Vi odlar bär i hela länet")]
    [InlineData("Vi odlar äpplen […] till kustens kommuner.")]
    [InlineData("vi odlar bär […] till kustens kommuner.")]
    [InlineData("Vi odlar bär till kustens kommuner.")]
    [InlineData("Vi odlar b[…] till kustens kommuner.")]
    [InlineData("Vi odlar bär […]dlen går till kustens kommuner.")]
    [InlineData("[…] medlen […] bär […]")]
    [InlineData("Vi odlar bär […] […] kommuner.")]
    [InlineData("Vi odlar […] bär i hela länet, och medlen går till kustens kommuner.")]
    [InlineData("Vi odlar bär i hela länet, och medlen går till kustens kommuner. […]")]
    public void What_differs_in_any_other_way_does_not_fit(string words) =>
        Assert.False(Shortened.Fits(Passage, words));

    [Fact]
    public void Any_words_can_be_left_out_of_any_passage_and_no_sign_can_be_changed() =>
        Gen.Select(
                Gen.Char["abå1 .,"].Array[1, 6].Select(signs => new string(signs).Trim()).Array[3, 12],
                Gen.Int[0, 11],
                Gen.Int[0, 11],
                Gen.Int[0, 200]
            )
            .Sample(
                (all, one, other, at) =>
                {
                    string[] words = [.. all.SelectMany(word => word.Split(' ')).Where(word => word.Length > 0)];
                    if (words.Length < 3)
                    {
                        return;
                    }

                    var (from, to) = (Math.Min(one, other) % words.Length, Math.Max(one, other) % words.Length);
                    if (from > to || to - from + 1 == words.Length)
                    {
                        return;
                    }

                    var passage = string.Join(' ', words);
                    var shortened = string.Join(' ', [.. words[..from], Shortened.Mark, .. words[(to + 1)..]]);
                    Assert.True(Shortened.Fits(passage, shortened), $"{passage} | {shortened}");
                    Assert.Equal(shortened, Shortened.Written(shortened));

                    var place = at % shortened.Length;
                    if (!Shortened.Mark.Contains(shortened[place], StringComparison.Ordinal) && shortened[place] != ' ')
                    {
                        var changed = $"{shortened[..place]}ö{shortened[(place + 1)..]}";
                        Assert.False(Shortened.Fits(passage, changed), $"{passage} | {changed}");
                    }
                }
            );
}
