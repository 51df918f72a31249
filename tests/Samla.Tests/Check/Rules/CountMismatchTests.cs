using Samla.Domain.Check;
using Samla.Domain.Check.Rules;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Rules;

public sealed class CountMismatchTests
{
    [Fact]
    public void Four_in_the_text_and_three_in_the_note_is_an_error_with_both_marked()
    {
        var found = Assert.Single(
            Judged.By<CountMismatch>(
                """
                ## 2.1 Vatten

                Fyra regioner[^17] har inrättat ett råd för vatten.

                [^17]: Dalarna, Halland, Skåne.
                """
            )
        );

        Assert.Equal("count-mismatch", found.Rule);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(17, found.Footnote);
        Assert.Empty(found.Related);
        Assert.Equal(["Fyra regioner", "[^17]: Dalarna, Halland, Skåne."], found.Marked);
        found.Says("fyra regioner", "tre");
        Assert.Equal("Tre regioner", found.Suggestion);
    }

    [Fact]
    public void A_region_that_stands_twice_counts_once_and_the_message_names_it()
    {
        var found = Assert.Single(
            Judged.By<CountMismatch>("Fyra regioner[^1] har en plan.", "Dalarna, Halland, Skåne, Halland.")
        );

        found.Says("fyra regioner", "tre olika", "Halland");
    }

    [Theory]
    [InlineData("Två[^1] av dem har en båt.", "Två[^1] av dem")]
    [InlineData("Av dessa har två[^1] en båt.", "två")]
    [InlineData("Två av 21 regioner[^1] har en båt.", "Två av 21 regioner")]
    [InlineData("Två av landets 21 regioner[^1] har en båt.", "Två av landets 21 regioner")]
    [InlineData("Två av totalt 21 regioner[^1] har en båt.", "Två av totalt 21 regioner")]
    [InlineData("Under våren byggde två[^1] regioner en bro.", "två[^1] regioner")]
    [InlineData("Ytterligare två regioner[^1] har en båt.", "Ytterligare två regioner")]
    [InlineData("Det har även de två övriga[^1] gjort.", "de två övriga")]
    [InlineData("De två resterande regionerna[^1] har en båt.", "De två resterande regionerna")]
    [InlineData("14 regioner[^1] har en båt.", "14 regioner")]
    [InlineData("Fjorton svarande regioner[^1] har en båt.", "Fjorton svarande regioner")]
    [InlineData("Alla 17 regioner[^1] som har en båt har också en brygga.", "Alla 17 regioner")]
    [InlineData("Samtliga 21 regioner[^1] har en båt.", "Samtliga 21 regioner")]
    [InlineData("Sex av dessa fjorton regioner[^1] har en båt.", "Sex av dessa fjorton regioner")]
    [InlineData("Den enda regionen[^1] med en båt ligger vid kusten.", "Den enda regionen")]
    [InlineData("Båtar finns i två regioner.[^1]", "två regioner")]
    public void A_number_is_known_in_all_its_forms(string sentence, string words)
    {
        var found = Assert.Single(Judged.By<CountMismatch>(sentence, "Dalarna, Halland, Skåne."));

        Assert.Equal(words, found.Marked[0]);
        Assert.Equal("Tre regioner", found.Suggestion);
    }

    [Theory]
    [InlineData("Samtliga regioner utom tre[^1] har en båt.")]
    [InlineData("Alla regioner förutom tre[^1] har en båt.")]
    [InlineData("Alla utom tre[^1] har en båt.")]
    [InlineData("Alla regioner, med undantag för tre[^1], har en båt.")]
    [InlineData("Samtliga regioner med undantag av tre[^1] har en båt.")]
    public void Exceptions_are_counted_as_exceptions(string sentence)
    {
        Assert.Empty(Judged.By<CountMismatch>(sentence, "Dalarna, Halland, Skåne."));

        var found = Assert.Single(Judged.By<CountMismatch>(sentence, "Dalarna, Halland."));
        found.Says("tre regioner som undantag", "två");
        Assert.Equal("Samtliga regioner utom två", found.Suggestion);
    }

    [Fact]
    public void County_boards_are_counted_as_boards()
    {
        var found = Assert.Single(
            Judged.By<CountMismatch>("Tre länsstyrelser[^1] har en båt.", "Länsstyrelsen Dalarna, Länsstyrelsen Skåne.")
        );

        found.Says("tre länsstyrelser", "två");
        Assert.Equal("Två länsstyrelser", found.Suggestion);
    }

    [Fact]
    public void One_number_before_two_notes_governs_both()
    {
        const string Text = "Två regioner har en båt[^1] respektive en brygga.[^2]";

        Assert.Empty(Judged.By<CountMismatch>(Text, "Halland, Skåne.", "Dalarna, Gotland."));
        Assert.Equal(2, Assert.Single(Judged.By<CountMismatch>(Text, "Halland, Skåne.", "Gotland.")).Footnote);
    }

    [Theory]
    [InlineData("Tre regioner[^1] har en båt.", "Dalarna, Halland, Skåne.")]
    [InlineData("Tre regioner[^1] har en båt.", "Dalarna, Halland och Skåne.")]
    [InlineData("Tre regioner[^1] har en båt.", "Dalarna, Halland samt Skåne.")]
    [InlineData("Tre regioner[^1] har en båt.", "Region Dalarna, Västra Götalandsregionen, Region Kalmar län.")]
    [InlineData("Tre regioner[^1] har en båt.", "Dalarna, Halland, Skåne. Även Västmanland väntas köpa en.")]
    [InlineData("Tre regioner[^1] har en båt.", "Dalarna, Halland, Skåne. Se även Västmanland i avsnitt 3.")]
    [InlineData("Tre regioners[^1] planer nämner en båt.", "Dalarna, Halland, Skåne.")]
    [InlineData("Tre regioner[^1] har fem båtar.", "Dalarna, Halland, Skåne.")]
    [InlineData("Under 2023 köpte tre regioner[^1] en båt.", "Dalarna, Halland, Skåne.")]
    [InlineData("Tre regioner[^1] delar på 4,5 miljoner.", "Dalarna, Halland, Skåne.")]
    [InlineData("Tre regioner[^1] använder 1:1-medel.", "Dalarna, Halland, Skåne.")]
    [InlineData("Tre regioner, av totalt 21, har en båt.[^1]", "Dalarna, Halland, Skåne.")]
    [InlineData("Alla regioner förutom Halland[^1] har en båt.", "Halland.")]
    public void What_agrees_is_left_alone(string sentence, string note) =>
        Assert.Empty(Judged.By<CountMismatch>(sentence, note));

    [Theory]
    [InlineData("Flera regioner[^1] har en båt.", "Dalarna, Halland.")]
    [InlineData("En majoritet av regionerna[^1] har en båt.", "Dalarna, Halland.")]
    [InlineData("Övriga regioner[^1] har en båt.", "Dalarna, Halland.")]
    [InlineData("Fyra regioner[^1] har en båt.", "Se avsnitt 3.2.")]
    [InlineData("Fyra regioner[^1] har en båt.", "Sjöfartsverket. Båtar i länen. 2022.")]
    [InlineData("Fyra regioner har en båt.", "Dalarna, Halland.")]
    public void Without_a_number_or_a_list_there_is_nothing_to_count(string sentence, string note) =>
        Assert.Empty(Judged.By<CountMismatch>(sentence, note));

    [Fact]
    public void A_remark_in_brackets_after_a_name_does_not_end_the_list() =>
        Assert.Empty(
            Judged.By<CountMismatch>("Tre regioner[^1] har en båt.", "Dalarna, Halland (genom kommunerna), Skåne.")
        );

    [Fact]
    public void It_counts_in_text_from_a_printed_page_too()
    {
        var found = Assert.Single(
            Judged.By<CountMismatch>(
                """
                2 Vatten

                Fyra regioner1 har inrättat ett råd för vatten. Två regioner2 har en båt.

                1 Dalarna, Halland, Skåne.
                2 Gotland, Kalmar.
                """
            )
        );

        Assert.Equal(1, found.Footnote);
        Assert.Equal(["Fyra regioner", "1 Dalarna, Halland, Skåne."], found.Marked);
    }

    [Fact]
    public void It_counts_behind_superscript_marks_too()
    {
        var found = Assert.Single(
            Judged.By<CountMismatch>(
                """
                2 Vatten

                Två¹ av regionerna har en båt.

                ¹ Dalarna, Halland, Skåne.
                """
            )
        );

        Assert.Equal(["Två¹ av regionerna", "¹ Dalarna, Halland, Skåne."], found.Marked);
    }
}
