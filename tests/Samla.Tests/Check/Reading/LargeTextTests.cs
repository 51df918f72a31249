using System.Text;
using Samla.Check.Reading;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Reading;

/// <summary>A hostile or broken file must come to an end too: what is tested is that the checker does.</summary>
public sealed class LargeTextTests
{
    private const int TwentyMegabytes = 20_000_000;

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("Halland")]
    [InlineData("”vatten”")]
    public void A_line_of_five_million_characters_comes_to_an_end(string piece) =>
        Assert.NotNull(Sample.Report(Repeated(piece, 5_000_000)));

    [Fact]
    public void Twenty_megabytes_of_long_lines_come_to_an_end() =>
        Assert.NotNull(Sample.Report(Repeated(new string('a', 100_000) + "\n", TwentyMegabytes)));

    [Fact]
    public void Twenty_megabytes_of_prose_are_read_to_the_end()
    {
        const string Paragraph = "Sju regioner har inrättat ett råd för vatten. Råden möts varje kvartal.\n\n";
        var text = Repeated(Paragraph, TwentyMegabytes);
        Assert.Equal(text.Length / Paragraph.Length, ReportTextReader.Read("rapport.txt", text, "utf-8").Blocks.Count);
    }

    private static string Repeated(string piece, int length) =>
        new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
}
