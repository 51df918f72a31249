using System.Globalization;
using CsCheck;
using Samla.Domain;

namespace Samla.Tests.Common;

public sealed class NumeralTests
{
    private static readonly string[] UpToNineteen =
        "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton".Split(
            ' '
        );

    private static readonly string[] Tens = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".Split(' ');

    [Fact]
    public void Every_number_below_a_hundred_is_read_in_words() =>
        Assert.Equal(Enumerable.Range(0, 100), Enumerable.Range(0, 100).Select(n => Numeral.Read(InWords(n)) ?? -1));

    [Theory]
    [InlineData("en", 1)]
    [InlineData("ett", 1)]
    [InlineData("tjugoen", 21)]
    [InlineData("tjugoett", 21)]
    [InlineData("nittioen", 91)]
    [InlineData("aderton", 18)]
    [InlineData("Sju", 7)]
    [InlineData("FJORTON", 14)]
    [InlineData("Åtta", 8)]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("21", 21)]
    [InlineData("482", 482)]
    public void A_numeral_is_read_whatever_its_gender_case_or_form(string word, int number) =>
        Assert.Equal(number, Numeral.Read(word));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("första")]
    [InlineData("tjog")]
    [InlineData("sexig")]
    [InlineData("tiotal")]
    [InlineData("tjugotio")]
    [InlineData("tjugonoll")]
    [InlineData("hundra")]
    [InlineData("sju ")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("2a")]
    [InlineData("1000")]
    [InlineData("2023")]
    [InlineData("en-")]
    [InlineData("enhundrafyrtiofyratusen")]
    public void What_is_no_numeral_is_refused(string word) => Assert.Null(Numeral.Read(word));

    [Theory]
    [InlineData(0, "noll")]
    [InlineData(1, "en")]
    [InlineData(2, "två")]
    [InlineData(3, "tre")]
    [InlineData(4, "fyra")]
    [InlineData(5, "fem")]
    [InlineData(6, "sex")]
    [InlineData(7, "sju")]
    [InlineData(8, "åtta")]
    [InlineData(9, "nio")]
    [InlineData(10, "tio")]
    [InlineData(11, "elva")]
    [InlineData(12, "tolv")]
    [InlineData(13, "13")]
    [InlineData(21, "21")]
    [InlineData(482, "482")]
    public void Numbers_up_to_twelve_are_written_in_words(int number, string word) =>
        Assert.Equal(word, Numeral.Write(number));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Int[0, 999].Sample(number => Numeral.Read(Numeral.Write(number)) == number);

    [Fact]
    public void The_machines_language_makes_no_difference()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(9, Numeral.Read("NIO"));
            Assert.Equal("13", Numeral.Write(13));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string InWords(int number) =>
        number < 20 ? UpToNineteen[number]
        : number % 10 == 0 ? Tens[(number / 10) - 2]
        : Tens[(number / 10) - 2] + UpToNineteen[number % 10];
}
