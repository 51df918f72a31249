using System.Globalization;
using Samla.Domain;

namespace Samla.Tests.Common;

public sealed class RegionCodeTests
{
    private static readonly string[] InUse =
    [
        "01",
        "03",
        "04",
        "05",
        "06",
        "07",
        "08",
        "09",
        "10",
        "12",
        "13",
        "14",
        "17",
        "18",
        "19",
        "20",
        "21",
        "22",
        "23",
        "24",
        "25",
    ];

    [Fact]
    public void Of_all_two_digit_numbers_21_are_county_codes() =>
        Assert.Equal(
            InUse,
            Enumerable
                .Range(0, 100)
                .Select(number => number.ToString("00", CultureInfo.InvariantCulture))
                .Where(code => RegionCode.TryParse(code, provider: null, out _))
        );

    [Fact]
    public void A_code_is_written_as_it_is_read() =>
        Assert.Equal(InUse, InUse.Select(code => RegionCode.Parse(code, provider: null).ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("001")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("1a")]
    [InlineData("AB")]
    [InlineData("SE")]
    [InlineData("٠١")]
    [InlineData("０１")]
    [InlineData("02")] // merged into Stockholm's county
    [InlineData("11")] // Kristianstad's, merged into Skåne's
    [InlineData("15")] // Älvsborg's
    [InlineData("16")] // Skaraborg's
    public void What_is_no_county_code_is_refused(string? text)
    {
        Assert.False(RegionCode.TryParse(text, provider: null, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void The_refusal_names_the_text_and_what_was_expected() =>
        Assert.Equal(
            "'16' is not a region code. Expected two digits, such as \"01\".",
            Assert.Throws<FormatException>(() => RegionCode.Parse("16", provider: null)).Message
        );

    [Fact]
    public void Codes_are_values_and_have_the_order_of_their_numbers()
    {
        var (one, nine, ten) = (Code("01"), Code("09"), Code("10"));
        Assert.Equal(nine, Code("09"));
        Assert.True(one < nine && nine < ten && ten > nine && nine <= Code("09") && nine >= Code("09"));
        Assert.Equal([one, nine, ten], new[] { ten, one, nine }.Order());
        Assert.Equal(1, one.CompareTo(other: null));
    }

    private static RegionCode Code(string code) => RegionCode.Parse(code, provider: null);
}
