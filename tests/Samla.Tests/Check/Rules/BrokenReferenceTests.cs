using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class BrokenReferenceTests
{
    private const string Chapters = """
        # 1 Inledning

        Rapporten handlar om sjöar.

        # 2 Sjöar och vattendrag

        Här finns sjöar.

        ## 2.1 Fiske i sjöar

        Här finns fisk.

        # 3 Skogar

        Här finns träd.
        """;

    [Fact]
    public void A_section_that_is_not_there_is_a_warning()
    {
        var found = Assert.Single(Judged.By<BrokenReference>($"{Chapters}\n\nMer om fisk står i avsnitt 2.4."));

        Assert.Equal("broken-reference", found.Rule);
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Null(found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["2.4"], found.Marked);
        found.Says("avsnitt 2.4");
        Assert.Null(found.Suggestion);
    }

    [Theory]
    [InlineData("Se kapitel 7.", "7")]
    [InlineData("Se kapitel sju.", "sju")]
    [InlineData("Avsnitten 2.1 och 2.6 handlar om fisk.", "2.6")]
    [InlineData("Kapitlen 2, 3 och 5 handlar om djur.", "5")]
    [InlineData("Se kap. 8 och 3.", "8")]
    [InlineData("Avsnittet 3.1 handlar om träd.", "3.1")]
    public void A_reference_is_known_by_its_words(string sentence, string marked) =>
        Assert.Equal([marked], Assert.Single(Judged.By<BrokenReference>($"{Chapters}\n\n{sentence}")).Marked);

    [Fact]
    public void In_a_note_it_is_about_that_note() =>
        Assert.Equal(1, Assert.Single(Judged.By<BrokenReference>($"{Chapters}[^1]", "Se avsnitt 4.4.")).Footnote);

    [Fact]
    public void A_section_with_another_title_is_told_with_its_own()
    {
        var found = Assert.Single(
            Judged.By<BrokenReference>($"{Chapters}\n\nMer står i avsnitt 2.1 Fiske i vattendrag.")
        );

        found.Says("vsnitt 2.1", "”Fiske i sjöar”", "”Fiske i vattendrag”");
        Assert.Equal(["2.1 Fiske i vattendrag"], found.Marked);
        Assert.Equal("Fiske i sjöar", found.Suggestion);
    }

    [Fact]
    public void The_title_of_another_section_is_told_too() =>
        Assert
            .Single(Judged.By<BrokenReference>($"{Chapters}\n\nMer står i avsnitt 2.1 Skogar."))
            .Says("vsnitt 2.1", "”Fiske i sjöar”", "”Skogar”");

    [Fact]
    public void A_list_of_contents_must_have_the_titles_of_the_headings()
    {
        var found = Assert.Single(
            Judged.By<BrokenReference>(
                $"""
                Innehåll

                1 Inledning ........ 3
                2 Sjöar och åar ........ 4
                2.1 Fiske i sjöar ........ 5
                3 Skogar ........ 6

                {Chapters}
                """
            )
        );

        found.Says("avsnitt 2", "”Sjöar och åar”", "”Sjöar och vattendrag”");
        Assert.Equal(["Sjöar och åar"], found.Marked.Select(words => words.Trim()));
        Assert.Equal("Sjöar och vattendrag", found.Suggestion);
    }

    [Fact]
    public void A_list_of_contents_with_the_right_titles_is_left_alone() =>
        Assert.Empty(
            Judged.By<BrokenReference>(
                $"""
                Innehåll

                1 Inledning ........ 3
                2 Sjöar och vattendrag ........ 4
                2.1 Fiske i sjöar ........ 5
                3 Skogar ........ 6

                {Chapters}
                """
            )
        );

    [Theory]
    [InlineData("Se avsnitt 2.1.")]
    [InlineData("Se avsnitt 2.1 Fiske i sjöar.")]
    [InlineData("Se avsnitt 2.1, Fiske i sjöar, och kapitel 3 Skogar.")]
    [InlineData("Se kapitel 2 Sjöar och vattendrag samt kapitel 3.")]
    [InlineData("Se kapitel 2 Sjöar.")]
    [InlineData("Kapitel två och tre handlar om djur.")]
    [InlineData("Enligt 4 kap. 7 § miljöbalken ska fisk skyddas.")]
    [InlineData("Se kapitel 7 i fiskelagen.")]
    [InlineData("I avsnitt 2.1 Skåne nämns fisk.")]
    [InlineData("Avsnittet 2023 var fint.")]
    [InlineData("Vattnet steg med 2.4 meter i tabell 7.")]
    public void A_reference_that_leads_somewhere_is_left_alone(string sentence) =>
        Assert.Empty(Judged.By<BrokenReference>($"{Chapters}\n\n{sentence}"));

    [Fact]
    public void Without_numbered_sections_there_is_nothing_to_refer_to() =>
        Assert.Empty(Judged.By<BrokenReference>("## Sjöar\n\nSe avsnitt 7.3."));

    [Fact]
    public void A_mark_after_a_chapter_s_number_is_no_part_of_it() =>
        Assert.Empty(Judged.By<BrokenReference>($"{Chapters}\n\nSe kapitel 3[^1] om träd.", "Träd är höga."));

    [Theory]
    [InlineData("Mallen finns i bilaga 2.", "bilaga 2")]
    [InlineData("Jämför fotnot 9.", "fotnot 9")]
    [InlineData("Se not 9.", "not 9")]
    public void An_appendix_or_note_that_is_not_there_is_a_warning(string sentence, string marked)
    {
        var found = Assert.Single(
            Judged.By<BrokenReference>(
                $"{Chapters}[^1]\n\n{sentence}\n\nBilaga 1. Mall för fiske\n\nHär är mallen.",
                "Fiskar simmar."
            )
        );

        Assert.Equal([marked], found.Marked);
        found.Says(marked);
    }

    [Theory]
    [InlineData("Mallen finns i bilaga 1 och i fotnot 1.")]
    [InlineData("Mallen finns i bilagan, se även noterna.")]
    public void An_appendix_or_note_that_is_there_is_left_alone(string sentence) =>
        Assert.Empty(
            Judged.By<BrokenReference>(
                $"{Chapters}[^1]\n\n{sentence}\n\nBilaga 1. Mall för fiske\n\nHär är mallen.",
                "Fiskar simmar."
            )
        );

    [Fact]
    public void A_report_that_comes_without_its_appendices_is_left_alone() =>
        Assert.Empty(Judged.By<BrokenReference>($"{Chapters}\n\nMallen finns i bilaga 2."));

    [Fact]
    public void A_table_without_caption_is_missed_only_where_tables_have_captions()
    {
        const string Reference = "Mer står i tabell 4 och i tabell 7 i bilaga 2.";
        var found = Assert.Single(Judged.By<BrokenReference>($"{Reference}\n\nTabell 1. Råd för vatten"));

        Assert.Equal(["tabell 4"], found.Marked);
        Assert.Empty(Judged.By<BrokenReference>(Reference));
    }

    [Fact]
    public void A_figure_that_is_there_is_found() =>
        Assert.Empty(Judged.By<BrokenReference>("Se figur 2.\n\nFigur 2. Brunnar i länen"));
}
