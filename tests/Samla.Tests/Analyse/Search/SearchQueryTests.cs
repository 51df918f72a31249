using Samla.Analyse.Search;

namespace Samla.Tests.Analyse.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("regioners kompetens", "[region] [kompetens]")]
    [InlineData("\"regional utveckling\"", "”regional utveckling”")]
    [InlineData("”regionala utvecklingen” vatten", "”regional utveckling” [vatten]")]
    [InlineData("\"vatten\"", "[vatten]")]
    [InlineData("\"vatten och", "”vatten och”")]
    [InlineData("kompetens*", "kompetens*[kompetens]")]
    [InlineData("regioner*", "regioner*[region]")]
    [InlineData("e-hälsa", "”e hälsa”")]
    [InlineData("vatten OR NOT NEAR(skog)", "[vatten] [or] [not] ”near skog”")]
    [InlineData("kompetens och utveckling", "[kompetens] [utveckling]")]
    [InlineData("och", "[och]")]
    [InlineData("' OR 1=1 --", "[or] ”1 1”")]
    [InlineData("vatten:* & !skog | (a)", "vatten*[vatten] [skog] [a]")]
    public void What_is_written_is_understood(string text, string parts) =>
        Assert.Equal(parts, string.Join(' ', Fits(text).Parts.Select(Show)));

    [Fact]
    public void Small_words_are_left_out_and_named() =>
        Assert.Equal(["och", "i"], Fits("vatten och skog i Skåne").LeftOut);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \n")]
    public void Nothing_is_no_search(string? text) =>
        Assert.IsType<SearchQuery.Outcome.Empty>(SearchQuery.Read(text, SearchAnalyzer.Shipped));

    [Theory]
    [InlineData("\"", "Skriv minst ett ord")]
    [InlineData("*", "Skriv minst ett ord")]
    [InlineData("\"\" – ?", "Skriv minst ett ord")]
    [InlineData("k*", "minst två bokstäver")]
    public void What_has_no_words_is_refused_with_what_to_do(string text, string message) =>
        Assert.Contains(message, Refused(text), StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_signs_are_refused_with_what_to_do() =>
        Assert.Contains("högst 200 tecken", Refused(new string('a', 10_000)), StringComparison.Ordinal);

    private static SearchQuery Fits(string text) =>
        Assert.IsType<SearchQuery.Outcome.Fits>(SearchQuery.Read(text, SearchAnalyzer.Shipped)).Query;

    private static string Refused(string text) =>
        Assert.IsType<SearchQuery.Outcome.Refused>(SearchQuery.Read(text, SearchAnalyzer.Shipped)).Message;

    private static string Show(SearchPart part) =>
        part switch
        {
            SearchPart.Word(var words) => $"[{string.Join('/', words)}]",
            SearchPart.Beginning(var letters, var words) => $"{letters}*[{string.Join('/', words)}]",
            SearchPart.Phrase(var words) => $"”{string.Join(' ', words)}”",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
