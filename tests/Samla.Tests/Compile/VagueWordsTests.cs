using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Samla.Domain.Compile;
using Samla.Tests.Architecture;

namespace Samla.Tests.Compile;

public sealed partial class VagueWordsTests
{
    /// <summary>Each word of the table in docs/method.md with the numbers out of 21 that it may stand for.</summary>
    public static TheoryData<string, int, int> PrintedTable { get; } =
    [
        .. from Match row in Row().Matches(RepositoryRoot.Read("docs/method.md"))
        from word in row.Groups["words"].Value.Split(", ")
        select (word, Number(row.Groups["least"]), Number(row.Groups["greatest"])),
    ];

    [Theory]
    [MemberData(nameof(PrintedTable))]
    public void A_word_may_stand_for_what_the_method_prints(string word, int least, int greatest) =>
        Assert.Equal((least, greatest), VagueWords.Range(KindOf(word), asked: 21));

    [Fact]
    public void The_printed_table_leaves_no_vague_word_out() =>
        Assert.Equal(
            Enum.GetValues<QuantifierKind>().Where(kind => VagueWords.Range(kind, asked: 21) is not null),
            PrintedTable.Select(row => KindOf(row.Data.Item1)).Distinct().Order()
        );

    [Theory]
    [InlineData(QuantifierKind.AlmostAll, 4, "3")]
    [InlineData(QuantifierKind.AlmostAll, 3, "")]
    [InlineData(QuantifierKind.Majority, 2, "")]
    [InlineData(QuantifierKind.Majority, 5, "3 4")]
    [InlineData(QuantifierKind.TwoThirds, 3, "2")]
    [InlineData(QuantifierKind.TwoThirds, 4, "")]
    [InlineData(QuantifierKind.Half, 2, "1")]
    [InlineData(QuantifierKind.Half, 10, "5")]
    [InlineData(QuantifierKind.AlmostHalf, 10, "4")]
    [InlineData(QuantifierKind.Several, 4, "")]
    [InlineData(QuantifierKind.Several, 10, "3 4 5 6")]
    [InlineData(QuantifierKind.Some, 4, "")]
    [InlineData(QuantifierKind.Some, 5, "2")]
    [InlineData(QuantifierKind.Few, 4, "")]
    [InlineData(QuantifierKind.Few, 10, "1 2")]
    public void Of_fewer_asked_a_word_fits_fewer_numbers(QuantifierKind word, int asked, string fitting) =>
        Assert.Equal(
            fitting,
            string.Join(' ', Enumerable.Range(0, asked + 1).Where(saying => VagueWords.Fits(word, saying, asked)))
        );

    [Fact]
    public void No_vague_word_stands_for_none_or_for_all() =>
        Gen.Enum<QuantifierKind>()
            .Select(Gen.Int[0, 21])
            .Sample(
                (kind, asked) => !VagueWords.Fits(kind, 0, asked) && !VagueWords.Fits(kind, asked, asked),
                iter: 2_000
            );

    [Fact]
    public void Majority_is_more_than_half_and_almost_half_is_less() =>
        Gen.Int[1, 21]
            .Select(Gen.Int[0, 21])
            .Sample(
                (asked, saying) =>
                    (!VagueWords.Fits(QuantifierKind.Majority, saying, asked) || 2 * saying > asked)
                    && (!VagueWords.Fits(QuantifierKind.AlmostHalf, saying, asked) || 2 * saying < asked)
            );

    private static QuantifierKind KindOf(string word)
    {
        string[] sentences = [$"{word} regioner", $"{word} av regionerna"];
        return Assert.Single(
            sentences
                .SelectMany(sentence => ClaimGrammar.Find(sentence, Words.In(sentence, 0, sentence.Length)))
                .Where(phrase => phrase is { FirstWord: 0, Quantifier.Kind: not QuantifierKind.Exact })
                .Select(phrase => phrase.Quantifier.Kind)
                .Distinct()
        );
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (?<words>[^|]+?) \| [^|]+ \| (?<least>\d+)–(?<greatest>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
