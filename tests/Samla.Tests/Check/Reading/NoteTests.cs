using Samla.Check.Reading;
using Samla.Domain.Check;

namespace Samla.Tests.Check.Reading;

/// <summary>The three layouts of notes. In these texts · is a line that holds one space, and ↡ a form feed.</summary>
public sealed class NoteTests
{
    private const string Foot = "·\n·\n";

    [Theory]
    [InlineData("rapport.txt", "Två regioner1 har råd. En region2 väntar.\n·\n·\n1 Dalarna, Skåne.\n2 Halland.\n")]
    [InlineData("rapport.txt", "Två regioner¹ har råd. En region² väntar.\n\n¹ Dalarna, Skåne.\n\n² Halland.\n")]
    [InlineData(
        "rapport.md",
        "Två regioner[^1] har råd. En region[^2] väntar.\n\n[^1]: Dalarna, Skåne.\n[^2]: Halland.\n"
    )]
    public void Notes_and_marks_are_found_in_three_layouts(string name, string layout)
    {
        var text = Read(layout, name);
        Assert.Equal(["1 Dalarna, Skåne.", "2 Halland."], Notes(text));
        Assert.Equal([1, 2], Marks(text));
        Assert.Single(text.Blocks, block => block.Kind == BlockKind.Paragraph);
    }

    [Fact]
    public void Quoted_lines_and_the_settings_of_a_Markdown_file_are_read_without_their_signs()
    {
        var text = Read(
            "---\ntitle: Rapport\nlang: sv-SE\n---\n\n> Region Skåne: ”Vi har en plan.”\n\nEn region[^1] väntar.\n\n[^1]: Halland.\n",
            "rapport.md"
        );
        Assert.Equal(
            ["Region Skåne: ”Vi har en plan.”", "En region[^1] väntar."],
            text.Blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text)
        );
    }

    [Fact]
    public void Notes_stand_at_the_foot_of_their_page()
    {
        var text = Read($"Två regioner1 har råd.\n{Foot}1 Dalarna, Skåne.\n↡En region2 väntar.\n{Foot}2 Halland.\n");
        Assert.Equal(["1 Dalarna, Skåne.", "2 Halland."], Notes(text));
        Assert.Equal([1, 2], text.Notes.Select(note => text.Blocks[note.Block].Page ?? 0));
    }

    [Theory]
    [InlineData("1 Dalarna, Skåne.", "1 Dalarna, Skåne.")]
    [InlineData("1Dalarna, Skåne.", "1 Dalarna, Skåne.")]
    [InlineData("1  Dalarna, Skåne.", "1 Dalarna, Skåne.")]
    [InlineData("1 Dalarna,\nSkåne.", "1 Dalarna, Skåne.")]
    [InlineData("1 Dalarna, \nSkåne. \n", "1 Dalarna, Skåne.")]
    public void A_note_begins_with_its_number_and_may_run_over_lines(string note, string read) =>
        Assert.Equal([read], Notes(Read($"Två regioner1 har råd.\n{Foot}{note}\n")));

    [Theory]
    [InlineData("5 § 2 p. förordningen om vatten.")]
    [InlineData("1444:12 om vatten.")]
    [InlineData("2019 och 2020.")]
    [InlineData("20 av dem, enligt rådet.")]
    [InlineData("3,5 miljoner kronor.")]
    [InlineData("2–4 gånger om året.")]
    public void A_further_line_of_a_note_may_begin_with_digits(string line) =>
        Assert.Equal(
            [$"1 Enligt rådets beslut och {line}", "2 Halland."],
            Notes(
                Read(
                    $"Två regioner1 har råd. En region2 väntar.\n{Foot}1 Enligt rådets beslut och\n{line}\n2 Halland.\n"
                )
            )
        );

    [Theory]
    [InlineData("1 Dalarna.\n2 Halland.\n2 Skåne.\n", "1 1|2 2|2 2")] // twice
    [InlineData("1 Dalarna.\n3 Skåne.\n", "1 1|3 3")] // one is missing
    [InlineData("2 Halland.\n1 Dalarna.\n3 Skåne.\n", "2 2|1 1|3 3")] // out of order
    public void A_number_may_stand_twice_be_missing_or_out_of_order(string notes, string numbers)
    {
        var text = Read($"Ett råd1, ett annat råd2 och ett tredje råd3 finns.\n{Foot}{notes}");
        Assert.Equal(
            numbers.Split('|').Select(pair => pair.Split(' ')[0]),
            text.Notes.Select(note => note.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Equal([1, 2, 3], Marks(text));
    }

    [Fact]
    public void A_superscript_note_may_stand_inside_a_sentence()
    {
        var text = Read("Två regioner¹ har inrättat\n\n¹ Dalarna, Skåne.\n\nett råd för vatten.\n");
        Assert.Equal(
            "Två regioner¹ har inrättat ett råd för vatten.",
            Assert.Single(text.Blocks, block => block.Kind == BlockKind.Paragraph).Text
        );
        Assert.Equal(["1 Dalarna, Skåne."], Notes(text));
    }

    [Theory]
    [InlineData("Två regioner1 har råd")] // after a letter
    [InlineData("Råd finns.1 De möts ofta.")] // after a full stop
    [InlineData("Råd finns (på två håll)1 och möts.")] // after a bracket
    [InlineData("De säger ”ja”1 till råd.")] // after a quotation
    [InlineData("Råden bildades 2023.1 De möts ofta.")] // after a year
    [InlineData("Råd, forum,1 och nätverk.")] // after a comma
    public void A_mark_stands_directly_after_a_word_or_sign(string sentence) =>
        Assert.Equal([1], Marks(Read($"{sentence}\n{Foot}1 Dalarna, Skåne.\n")));

    [Theory]
    [InlineData("Medel ur anslag 1:1 går till råd.")]
    [InlineData("Omkring 1 procent går till råd.")]
    [InlineData("Se kap.1 om råd.")]
    [InlineData("Det var 1,5 gånger fler.")]
    [InlineData("Version v1b gäller.")]
    [InlineData("Det gäller 1/3 av råden.")]
    [InlineData("Råden kostar 1% mer.")]
    public void A_number_of_another_kind_is_no_mark(string sentence)
    {
        var block = Read($"{sentence} Två regioner1 har råd.\n{Foot}1 Dalarna, Skåne.\n").Blocks[0];
        Assert.Equal(block.Text.IndexOf("1 har", StringComparison.Ordinal), Assert.Single(block.Marks).Start);
    }

    [Fact]
    public void A_mark_after_a_year_is_not_the_years_last_digits()
    {
        var text = Read($"Råden bildades 2023.17 De möts ofta.\n{Foot}17 Dalarna, Skåne.\n");
        var block = text.Blocks[0];
        var mark = Assert.Single(block.Marks);
        Assert.Equal((17, "17"), (mark.Number, block.Text[mark.Start..mark.End]));
    }

    [Fact]
    public void A_blank_line_after_a_mark_does_not_end_the_sentence()
    {
        var text = Read($"I rapporten skriver flera regioner1\n\natt de har råd.\n{Foot}1 Dalarna, Skåne.\n");
        Assert.Equal("I rapporten skriver flera regioner1 att de har råd.", text.Blocks[0].Text);
    }

    [Fact]
    public void More_than_a_thousand_notes_are_all_found()
    {
        var numbers = Enumerable.Range(1, 1_200).ToList();
        var pages = numbers
            .Chunk(4)
            .Select(page =>
                string.Concat(page.Select(n => $"Det finns ett råd för vatten{n} på orten. "))
                + $"\n{Foot}"
                + string.Concat(page.Select(n => $"{n} Dalarna, Skåne.\n"))
            );
        var text = Read(string.Join('↡', pages));
        Assert.Equal(numbers, text.Notes.Select(note => note.Number));
        Assert.Equal(numbers, Marks(text));
    }

    [Theory]
    [InlineData("Ytan är 20 m² och 3 km² mark.")]
    [InlineData("Vattnet är 20 m³ per dygn.")]
    public void A_unit_is_no_mark(string sentence)
    {
        var text = Read($"{sentence} Det gäller två regioner².\n\n¹ Dalarna.\n\n² Dalarna, Skåne.\n");
        Assert.Equal([2], Marks(text));
    }

    [Fact]
    public void A_mark_may_follow_a_word_that_ends_in_m()
    {
        var text = Read("Det finns ett program² för råd.\n\n² Dalarna, Skåne.\n");
        Assert.Equal([2], Marks(text));
    }

    [Fact]
    public void Bullets_are_blocks_of_their_own()
    {
        var text = Read("3 Råd\nRåden gäller:\n◤ vatten\n◤ luft och\nmark\n• hav\n- ▀ skog\n1. Först\n");
        Assert.Equal(
            ["◤ vatten", "◤ luft och mark", "• hav", "- ▀ skog", "1. Först"],
            text.Blocks.Where(block => block.Kind == BlockKind.Bullet).Select(block => block.Text)
        );
    }

    private static PublishedText Read(string text, string name = "rapport.txt") =>
        ReportTextReader.Read(name, text.Replace('·', ' ').Replace('↡', '\f'), "utf-8");

    private static IEnumerable<string> Notes(PublishedText text) =>
        text.Notes.Select(note => $"{note.Number} {text.Blocks[note.Block].Text[note.TextStart..]}");

    private static IEnumerable<int> Marks(PublishedText text) =>
        text.Blocks.SelectMany(block => block.Marks).Select(mark => mark.Number);
}
