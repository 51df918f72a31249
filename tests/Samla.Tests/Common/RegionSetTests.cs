using CsCheck;
using Samla.Domain;
using Samla.Tests.Testing;

namespace Samla.Tests.Common;

public sealed class RegionSetTests
{
    [Fact]
    public void The_default_is_the_empty_set()
    {
        Assert.Equal([], default(RegionSet));
        Assert.True(default(RegionSet).IsEmpty);
        Assert.Empty(default(RegionSet));
    }

    [Fact]
    public void All_are_21() => Assert.Equal((21, false), (RegionSet.All.Count, RegionSet.All.IsEmpty));

    [Theory]
    [InlineData("", "", "", "", "")]
    [InlineData("Halland", "", "Halland", "", "Halland")]
    [InlineData("Halland", "Halland", "Halland", "Halland", "")]
    [InlineData("Halland, Skåne", "Skåne, Uppsala", "Halland, Skåne, Uppsala", "Skåne", "Halland")]
    [InlineData("Dalarna", "Örebro", "Dalarna, Örebro", "", "Dalarna")]
    public void Sets_are_joined_intersected_and_subtracted(
        string a,
        string b,
        string either,
        string both,
        string onlyFirst
    )
    {
        Assert.Equal(Sample.Set(either), Sample.Set(a) | Sample.Set(b));
        Assert.Equal(Sample.Set(both), Sample.Set(a) & Sample.Set(b));
        Assert.Equal(Sample.Set(onlyFirst), Sample.Set(a) - Sample.Set(b));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "Halland", true)]
    [InlineData("Halland", "Halland", true)]
    [InlineData("Halland", "Halland, Skåne", true)]
    [InlineData("Halland, Skåne", "Halland", false)]
    [InlineData("Halland", "", false)]
    public void A_set_is_within_another_if_the_other_lacks_none_of_it(string part, string whole, bool within) =>
        Assert.Equal(within, Sample.Set(part).IsWithin(Sample.Set(whole)));

    [Fact]
    public void A_region_named_twice_counts_once() =>
        Assert.Equal([Sample.Halland], RegionSet.Of(Sample.Halland, Sample.Halland));

    [Fact]
    public void A_set_is_written_as_codes_in_order() =>
        Assert.Equal(
            "01, 12, 25",
            new RegionSet[] { [Sample.Norrbotten, Sample.Stockholm, Sample.Skåne] }[0]
                .ToString()
        );

    [Fact]
    public void Sets_obey_the_algebra_of_sets() =>
        Sample
            .AnySet.Select(Sample.AnySet, Sample.AnySet)
            .Sample(
                (a, b, c) =>
                {
                    Assert.Equal(a | b, b | a);
                    Assert.Equal(a & b, b & a);
                    Assert.Equal((a | b) | c, a | (b | c));
                    Assert.Equal((a & b) & c, a & (b & c));
                    Assert.Equal(a & (b | c), (a & b) | (a & c));
                    Assert.Equal(a | (b & c), (a | b) & (a | c));
                    Assert.Equal(a - (b | c), (a - b) & (a - c));
                    Assert.Equal(a, (a & b) | (a - b));
                    Assert.Equal(a, RegionSet.All - (RegionSet.All - a));
                    Assert.Equal([], a - a);
                    Assert.Equal(a.Count + b.Count, (a | b).Count + (a & b).Count);
                    Assert.Equal(a.IsWithin(b), (a | b) == b);
                    Assert.Equal(a.IsEmpty, a.Count == 0);
                }
            );

    [Fact]
    public void A_set_lists_its_regions_once_each_in_the_order_of_their_codes() =>
        Sample.AnySet.Sample(set =>
        {
            RegionCode[] listed = [.. set];
            Assert.Equal(set.Count, listed.Length);
            Assert.Equal(listed.Distinct().Order(), listed);
            Assert.Equal(RegionSet.All.Where(set.Contains), listed);
            Assert.Equal(set, RegionSet.Of(listed));
        });

    [Fact]
    public void Sets_with_the_same_regions_are_equal_and_no_others() =>
        Sample
            .AnySet.Select(Sample.AnySet)
            .Sample(
                (a, b) =>
                {
                    var same = new HashSet<RegionCode>(a).SetEquals(b);
                    Assert.Equal(same, a == b);
                    Assert.Equal(same, a.Equals(b));
                    Assert.True(!same || a.GetHashCode() == b.GetHashCode());
                }
            );
}
