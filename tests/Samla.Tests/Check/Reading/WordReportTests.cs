using Samla.Check;
using Samla.Domain.Check;
using Samla.Tests.Testing;
using static Samla.Tests.Check.Reading.WordFile;

namespace Samla.Tests.Check.Reading;

public sealed class WordReportTests
{
    [Fact]
    public void Notes_are_numbered_as_Word_numbers_them_and_follow_their_paragraph()
    {
        var report = Read(
            Of(
                P("2 Vatten", "Rubrik1")
                    + Runs(R("Fyra regioner"), Mark(5), R(" har ett råd."))
                    + Runs(R("Två regioner"), Mark(3), R(" väntar.")),
                Note(3, "Skåne, Dalarna.") + Note(5, "Dalarna, Halland, Skåne, Halland.")
            )
        );
        Assert.Equal(
            [
                (BlockKind.Heading, "2 Vatten"),
                (BlockKind.Paragraph, "Fyra regioner1 har ett råd."),
                (BlockKind.Note, "1 Dalarna, Halland, Skåne, Halland."),
                (BlockKind.Paragraph, "Två regioner2 väntar."),
                (BlockKind.Note, "2 Skåne, Dalarna."),
            ],
            report.Text.Blocks.Select(block => (block.Kind, block.Text))
        );
        Assert.Equal(new Mark(1, "Fyra regioner".Length, 1), Assert.Single(report.Text.Blocks[1].Marks));
        Assert.Equal(["2", "2"], report.Footnotes.Select(note => note.Section.Number));
        Assert.Equal(
            [Sample.Set("Dalarna, Halland, Skåne"), Sample.Set("Skåne, Dalarna")],
            report.Claims.Select(claim => claim.Claim.Regions)
        );
    }

    [Fact]
    public void A_wrong_count_is_found_as_in_text() =>
        Assert.Contains(
            Checked(Of(Runs(R("Fyra regioner"), Mark(1), R(" har ett råd.")), Note(1, "Dalarna, Halland."))).Findings,
            finding => finding is { Rule: "count-mismatch", Footnote: 1, Suggestion: "Två regioner" }
        );

    [Fact]
    public void Headings_have_the_numbers_that_Word_gives_them()
    {
        var report = Read(
            Of(
                P("Inledning", "Numrerad1")
                    + P("Text.")
                    + P("Vatten", "Numrerad1")
                    + P("Råd", "Numrerad2")
                    + P("Text.")
                    + P("Möten", "Numrerad2")
            )
        );
        Assert.Equal(["1", "2", "2.1", "2.2"], report.Sections.Select(section => section.Number));
        Assert.Equal([1, 1, 2, 2], report.Sections.Select(section => section.Level));
    }

    [Fact]
    public void Headings_that_are_only_typed_are_found_by_their_numbers() =>
        Assert.Equal(
            ["1", "2", "2.1"],
            Read(
                Of(
                    P("1 Inledning")
                        + P("Det här är text.")
                        + P("2 Vatten")
                        + P("Det här är text.")
                        + P("2.1 Råd")
                        + P("Det är text.")
                )
            )
                .Sections.Select(section => section.Number)
        );

    [Fact]
    public void Items_of_lists_are_items() =>
        Assert.Equal(
            [(BlockKind.Bullet, "• Vatten"), (BlockKind.Bullet, "a) Skog"), (BlockKind.Bullet, "b) Energi")],
            Read(Of(Item("Vatten", 8) + Item("Skog", 9) + Item("Energi", 9)))
                .Text.Blocks.Select(block => (block.Kind, block.Text))
        );

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var report = Read(
            Of(
                Runs(
                    """<w:del w:id="1"><w:r><w:delText>Tre</w:delText></w:r></w:del>""",
                    $"""<w:ins w:id="2">{R("Två")}</w:ins>""",
                    R(" regioner"),
                    $"""<w:del w:id="3">{Mark(2)}</w:del>""",
                    Mark(1),
                    R(" har ett råd")
                )[..^"</w:p>".Length]
                    .Replace(
                        "<w:p>",
                        """<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>""",
                        StringComparison.Ordinal
                    )
                    + "</w:p>"
                    + P(" för vatten."),
                Note(1, "Dalarna, Skåne.") + Note(2, "Halland.")
            )
        );
        Assert.Equal(
            ["Två regioner1 har ett råd för vatten.", "1 Dalarna, Skåne."],
            report.Text.Blocks.Select(block => block.Text)
        );
    }

    [Fact]
    public void What_is_taken_away_as_a_whole_leaves_what_follows_as_it_is()
    {
        var report = Read(
            Of(
                P("Inledning", "Numrerad1")
                    + Gone("Text som är borttagen.", "")
                    + P("Vatten", "Numrerad1")
                    + Gone("Borttagen rubrik", "Numrerad1")
                    + P("Text.")
                    + P("Skog", "Numrerad1")
            )
        );
        Assert.Equal(["1 Inledning", "2 Vatten", "Text.", "3 Skog"], report.Text.Blocks.Select(block => block.Text));
        Assert.Equal(BlockKind.Paragraph, report.Text.Blocks[2].Kind);
    }

    [Fact]
    public void A_note_behind_another_sign_than_a_number_is_text() =>
        Assert.Equal(
            ["Råd* möts.", "* Inklusive Gotland."],
            Read(
                Of(
                    Runs(
                        R("Råd"),
                        """<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>""",
                        R(" möts.")
                    ),
                    $"""<w:footnote w:id="1">{P("* Inklusive Gotland.")}</w:footnote>"""
                )
            )
                .Text.Blocks.Select(block => block.Text)
        );

    [Theory]
    [InlineData("<w:p/>")]
    [InlineData("")]
    public void A_raised_space_at_the_end_is_no_trouble(string more) =>
        Assert.Equal(
            "Ord.",
            Read(Of(Runs(R("Ord."), R(" "), R(" ", """<w:vertAlign w:val="superscript"/>""")) + more))
                .Text.Blocks.Single()
                .Text
        );

    [Fact]
    public void A_file_that_is_cut_off_is_refused() =>
        Assert.IsType<CheckReport.Outcome.Unreadable>(
            new CheckReport().Run("rapport.docx", Of("").AsMemory(0, 200), TestContext.Current.CancellationToken)
        );

    [Fact]
    public void What_came_of_a_field_is_text_and_its_code_is_not() =>
        Assert.Equal(
            "Se avsnitt 2.1 om råd.",
            Read(
                Of(
                    Runs(
                        R("Se avsnitt "),
                        """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \r </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>""",
                        R("2.1"),
                        """<w:r><w:fldChar w:fldCharType="end"/></w:r>""",
                        R(" om råd.")
                    )
                )
            )
                .Text.Blocks.Single()
                .Text
        );

    [Fact]
    public void Cells_are_read_and_count_as_claims_only_with_a_note()
    {
        var report = Read(
            Of(
                """<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"""
                    + Cell(P("Tre regioner arbetar med vatten."))
                    + Cell(Runs(R("Två regioner"), Mark(1), R(" har ett råd.")))
                    + "</w:tr></w:tbl>"
                    + P("Slut."),
                Note(1, "Dalarna, Skåne.")
            )
        );
        Assert.Equal(2, report.Text.Blocks.Count(block => block.Kind == BlockKind.Cell));
        Assert.Equal("c1", Assert.Single(report.Claims).Id);
    }

    [Fact]
    public void A_frame_of_one_cell_and_a_text_box_are_text()
    {
        var report = Read(
            Of(
                $"""<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{Cell(P("Tre regioner arbetar med vatten."))}</w:tr></w:tbl>"""
                    + Runs(
                        R("Utanför."),
                        $"<w:r><w:pict><w:txbxContent>{P("Två regioner har ett råd.")}</w:txbxContent></w:pict></w:r>"
                    )
            )
        );
        Assert.Equal(
            ["Tre regioner", "Utanför", "Två regioner"],
            report.Text.Blocks.Select(block => block.Text[..Math.Min(12, block.Text.Length)].TrimEnd('.', ' '))
        );
        Assert.Equal(2, report.Claims.Count);
    }

    [Fact]
    public void The_list_of_contents_and_hidden_text_are_left_out() =>
        Assert.Equal(
            ["Text."],
            Read(Of(P("1 Inledning\t3", "Innehll1") + Runs(R("Dold.", "<w:vanish/>"), R("Text."))))
                .Text.Blocks.Select(block => block.Text)
        );

    [Fact]
    public void Endnotes_come_after_footnotes_in_number()
    {
        var report = Read(
            Of(
                Runs(
                    R("Två regioner"),
                    """<w:r><w:endnoteReference w:id="2"/></w:r>""",
                    R(" har råd. En region"),
                    Mark(1),
                    R(" har ett forum.")
                ),
                Note(1, "Skåne."),
                """<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t xml:space="preserve"> Dalarna, Skåne.</w:t></w:r></w:p></w:endnote>"""
            )
        );
        Assert.Equal([2, 1], report.Footnotes.Select(note => note.Footnote.Number));
        Assert.Equal(
            [Sample.Set("Dalarna, Skåne"), Sample.Set("Skåne")],
            report.Claims.Select(claim => claim.Claim.Regions)
        );
    }

    [Fact]
    public void Notes_begin_at_the_number_that_the_file_says() =>
        Assert.Equal(
            41,
            Assert
                .Single(
                    Read(
                        Of(
                            Runs(R("En region"), Mark(1), R(" har ett råd.")),
                            Note(1, "Skåne."),
                            settings: """<w:footnotePr><w:numStart w:val="41"/></w:footnotePr>"""
                        )
                    ).Footnotes
                )
                .Footnote.Number
        );

    [Fact]
    public void A_mark_that_was_typed_over_Words_own_has_the_typed_number()
    {
        var report = Read(
            Of(
                Runs(
                    R("Två regioner"),
                    """<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>17</w:t></w:r>""",
                    R(" har ett råd.")
                ),
                Note(1, "Dalarna, Skåne.")
            )
        );
        Assert.Equal("Två regioner17 har ett råd.", report.Text.Blocks[0].Text);
        Assert.Equal(17, Assert.Single(report.Footnotes).Footnote.Number);
    }

    [Fact]
    public void A_reference_to_an_earlier_note_is_a_mark_of_it() =>
        Assert.Equal(
            ["c1", "c1-2"],
            Read(
                Of(
                    Runs(
                        R("Två regioner"),
                        Mark(1),
                        R(" har ett råd. Två regioner"),
                        $"""<w:fldSimple w:instr=" NOTEREF _Ref1 ">{R("1")}</w:fldSimple>""",
                        R(" möts.")
                    ),
                    Note(1, "Dalarna, Skåne.")
                )
            )
                .Claims.Select(claim => claim.Id)
        );

    [Fact]
    public void Notes_that_are_only_typed_are_read_with_their_raised_marks()
    {
        var raised = """<w:vertAlign w:val="superscript"/>""";
        var report = Read(
            Of(
                Runs(R("Tre regioner"), R("12", raised), R(" har ett råd för vatten."))
                    + Runs(R("Två regioner"), R("13", raised), R(" väntar på besked."))
                    + Runs(R("12", raised), R(" Dalarna, Halland."))
                    + Runs(R("13", raised), R(" Dalarna, Skåne."))
            )
        );
        Assert.Equal([12, 13], report.Footnotes.Select(note => note.Footnote.Number));
        Assert.Equal(
            [Sample.Set("Dalarna, Halland"), Sample.Set("Dalarna, Skåne")],
            report.Claims.Select(claim => claim.Claim.Regions)
        );
        Assert.Equal("docx", report.Text.Source.Format);
    }

    [Fact]
    public void A_file_that_only_has_a_table_or_nothing_is_read_without_trouble()
    {
        Assert.Empty(Read(Of("<w:p/>")).Text.Blocks);
        Assert.Empty(Checked(Of("<w:sectPr/>")).Findings);
        Assert.Empty(Read(Of("""<w:tbl><w:tr><w:tc/></w:tr></w:tbl>""")).Claims);
    }

    private static string Item(string text, int list) =>
        P(text)
            .Replace(
                "<w:p>",
                $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr></w:pPr>""",
                StringComparison.Ordinal
            );

    private static string Gone(string text, string style) =>
        $"""<w:p><w:pPr><w:pStyle w:val="{style}"/><w:rPr><w:del w:id="9"/></w:rPr></w:pPr><w:del w:id="8"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>""";

    private static string Cell(string content) => $"<w:tc>{content}</w:tc>";

    private static PublishedReport Read(byte[] file) => Checked(file).Report;
}
