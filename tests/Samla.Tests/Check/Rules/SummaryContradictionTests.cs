using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class SummaryContradictionTests
{
    private const string Seven = "Blekinge, Dalarna, Gotland, Halland, Kalmar, Skåne, Örebro.";

    [Fact]
    public void An_analysis_with_another_number_than_the_body_is_a_warning()
    {
        var found = Assert.Single(InAnalysis("Nio regioner planterar almar längs kanaler.", Seven));

        Assert.Equal("summary-contradiction", found.Rule);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Null(found.Footnote);
        Assert.Equal([1], found.Related);
        found.Says("Analysen", "”Nio regioner”", "avsnitt 1.1", "sju av 21");
        Assert.Equal(["Nio regioner", "Sju regioner", $"[^1]: {Seven}"], found.Marked);
        Assert.Null(found.Suggestion);
    }

    [Fact]
    public void What_the_next_claim_of_the_sentence_says_is_not_about_the_first() =>
        Assert.Empty(
            InAnalysis("Hälften av regionerna bygger broar, och sju regioner planterar almar längs kanaler.", Seven)
        );

    [Theory]
    [InlineData("Samtliga regioner planterar almar längs kanaler.")]
    [InlineData("Alla uppger att de planterar almar längs kanaler.")]
    [InlineData("Nästan alla regioner planterar almar längs kanaler.")]
    [InlineData("Majoriteten av regionerna planterar almar längs kanaler.")]
    [InlineData("Två tredjedelar av regionerna planterar almar längs kanaler.")]
    [InlineData("Hälften av regionerna planterar almar längs kanaler.")]
    [InlineData("Ett fåtal regioner planterar almar längs kanaler.")]
    [InlineData("Samtliga regioner utom tre planterar almar längs kanaler.")]
    [InlineData("Ingen region planterar almar längs kanaler.")]
    public void A_word_that_cannot_stand_for_seven_is_a_warning(string sentence) =>
        Assert.Single(InAnalysis(sentence, Seven));

    [Theory]
    [InlineData("Sju regioner planterar almar längs kanaler.")]
    [InlineData("Flera regioner planterar almar längs kanaler.")]
    [InlineData("Några regioner planterar almar längs kanaler.")]
    [InlineData("Ungefär en tredjedel av regionerna planterar almar längs kanaler.")]
    [InlineData("Knappt hälften av regionerna planterar almar längs kanaler.")]
    [InlineData("Regionerna planterar almar längs kanaler.")]
    public void A_word_that_can_stand_for_seven_is_left_alone(string sentence) =>
        Assert.Empty(InAnalysis(sentence, Seven));

    [Theory]
    [InlineData("Nio regioner planterar inte almar längs kanaler.")]
    [InlineData("Nio regioner odlar pumpor bakom kyrkor.")]
    [InlineData("Nio regioner planterar buskar.")]
    public void Another_matter_is_left_alone(string sentence) => Assert.Empty(InAnalysis(sentence, Seven));

    [Fact]
    public void The_message_names_the_part_of_the_report()
    {
        Assert
            .Single(In("## Sammanfattning", "Nio regioner planterar almar längs kanaler.", Seven))
            .Says("Sammanfattningen", "”Nio regioner”");
        Assert
            .Single(In("## 1.2 Slutsatser", "Nio regioner planterar almar längs kanaler.", Seven))
            .Says("Slutsatserna", "”Nio regioner”");
    }

    [Fact]
    public void The_body_does_not_contradict_itself_by_this_rule() =>
        Assert.Empty(In("## 1.2 Mer om almar", "Nio regioner planterar almar längs kanaler.", Seven));

    [Fact]
    public void A_chapter_about_analysis_is_no_analysis() =>
        Assert.Empty(
            In("## 1.2 Analys, uppföljning och utvärdering", "Nio regioner planterar almar längs kanaler.", Seven)
        );

    [Fact]
    public void A_number_that_stands_nowhere_in_the_chapter_is_a_warning()
    {
        const string Text = """
            # 1 Träd

            Två regioner[^1] målar. Tre regioner[^2] bakar. Fyra regioner[^3] ror. Fem regioner[^4] syr. Sju regioner[^5] går.

            ## 1.1 Analys

            Nio regioner tycker om bröd. Sju regioner tycker om skor.
            """;

        var found = Assert.Single(
            Judged.By<SummaryContradiction>(
                Text,
                "Halland, Skåne.",
                "Dalarna, Halland, Skåne.",
                "Dalarna, Halland, Skåne, Örebro.",
                "Dalarna, Halland, Kalmar, Skåne, Örebro.",
                Seven
            )
        );
        Assert.Equal(["Nio regioner"], found.Marked);
        found.Says("Analysen", "”Nio regioner”");
        Assert.Empty(found.Related);
    }

    [Fact]
    public void The_summary_of_the_whole_report_is_held_against_all_chapters()
    {
        var found = Assert.Single(
            Judged.By<SummaryContradiction>(
                $"""
                Sammanfattning

                Nio regioner planterar almar längs kanaler.

                # 1 Träd

                {Filler}

                ## 1.1 Almar

                Sju regioner[^1] planterar almar längs kanaler.
                """,
                Seven
            )
        );

        found.Says("Sammanfattningen", "”Nio regioner”", "avsnitt 1.1", "sju av 21");
    }

    [Fact]
    public void A_chapter_of_conclusions_is_held_against_all_chapters() =>
        Assert.Single(In("# 2 Slutsatser", "Nio regioner planterar almar längs kanaler.", Seven));

    // Words tell what a sentence is about only in a text of some length.
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("Texten går vidare här.", 80));

    private static IReadOnlyList<Judged> InAnalysis(string sentence, string note) =>
        In("## 1.2 Analys", sentence, note);

    private static IReadOnlyList<Judged> In(string heading, string sentence, string note) =>
        Judged.By<SummaryContradiction>(
            $"""
            # 1 Träd

            {Filler}

            ## 1.1 Almar

            Sju regioner[^1] planterar almar längs kanaler.

            {heading}

            {sentence}
            """,
            note
        );
}
