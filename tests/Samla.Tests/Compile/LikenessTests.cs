using CsCheck;
using Samla.Domain.Compile;

namespace Samla.Tests.Compile;

public sealed class LikenessTests
{
    private const int NoLimit = 100;

    // Few letters, so that words often share some.
    private static readonly Gen<string> Word = Gen.Char["abö"].Array[0, 7].Select(letters => new string(letters));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "skåne", 5)]
    [InlineData("skåne", "skåne", 0)]
    [InlineData("kronberg", "kronoberg", 1)] // left out
    [InlineData("kallmar", "kalmar", 1)] // too many
    [InlineData("skäne", "skåne", 1)] // another
    [InlineData("sörmalnd", "sörmland", 1)] // swapped
    [InlineData("västenorland", "västernorrland", 2)]
    [InlineData("halland", "gotland", 3)]
    public void The_distance_is_the_number_of_slips(string a, string b, int slips) =>
        Assert.Equal(slips, Likeness.Distance(a, b, NoLimit));

    [Fact]
    public void The_distance_is_the_same_from_both_ends() =>
        Word.Select(Word)
            .Sample((a, b) => Likeness.Distance(a, b, NoLimit) == Likeness.Distance(b, a, NoLimit), iter: 5_000);

    [Fact]
    public void Only_a_word_itself_is_at_no_distance() =>
        Word.Select(Word).Sample((a, b) => (Likeness.Distance(a, b, NoLimit) == 0) == (a == b), iter: 5_000);

    [Fact]
    public void The_distance_is_at_least_the_difference_in_length_and_at_most_the_longer_word() =>
        Word.Select(Word)
            .Sample(
                (a, b) =>
                    Likeness.Distance(a, b, NoLimit) is var distance
                    && distance >= Math.Abs(a.Length - b.Length)
                    && distance <= Math.Max(a.Length, b.Length),
                iter: 5_000
            );

    // No letter is changed twice, so "ca" → "ac" → "abc" is shorter than the sum says; each step is at most two of the
    // kind for which the triangle holds.
    [Fact]
    public void A_detour_is_never_less_than_half_the_way() =>
        Word.Select(Word, Word)
            .Sample(
                (a, b, c) =>
                    Likeness.Distance(a, c, NoLimit)
                    <= 2 * (Likeness.Distance(a, b, NoLimit) + Likeness.Distance(b, c, NoLimit)),
                iter: 5_000
            );

    [Fact]
    public void Without_swaps_a_detour_is_never_shorter() =>
        Gen.Char["ab"]
            .Array[0, 6]
            .Select(Gen.Char["cd"].Array[0, 6], Gen.Char["ef"].Array[0, 6])
            .Sample(
                (first, second, third) =>
                {
                    // No letter of one word is in another: nothing can be swapped.
                    var (a, b, c) = (new string(first), new string(second), new string(third));
                    Assert.True(
                        Likeness.Distance(a, c, NoLimit)
                            <= Likeness.Distance(a, b, NoLimit) + Likeness.Distance(b, c, NoLimit)
                    );
                }
            );

    [Fact]
    public void It_agrees_with_the_textbook_definition() =>
        Word.Select(Word).Sample((a, b) => Likeness.Distance(a, b, NoLimit) == Textbook(a, b), iter: 2_000);

    [Fact]
    public void Beyond_the_limit_it_only_says_that_it_is_beyond() =>
        Word.Select(Word, Gen.Int[0, 7])
            .Sample(
                (a, b, limit) =>
                    Likeness.Distance(a, b, limit) == Math.Min(Likeness.Distance(a, b, NoLimit), limit + 1),
                iter: 5_000
            );

    [Theory]
    [InlineData("Kronberg", "Kronoberg", 1)]
    [InlineData("Bleking", "Blekinge", 1)]
    [InlineData("Sörmalnd", "Sörmland", 1)]
    [InlineData("Östergötaland", "Östergötland", 1)]
    [InlineData("Västra Götland", "Västra Götaland", 1)]
    [InlineData("Jämtland Härjedal", "Jämtland Härjedalen", 2)]
    [InlineData("skåne", "Skåne", 0)]
    public void A_misspelt_name_is_near_its_region(string text, string region, int distance)
    {
        var near = Likeness.Region(Words.In(text, 0, text.Length), 0, lettersForOne: 3);
        Assert.NotNull(near);
        Assert.Equal((region, distance), (near.Region.Name, near.Distance));
        Assert.Equal(text.Split(' ').Length, near.Words);
    }

    [Theory]
    [InlineData("Finland")]
    [InlineData("Regionen")]
    [InlineData("Småland")]
    [InlineData("Särmland")] // Sörmland and Värmland are equally near
    [InlineData("Västerbotland")] // so are Västerbotten and Västernorrland, and Östergötland is not much farther
    [InlineData("Västerntland")]
    [InlineData(",")]
    public void A_word_that_is_near_no_region_or_two_is_near_none(string text) =>
        Assert.Null(Likeness.Region(Words.In(text, 0, text.Length), 0, lettersForOne: 3));

    private static int Textbook(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        var change = Textbook(a[..^1], b[..^1]) + (a[^1] == b[^1] ? 0 : 1);
        var leaveOut = Math.Min(Textbook(a[..^1], b), Textbook(a, b[..^1])) + 1;
        var swap =
            a.Length > 1 && b.Length > 1 && a[^1] == b[^2] && a[^2] == b[^1]
                ? Textbook(a[..^2], b[..^2]) + 1
                : int.MaxValue;
        return Math.Min(change, Math.Min(leaveOut, swap));
    }
}
