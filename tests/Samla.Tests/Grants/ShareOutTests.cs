using CsCheck;
using Samla.Domain.Grants;

namespace Samla.Tests.Grants;

/// <summary>What is shared out is all shared out.</summary>
public sealed class ShareOutTests
{
    [Theory]
    [InlineData(100, new[] { 3333, 3333, 3334 }, new long[] { 33, 33, 34 })]
    [InlineData(1, new[] { 5000, 5000 }, new long[] { 1, 0 })]
    [InlineData(-1, new[] { 5000, 5000 }, new long[] { -1, 0 })]
    [InlineData(7, new[] { 10_000 }, new long[] { 7 })]
    [InlineData(10, new[] { 0, 10_000 }, new long[] { 0, 10 })]
    public void An_amount_is_parted_to_the_ore(long amount, int[] shares, long[] parts) =>
        Assert.Equal(parts, ShareOut.Of(amount, shares));

    [Fact]
    public void The_parts_are_the_whole_and_none_is_an_ore_from_its_share() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[1, 9999].Array[0, 4])
            .Where(given => given.Item2.Sum() <= ShareOut.Whole)
            .Sample(given =>
            {
                int[] shares = [.. given.Item2, ShareOut.Whole - given.Item2.Sum()];
                var parts = ShareOut.Of(given.Item1, shares);
                return parts.Sum() == given.Item1
                    && parts
                        .Zip(shares)
                        .All(part => Math.Abs(part.First - ((decimal)given.Item1 * part.Second / ShareOut.Whole)) < 1);
            });

    [Fact]
    public void Shares_that_are_no_whole_are_an_error() =>
        Assert.Throws<ArgumentException>(() => ShareOut.Of(1, [5000, 4000]));
}
