using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class MissingFootnoteTests
{
    [Fact]
    public void A_mark_that_leads_nowhere_is_an_error()
    {
        var found = Assert.Single(
            Judged.By<MissingFootnote>("Två regioner[^1] målar hus. Tre regioner[^2] river hus.", "Halland, Skåne.")
        );

        Assert.Equal("missing-footnote", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(2, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["[^2]"], found.Marked);
        found.Says("fotnot 2");
        Assert.Null(found.Suggestion);
    }

    [Fact]
    public void A_superscript_mark_without_a_note_is_found()
    {
        var found = Assert.Single(
            Judged.By<MissingFootnote>(
                """
                Två regioner¹ målar hus. Tre regioner² river hus på 40 m² och 12 km² mark.

                ¹ Halland, Skåne.
                """
            )
        );

        Assert.Equal(["²"], found.Marked);
    }

    [Fact]
    public void On_a_printed_page_a_number_that_clings_to_a_word_is_a_mark()
    {
        var found = Assert.Single(
            Judged.By<MissingFootnote>(
                """
                Två regioner1 målar hus. Tre regioner2 river hus. En region3 gör båda.

                1 Halland, Skåne.
                3 Gotland.
                """
            )
        );

        Assert.Equal(2, found.Footnote);
        Assert.Equal(["2"], found.Marked);
    }

    [Fact]
    public void Other_numbers_on_a_printed_page_are_no_marks() =>
        Assert.Empty(
            Judged.By<MissingFootnote>(
                """
                Under 2023 målade två regioner1 hus för 3,5 miljoner. Utsläppen av CO2 minskade. Se s. 12, kap. 3 och
                nr. 4 i Agenda 2030. Med 1:1-medel och 7 procent av budgeten målades 45 hus till 2024.

                1 Halland, Skåne.
                """
            )
        );

    [Fact]
    public void A_mark_may_stand_twice_and_in_a_bullet_or_heading() =>
        Assert.Empty(
            Judged.By<MissingFootnote>(
                """
                ## Hus[^1]

                Två regioner[^1] målar hus:

                - i rött[^1]
                """,
                "Halland, Skåne."
            )
        );
}
