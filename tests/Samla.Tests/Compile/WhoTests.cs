using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Compile;

namespace Samla.Tests.Compile;

public sealed class WhoTests
{
    private static readonly string[] Letters = ["a", "b", "c"];
    private static readonly string[] Groups = ["se33", "10"];

    [Theory]
    [InlineData("a", "a")]
    [InlineData(" a  och b ", "a och b")]
    [InlineData("a och inte b", "a och inte b")]
    [InlineData("a eller b och c", "a eller b och c")]
    [InlineData("(a eller b) och c", "(a eller b) och c")]
    [InlineData("a eller (b och c)", "a eller b och c")]
    [InlineData("a i se33", "a i se33")]
    [InlineData("inte a i se33", "inte a i se33")]
    [InlineData("(a och b) i se33", "(a och b) i se33")]
    [InlineData("a av b", "a av b")]
    [InlineData("a av (b av c)", "a av (b av c)")]
    [InlineData("a och b av c eller a", "a och b av c eller a")]
    public void What_an_author_writes_is_read_and_written_with_no_more_signs_than_it_needs(
        string written,
        string read
    ) => Assert.Equal(read, Who.Read(written)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("och")]
    [InlineData("a och")]
    [InlineData("a b")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("a av b av c")]
    [InlineData("a i")]
    [InlineData("inte")]
    [InlineData("a i Norrland")]
    [InlineData("Å")]
    public void What_cannot_be_understood_is_not_guessed(string written) => Assert.Null(Who.Read(written));

    [Fact]
    public void What_is_far_too_long_or_deep_is_not_read()
    {
        Assert.Null(Who.Read(string.Concat(Enumerable.Repeat("(", 100_000)) + "a"));
        Assert.NotNull(Who.Read(new string('(', 200) + "a" + new string(')', 200)));
    }

    [Fact]
    public void With_other_codes_in_their_place_nothing_else_changes()
    {
        var random = new Random(6);
        for (var time = 0; time < 500; time++)
        {
            var who = Made(random, 4);
            var other = who.With(code => Key<Code>.Parse($"ny-{code}", null));
            Assert.Equal(who.Codes.Select(code => $"ny-{code}"), other.Codes.Select(code => code.Value));
            Assert.Equal(who, other.With(code => Key<Code>.Parse(code.Value["ny-".Length..], null)));
        }
    }

    [Fact]
    public void Whom_a_claim_counts_reads_back_as_it_is_written()
    {
        var random = new Random(5);
        for (var time = 0; time < 2_000; time++)
        {
            var who = Made(random, 4);
            var written = $"{who}";
            if (written.Length <= Who.MaxLength)
            {
                Assert.Equal(who, Who.Read(written));
            }
        }
    }

    [Fact]
    public void Each_of_the_21_stands_in_one_place_and_counting_follows_the_rules_of_sets()
    {
        var random = new Random(7);
        for (var time = 0; time < 2_000; time++)
        {
            var codes = Letters.ToDictionary(letter => letter, _ => Standing(random));
            var groups = Groups.ToDictionary(group => group, _ => Some(random));
            Standing Place(Who who) => who.Place(code => codes[code.Value], group => groups[group]);

            var (one, other) = (Made(random, 3), Made(random, 3));
            var placed = Place(one);
            Assert.Equal(RegionSet.All, placed.Says | placed.Silent | placed.NotAsked | placed.NotRead);
            Assert.Equal(
                RegionSet.All.Count,
                placed.Says.Count + placed.Silent.Count + placed.NotAsked.Count + placed.NotRead.Count
            );
            Assert.Equal(placed, Place(new Who.Rest(new Who.Rest(one))));
            Assert.Equal(Place(new Who.Both(one, other)), Place(new Who.Both(other, one)));
            Assert.Equal(Place(new Who.Either(one, other)), Place(new Who.Either(other, one)));
            Assert.Equal(Place(one).Says & Place(other).Says, Place(new Who.Both(one, other)).Says);
            Assert.Equal(Place(one).Says | Place(other).Says, Place(new Who.Either(one, other)).Says);
            var part = Place(new Who.PartOf(one, other));
            Assert.Equal(Place(one).Says & Place(other).Says, part.Says);
            Assert.True(part.Asked.IsWithin(Place(other).Says));
            Assert.True(Place(new Who.Among(one, "10")).Asked.IsWithin(groups["10"]));
        }
    }

    [Fact]
    public void Who_is_silent_on_one_of_two_is_silent_on_both_also_where_the_other_is_not_read()
    {
        RegionSet none = [];
        var (gotland, kalmar) = (RegionCode.Parse("09", null), RegionCode.Parse("08", null));
        var silent = new Standing(none, RegionSet.All, none, none);
        var unread = new Standing([gotland], RegionSet.All - [gotland, kalmar], none, [kalmar]);
        Standing Place(string who) => Who.Read(who)!.Place(code => code.Value == "a" ? silent : unread, _ => none);

        Assert.Empty(Place("a och b").NotRead);
        Assert.Equal([kalmar], Place("a eller b").NotRead);
        Assert.Equal([kalmar], Place("inte b").NotRead);
    }

    [Fact]
    public void The_codes_and_groups_that_are_named_are_told_once()
    {
        var who = Who.Read("(a och b) i se33 av a i se33 eller c i 10")!;

        Assert.Equal(["a", "b", "c"], who.Codes.Select(code => code.Value));
        Assert.Equal(["se33", "10"], who.Groups);
    }

    private static Who Made(Random random, int depth) =>
        (depth == 0 ? 0 : random.Next(6)) switch
        {
            1 => new Who.Rest(Made(random, depth - 1)),
            2 => new Who.Both(Made(random, depth - 1), Made(random, depth - 1)),
            3 => new Who.Either(Made(random, depth - 1), Made(random, depth - 1)),
            4 => new Who.Among(Made(random, depth - 1), Groups[random.Next(Groups.Length)]),
            5 => new Who.PartOf(Made(random, depth - 1), Made(random, depth - 1)),
            _ => new Who.Says(Key<Code>.Parse(Letters[random.Next(Letters.Length)], null)),
        };

    private static Standing Standing(Random random)
    {
        var asked = Some(random) | Some(random);
        return Domain.Analyse.Standing.Of(asked, Some(random) | Some(random), Some(random));
    }

    private static RegionSet Some(Random random) =>
        [.. Regions.All.Where(_ => random.Next(2) == 0).Select(one => one.Code)];
}
