using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class UnusedFootnoteTests
{
    [Fact]
    public void A_note_that_no_mark_leads_to_is_an_error()
    {
        var found = Assert.Single(Judged.By<UnusedFootnote>("Två regioner[^1] seglar.", "Halland, Skåne.", "Gotland."));

        Assert.Equal("unused-footnote", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["[^2]: Gotland."], found.Marked);
        found.Says("fotnot 2");
        Assert.Null(found.Suggestion);
    }

    [Fact]
    public void A_number_that_stands_twice_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<UnusedFootnote>(
                """
                Två regioner[^1] seglar.

                [^1]: Halland, Skåne.

                En region[^1] ror.

                [^1]: Gotland.
                """
            )
        );

        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(["[^1]: Gotland."], found.Marked);
        found.Says("mer än en fotnot", "1");
    }

    [Fact]
    public void A_note_out_of_order_is_a_warning_that_names_the_one_before()
    {
        var found = Assert.Single(
            Judged.By<UnusedFootnote>(
                """
                Två regioner[^1] seglar och en region[^2] ror.

                [^2]: Gotland.

                [^1]: Halland, Skåne.
                """
            )
        );

        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(1, found.Footnote);
        Assert.Equal([2], found.Related);
        found.Says("otnot 1", "efter fotnot 2");
    }

    [Fact]
    public void On_a_printed_page_a_note_without_a_mark_is_found() =>
        Assert.Equal(
            2,
            Assert
                .Single(
                    Judged.By<UnusedFootnote>(
                        """
                        Två regioner1 seglar. Ytterligare två ror. En region3 paddlar.

                        1 Halland, Skåne.
                        2 Dalarna, Gotland.
                        3 Kalmar.
                        """
                    )
                )
                .Footnote
        );

    [Theory]
    [InlineData("Två regioner[^1] seglar. De två[^1] ror också.")]
    [InlineData("## Segling[^1]\n\nTvå regioner seglar.")]
    [InlineData("Båtar:\n\n- två regioner[^1] seglar")]
    [InlineData("Två regioner seglar.[^1]")]
    public void A_mark_may_stand_anywhere(string text) =>
        Assert.Empty(Judged.By<UnusedFootnote>(text, "Halland, Skåne."));
}
