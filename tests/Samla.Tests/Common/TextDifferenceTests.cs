using CsCheck;
using Samla.Common;

namespace Samla.Tests.Common;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Words_that_differ_stand_beside_each_other()
    {
        Assert.Equal(
            [
                new(PartKind.Same, "Rådet möts "),
                new(PartKind.Removed, "varje"),
                new(PartKind.Added, "vartannat"),
                new(PartKind.Same, " år."),
            ],
            TextDifference.Between("Rådet möts varje år.", "Rådet möts vartannat år.")
        );
    }

    [Fact]
    public void Equal_texts_are_one_part_and_empty_ones_none()
    {
        Assert.Equal([new(PartKind.Same, "Rådet\nmöts.")], TextDifference.Between("Rådet\nmöts.", "Rådet\nmöts."));
        Assert.Empty(TextDifference.Between("", ""));
        Assert.Equal([new(PartKind.Added, "Ny.")], TextDifference.Between("", "Ny."));
        Assert.Equal([new(PartKind.Removed, "Gammal.")], TextDifference.Between("Gammal.", ""));
    }

    [Fact]
    public void Both_texts_can_be_put_together_from_the_parts()
    {
        var text = Gen.String[Gen.Char["aåb .,\n"], 0, 60];
        Gen.Select(text, text)
            .Sample(
                (before, after) =>
                {
                    var parts = TextDifference.Between(before, after);
                    return Text(parts, PartKind.Added) == before && Text(parts, PartKind.Removed) == after;
                }
            );
    }

    [Fact]
    public void The_longest_texts_that_can_be_saved_are_compared_too()
    {
        var before = string.Concat(Enumerable.Range(0, 4_000).Select(line => $"Rad {line} om vatten och råd.\n"));
        var after = before.Replace("Rad 7 ", "Rad sju ", StringComparison.Ordinal);
        var parts = TextDifference.Between(before, after);
        Assert.Contains(parts, part => part is { Kind: PartKind.Added, Text: "Rad sju om vatten och råd." });
        Assert.Equal(after, Text(parts, PartKind.Removed));
    }

    [Theory]
    [InlineData("Rådet möts.", "Rådet möts.", 100)]
    [InlineData("Rådet möts.", "", 0)]
    [InlineData("", "Rådet möts.", 0)]
    [InlineData("Rådet möts.", "Rådet möts. Rådet", 64)]
    [InlineData("Rådet möts varje år.", "Rådet möts.", 99)] // all of it was there, and something is gone
    public void How_much_of_a_text_was_there_before_is_told_in_per_cent(string before, string after, int kept) =>
        Assert.Equal(kept, TextDifference.PercentKept(before, after));

    private static string Text(IEnumerable<TextPart> parts, PartKind without) =>
        string.Concat(parts.Where(part => part.Kind != without).Select(part => part.Text));
}
