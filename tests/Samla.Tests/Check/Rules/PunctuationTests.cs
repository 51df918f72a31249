using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class PunctuationTests
{
    private const string FiveMarks = "Skogar[^1], ängar[^2], sjöar[^3], fjäll[^4], öar[^5] och hagar[^6].";

    [Fact]
    public void A_note_without_its_full_stop_is_marked_at_its_last_word()
    {
        var found = Assert.Single(
            Judged.By<Punctuation>(FiveMarks, "Halland.", "Skåne.", "Gotland.", "Kalmar.", "Dalarna.", "Gotland, Skåne")
        );

        Assert.Equal("punctuation", found.Rule);
        Assert.Equal(Severity.Info, found.Severity);
        Assert.Equal(6, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Skåne"], found.Marked);
        found.Says("otnoten", "punkt");
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Gotland, Skåne,", ",")]
    [InlineData("Gotland, Skåne;", ";")]
    public void A_list_that_ends_in_a_comma_may_lack_something(string note, string sign) =>
        Assert
            .Single(Judged.By<Punctuation>(FiveMarks, "Halland.", "Skåne.", "Gotland.", "Kalmar.", "Dalarna.", note))
            .Says("otnoten", $"”{sign}”");

    [Theory]
    [InlineData("Se https://exempel.se/skog")]
    [InlineData("Skogsverket. Skogar (hämtad 2024-03-25)")]
    [InlineData("Är det en skog?")]
    [InlineData("Ur ”Skogen.”")]
    public void A_note_may_end_in_another_closing_sign(string note) =>
        Assert.Empty(Judged.By<Punctuation>(FiveMarks, "Halland.", "Skåne.", "Gotland.", "Kalmar.", "Dalarna.", note));

    [Fact]
    public void A_report_that_sets_no_full_stops_after_its_notes_is_left_alone() =>
        Assert.Empty(Judged.By<Punctuation>("Skogar[^1] och ängar[^2] finns.", "Halland", "Skåne."));

    [Fact]
    public void A_paragraph_that_ends_at_its_mark_lacks_a_full_stop()
    {
        var found = Assert.Single(Judged.By<Punctuation>("# 1 Skog\n\nTre regioner planterar skog[^1]", "Halland."));

        found.Says("eningen", "punkt");
        Assert.Equal(["skog[^1]"], found.Marked);
        Assert.Null(found.Footnote);
    }

    [Fact]
    public void A_long_paragraph_without_its_full_stop_is_found() =>
        Assert.Single(
            Judged.By<Punctuation>(
                """
                # 1 Skog

                Under året har skogen vuxit mer än någonsin tidigare, och därför har det också blivit mörkare under träden
                än vad som var tänkt från början
                """
            )
        );

    [Theory]
    [InlineData("# 1 Skog\n\nTre regioner planterar skog.[^1]")]
    [InlineData("# 1 Skog\n\nTre regioner planterar skog[^1].")]
    [InlineData("# 1 Skog\n\nBild av en skog")]
    [InlineData("# 1 Skog\n\nTre regioner säger följande om sin skog[^1]\n\n- den växer\n- den är mörk")]
    [InlineData("Utan kapitel, som i ett förord, kan en rad sluta hur som helst[^1]")]
    public void What_is_no_sentence_needs_no_full_stop(string text) =>
        Assert.Empty(Judged.By<Punctuation>(text, "Halland."));
}
