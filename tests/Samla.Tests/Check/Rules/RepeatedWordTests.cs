using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class RepeatedWordTests
{
    [Fact]
    public void A_word_that_stands_twice_in_a_row_is_marked_and_once_suggested()
    {
        var found = Assert.Single(Judged.By<RepeatedWord>("Halland odlar och och skördar äpplen."));

        Assert.Equal("repeated-word", found.Rule);
        Assert.Equal(Severity.Info, found.Severity);
        Assert.Null(found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["och och"], found.Marked);
        found.Says("”och”");
        Assert.Equal("och", found.Suggestion);
    }

    [Theory]
    [InlineData("Att att odla äpplen är svårt.", "Att att")]
    [InlineData("Halland odlar sina\nsina äpplen.", "sina sina")]
    [InlineData("Äpplen  äpplen finns det gott om.", "Äpplen  äpplen")]
    [InlineData("# Äpplen i i Halland", "i i")]
    public void Case_and_line_ends_make_no_difference(string text, string marked) =>
        Assert.Equal([marked], Assert.Single(Judged.By<RepeatedWord>(text)).Marked);

    [Fact]
    public void A_word_that_stands_more_often_is_marked_once()
    {
        var found = Assert.Single(Judged.By<RepeatedWord>("Halland odlar och och och och skördar äpplen."));
        Assert.Equal(["och och och och"], found.Marked);
        found.Says("”och”");
    }

    [Fact]
    public void In_a_note_it_is_about_that_note() =>
        Assert.Equal(1, Assert.Single(Judged.By<RepeatedWord>("Äpplen[^1] odlas.", "Se se avsnitt 2.")).Footnote);

    [Theory]
    [InlineData("Vad som händer med det det vet ingen.")]
    [InlineData("Så så blev det när den den gällde kom hem.")]
    [InlineData("Hur det var var svårt att säga.")]
    [InlineData("Det finns äpplen. Äpplen växer på träd.")]
    [InlineData("Äpplen, äpplen och åter äpplen.")]
    [InlineData("Regionen[^1] regionen.")]
    [InlineData("Äppel- och äppelodling.")]
    [InlineData("År 10 10 äpplen.")]
    [InlineData("Äpple ”äpple”.")]
    [InlineData("# Äpplen\n\nÄpplen odlas.")]
    [InlineData("Halland odlar äpplen\n\nÄpplen är runda.")]
    public void What_may_stand_twice_is_left_alone(string text) =>
        Assert.Empty(Judged.By<RepeatedWord>(text, "Halland."));

    [Fact]
    public void A_clause_that_ends_where_the_next_begins_repeats_nothing() =>
        Assert.Empty(Judged.By<RepeatedWord>("De som har har också råd med en båt."));
}
