using Samla.Check.Reading;
using Samla.Domain.Check;

namespace Samla.Tests.Check.Reading;

public sealed class HeadingTests
{
    private const string Body = "Här står något att läsa om vatten.";

    [Fact]
    public void Numbered_lines_are_headings_with_the_level_of_their_number() =>
        Assert.Equal(
            [
                "1 1 Inledning",
                "1 2 Vatten",
                "2 2.1 Råd för vatten",
                "3 2.1.1 Medlemmar",
                "2 2.2 Luft",
                "1 3 Slutsatser",
            ],
            Headings(
                $"1 Inledning\n{Body}\n2 Vatten\n{Body}\n2.1 Råd för vatten\n{Body}\n2.1.1 Medlemmar\n{Body}\n2.2 Luft\n{Body}\n3 Slutsatser\n{Body}\n"
            )
        );

    [Fact]
    public void Markdown_headings_have_the_level_of_their_signs() =>
        Assert.Equal(
            ["1 Vatten", "2 Råd", "3 Medlemmar"],
            Headings($"# Vatten\n\n{Body}\n\n## Råd\n\n{Body}\n\n### Medlemmar\n\n{Body}\n")
        );

    [Theory]
    [InlineData("Förord")]
    [InlineData("Sammanfattning")]
    [InlineData("Sammanfattning – vatten och luft")]
    [InlineData("Referenser")]
    [InlineData("Bilaga 2 Tabeller")]
    public void Some_headings_have_no_number(string heading) =>
        Assert.Equal(["1 " + heading], Headings($"{heading}\n\n{Body}\n"));

    [Theory]
    [InlineData("1 Vatten och luft i hela landet\ngenom samverkan")]
    [InlineData("1 Vatten och luft i hela landet\n\ngenom samverkan")]
    public void A_heading_may_run_over_two_lines(string heading) =>
        Assert.Equal(["1 1 Vatten och luft i hela landet genom samverkan"], Headings($"{heading}\n\n{Body}\n"));

    [Fact]
    public void Lines_of_a_table_of_contents_are_no_headings()
    {
        const string Contents =
            "Innehåll\n1 Inledning ........ 3\n2 Vatten ........ 5\n2.1 Råd ........ 6\n3 Slutsatser ........ 9\n";
        Assert.Equal(
            ["1 Innehåll", "1 1 Inledning", "1 2 Vatten"],
            Headings($"{Contents}\n1 Inledning\n{Body}\n2 Vatten\n{Body}\n")
        );
    }

    [Fact]
    public void Nor_are_they_without_dots_and_page_numbers()
    {
        const string Contents = "Innehåll\n1 Inledning\n2 Vatten\n2.1 Råd\n2.2 Luft\n3 Slutsatser\n";
        Assert.Equal(
            ["1 Innehåll", "1 1 Inledning", "1 2 Vatten", "2 2.1 Råd"],
            Headings($"{Contents}\nTexten börjar här.\n\n1 Inledning\n{Body}\n2 Vatten\n{Body}\n2.1 Råd\n{Body}\n")
        );
    }

    [Theory]
    [InlineData("10 regioner har ett råd.")]
    [InlineData("2023 Blev det fler.")]
    [InlineData("3 Skåne har ett råd. Det möts varje kvartal.")]
    [InlineData("7 Långt senare")] // no chapter between 1 and 7
    public void A_line_of_text_that_begins_with_a_number_is_no_heading(string line) =>
        Assert.Equal(["1 1 Inledning"], Headings($"1 Inledning\n{Body}\n\n{line}\n\n{Body}\n"));

    [Fact]
    public void One_missing_number_is_forgiven() =>
        Assert.Equal(
            ["1 1 Inledning", "1 3 Luft", "2 3.2 Råd"],
            Headings($"1 Inledning\n{Body}\n3 Luft\n{Body}\n3.2 Råd\n{Body}\n")
        );

    private static IEnumerable<string> Headings(string text) =>
        ReportTextReader
            .Read("rapport.txt", text, "utf-8")
            .Blocks.Where(block => block.Kind == BlockKind.Heading)
            .Select(block => $"{block.Level} {block.Text}");
}
