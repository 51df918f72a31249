using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class QuotationMarksTests
{
    [Fact]
    public void A_closing_mark_without_an_opening_one_is_marked()
    {
        var found = Assert.Single(
            Judged.By<QuotationMarks>("Halland skriver att ”vi bakar” och Skåne att vi sjunger” varje dag.")
        );

        Assert.Equal("quotation-marks", found.Rule);
        Assert.Equal(Severity.Info, found.Severity);
        Assert.Null(found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["”"], found.Marked);
        found.Says("Citattecknet");
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Halland skriver: ”Vi bakar varje dag.")]
    [InlineData("Halland skriver (”vi bakar) varje dag.")]
    [InlineData("Halland skriver: \"Vi bakar varje dag.")]
    [InlineData("Halland skriver: «Vi bakar varje dag.")]
    public void An_opening_mark_without_a_closing_one_is_found(string text) =>
        Assert.Single(Judged.By<QuotationMarks>(text));

    [Fact]
    public void In_a_note_it_is_about_that_note() =>
        Assert.Equal(1, Assert.Single(Judged.By<QuotationMarks>("Vi bakar.[^1]", "Ur boken ”Bröd. 2020.")).Footnote);

    [Theory]
    [InlineData("“Vi sjunger” säger Skåne, och ”vi bakar” säger Halland. ”Vi ror” säger Gotland.", "“")]
    [InlineData("\"Vi sjunger\" säger Skåne, och ”vi bakar” säger Halland. ”Vi ror” säger Gotland.", "\"")]
    public void Another_shape_than_the_usual_one_is_told_with_the_usual_one(string text, string shape)
    {
        var found = Judged.By<QuotationMarks>(text);

        Assert.All(found, one => Assert.Equal([shape], one.Marked));
        Assert.All(found, one => Assert.Equal("”", one.Suggestion));
        Assert.NotEmpty(found);
    }

    [Theory]
    [InlineData("Halland skriver att ”vi bakar”.")]
    [InlineData("Halland skriver: ”Vi bakar. Vi sjunger! Ror vi? Det gör vi.” Så är det.")]
    [InlineData("Halland skriver: \"Vi bakar\" och \"vi sjunger\".")]
    [InlineData("Regionernas ’egna’ ord är inte citat, och inte heller EU:s.")]
    [InlineData("Boken ”Bröd” (”Bread” på engelska) är slut.")]
    [InlineData("Inga citat alls.")]
    public void Marks_in_pairs_are_left_alone(string text) => Assert.Empty(Judged.By<QuotationMarks>(text));

    [Fact]
    public void A_quotation_may_be_a_paragraph_of_its_own() =>
        Assert.Empty(
            Judged.By<QuotationMarks>(
                """
                Halland skriver:

                ”Vi bakar varje dag. På söndagar sjunger vi.”

                Så är det.
                """
            )
        );

    [Fact]
    public void A_quotation_that_runs_over_a_line_end_is_one() =>
        Assert.Empty(
            Judged.By<QuotationMarks>(
                """
                Halland skriver att ”vi bakar varje
                dag” och sjunger.
                """
            )
        );
}
