using Samla.Analyse.Search;
using Samla.Web.Analyse;

namespace Samla.Tests.Analyse.Search;

public sealed class SearchExcerptsTests
{
    private const string Text =
        "Vi gör mycket.\n\nVattnet är viktigt, och vattenförsörjningen med. Skog också.\n \nSist kommer energi och regional\n\nutveckling.";

    [Theory]
    [InlineData("vatten", "2: [Vattnet] är viktigt, och [vattenförsörjningen] med. Skog också.")]
    [InlineData("energi", "3: Sist kommer [energi] och regional")]
    [InlineData("\"mycket vatten\"", "")]
    [InlineData("\"regional utveckling\"", "")]
    [InlineData("\"viktig och\"", "2: Vattnet är [viktigt, och] vattenförsörjningen med. Skog också.")]
    public void What_was_found_is_shown_within_its_paragraph(string search, string excerpt) =>
        Assert.Equal(excerpt, string.Join(" | ", Excerpts(Text, search).Select(Show)));

    [Fact]
    public void A_long_paragraph_is_cut_at_spaces_and_says_so()
    {
        var text = string.Concat(Enumerable.Repeat("Här står mycket annat. ", 20));
        text = text + "Skogen. " + text;

        var excerpt = Show(Assert.Single(Excerpts(text, "skog")));

        Assert.StartsWith("1: … ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt, StringComparison.Ordinal);
        Assert.Contains("annat. [Skogen]. Här", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 150, 280);
    }

    [Fact]
    public void Many_places_give_three_excerpts_and_none_says_the_same_twice()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(number => number % 10 == 0 ? "skogen" : "annat"));

        var excerpts = Excerpts(text, "skog");

        Assert.Equal(3, excerpts.Count);
        Assert.All(excerpts, excerpt => Assert.Contains(excerpt.Pieces, piece => piece.IsMatch));
    }

    [Fact]
    public void Paragraphs_have_the_numbers_that_pages_give_them() =>
        Assert.All(
            [Text, "Ett.\n\n\n\nTvå.\n  \n\nTre.", "\n\nEtt.", ""],
            text =>
                Assert.Equal(
                    CodedText.Of(text, [], []).Paragraphs.Select(paragraph => paragraph.Start),
                    SearchExcerpts.Paragraphs(text).Select(paragraph => paragraph.Start)
                )
        );

    private static IReadOnlyList<SearchExcerpt> Excerpts(string text, string search)
    {
        var query = Assert.IsType<SearchQuery.Outcome.Fits>(SearchQuery.Read(search, SearchAnalyzer.Shipped)).Query;
        return SearchExcerpts.Of(text, SearchPlaces.In(text, query, SearchAnalyzer.Shipped), most: 3);
    }

    private static string Show(SearchExcerpt excerpt) =>
        $"{excerpt.Paragraph}: {string.Concat(excerpt.Pieces.Select(piece => piece.IsMatch ? $"[{piece.Text}]" : piece.Text))}";
}
