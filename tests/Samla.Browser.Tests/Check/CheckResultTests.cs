using System.Text;
using Samla.Check;
using Samla.Domain.Check;
using Samla.Domain.Check.Understanding;
using Samla.Web.Check;

namespace Samla.Browser.Tests.Check;

public sealed class CheckResultTests
{
    private const string Text = "Fyra regioner1 gör så.";

    [Fact]
    public void A_text_without_findings_is_cut_at_its_marks_alone() =>
        Assert.Equal(["Fyra regioner|", "1|", " gör så.|"], Pieces());

    [Fact]
    public void Places_may_overlap() =>
        Assert.Equal(["Fyra| 1", " | 1 2", "regioner| 2", "1|", " gör så.|"], Pieces(At(0, 5), At(4, 9)));

    [Fact]
    public void Places_may_nest_and_hold_a_mark() =>
        Assert.Equal(["Fyra| 1 2", " regioner| 1", "1| 1", " gör så.|"], Pieces(At(0, 14), At(0, 4)));

    [Fact]
    public void A_place_is_marked_in_whole_words() =>
        Assert.Equal(["Fyra regioner| 1", "1|", " gör så.|"], Pieces(At(2, 6)));

    [Fact]
    public void An_empty_place_has_a_number_and_no_words() =>
        Assert.Equal([1], Row(At(4, 0)).Blocks[0].Pieces[0].Ends.Select(end => end.Finding.Number));

    [Fact]
    public void A_place_beyond_the_text_ends_with_the_text() =>
        Assert.Equal([1], Row(At(15, 99)).Blocks[0].Pieces[^1].Ends.Select(end => end.Finding.Number));

    [Fact]
    public void Every_place_of_a_finding_has_an_anchor_of_its_own()
    {
        var finding = new Finding
        {
            Rule = "count-mismatch",
            Severity = Severity.Error,
            Message = "Antalet stämmer inte.",
            Places = [new Place(0, 0, 4), new Place(0, 5, 8)],
        };

        Assert.Equal(
            ["t1", "t1-2"],
            Row(finding).Blocks[0].Pieces.SelectMany(piece => piece.Ends).Select(end => end.Anchor)
        );
    }

    [Fact]
    public void A_finding_about_a_sentence_and_a_note_holds_the_words_of_both()
    {
        var finding = Found(WithNotes).Single(f => f.Finding.Rule == "count-mismatch");

        Assert.Equal(["Visa i texten", "Fotnot 1"], finding.Ends.Select(end => end.Label));
        Assert.Equal(["Fyra regioner", "Dalarna, Halland, Skåne."], finding.Ends.Select(TextOf));
    }

    [Fact]
    public void A_long_note_is_cut_at_whole_words_around_those_that_count()
    {
        var list = string.Join(", ", Enumerable.Range(100, 80).Select(i => $"ord{i}"));
        Block[] blocks = [Paragraph(0, "Fyra regioner gör så."), Paragraph(1, list)];
        var finding = At(0, 4) with
        {
            Places = [new Place(0, 0, 4), new Place(1, list.IndexOf("ord150", StringComparison.Ordinal), 6)],
        };

        var end = CheckResult.Of(Report(blocks), [finding]).Findings[0].Ends[1];

        Assert.Equal("ord150", Assert.Single(end.Words, words => words.IsHit).Text);
        Assert.Matches("^… ord[0-9]{3}, .* ord[0-9]{3}, …$", TextOf(end));
    }

    [Theory]
    [InlineData("- ▀ Planen gäller.", "- ▀ ")]
    [InlineData("◤ Planen gäller.", "◤ ")]
    [InlineData("– ”Planen” gäller.", "– ")]
    [InlineData("1. Planen gäller.", null)]
    public void The_sign_before_a_bullet_is_set_apart(string text, string? lead)
    {
        var block = new Block(0, BlockKind.Bullet, text, null, []);

        var first = Assert.Single(CheckResult.Of(Report(block), []).Rows).Blocks[0].Pieces[0];

        Assert.Equal(lead, first.Kind is PieceKind.Bullet ? first.Text : null);
    }

    [Fact]
    public void A_page_is_named_where_it_begins_and_late_notes_say_where_they_belong()
    {
        Block[] blocks =
        [
            new(0, BlockKind.Paragraph, Text, 6, []),
            new(1, BlockKind.Paragraph, Text, 6, []) { PageBreaks = [5] },
            new(2, BlockKind.Note, "1 Dalarna.", 6, []),
            new(3, BlockKind.Note, "2 Gotland.", 6, []),
            new(4, BlockKind.Paragraph, Text, 7, []),
            new(5, BlockKind.Note, "3 Skåne.", 7, []),
            new(6, BlockKind.Paragraph, Text, 8, []),
        ];

        var shown = CheckResult.Of(Report(blocks), []).Rows.SelectMany(row => row.Blocks).ToList();

        Assert.Equal(
            ["sida 6", null, "noter till sida 6", null, null, null, "sida 8"],
            shown.Select(block => block.PageMark)
        );
        Assert.Equal([2, 5], shown.Where(block => block.BeginsNotes).Select(block => block.Block.Index));
        Assert.Equal([3, 5], shown.Where(block => block.EndsNotes).Select(block => block.Block.Index));
    }

    [Fact]
    public void Remarks_on_form_stand_apart_from_errors()
    {
        var row = Row(At(0, 4), At(5, 2) with { Severity = Severity.Info });

        Assert.Equal([1], row.Grave.Select(finding => finding.Number));
        Assert.Equal([2], row.Form.Select(finding => finding.Number));
    }

    [Fact]
    public void A_finding_stands_beside_its_own_paragraph()
    {
        Block[] blocks = [.. Enumerable.Range(0, 30).Select(i => new Block(i, BlockKind.Paragraph, Text, null, []))];

        var rows = CheckResult.Of(Report(blocks), [InBlock(20)]).Rows;

        var row = Assert.Single(rows, row => row.Grave.Count > 0);
        Assert.Equal(20, row.Blocks[0].Block.Index);
    }

    [Fact]
    public void Text_is_laid_out_once_and_in_order()
    {
        Block[] blocks = [.. Enumerable.Range(0, 300).Select(i => new Block(i, BlockKind.Paragraph, Text, null, []))];

        var rows = CheckResult.Of(Report(blocks), [InBlock(3), InBlock(4), InBlock(150)]).Rows;

        Assert.Equal(Enumerable.Range(0, 300), rows.SelectMany(row => row.Blocks).Select(block => block.Block.Index));
    }

    private const string WithNotes = "Fyra regioner1 har en plan.\n\n1 Dalarna, Halland, Skåne.\n";

    private static IReadOnlyList<NumberedFinding> Found(string text)
    {
        var outcome = new CheckReport().Run(
            "a.txt",
            Encoding.UTF8.GetBytes(text),
            TestContext.Current.CancellationToken
        );
        var done = Assert.IsType<CheckReport.Outcome.Checked>(outcome);
        return CheckResult.Of(done.Report, done.Findings).Findings;
    }

    private static string TextOf(FindingEnd end) => string.Concat(end.Words.Select(words => words.Text));

    private static Block Paragraph(int index, string text) => new(index, BlockKind.Paragraph, text, null, []);

    private static IEnumerable<string> Pieces(params Finding[] findings) =>
        Row(findings)
            .Blocks[0]
            .Pieces.Select(piece =>
                $"{piece.Text}|{string.Concat(piece.Marks.Select(mark => $" {mark.Finding.Number}"))}"
            );

    private static ReportRow Row(params Finding[] findings)
    {
        var block = new Block(0, BlockKind.Paragraph, Text, null, [new Mark(1, 13, 1)]);
        return Assert.Single(CheckResult.Of(Report(block), findings).Rows);
    }

    private static PublishedReport Report(params Block[] blocks) =>
        ReportUnderstanding.Of(
            new PublishedText(new SourceFile("a.txt", "text", "utf-8", Text.Length, null), blocks, [])
        );

    private static Finding InBlock(int block) => At(0, 4) with { Places = [new Place(block, 0, 4)] };

    private static Finding At(int start, int length) =>
        new()
        {
            Rule = "count-mismatch",
            Severity = Severity.Error,
            Message = "Antalet stämmer inte.",
            Places = [new Place(0, start, length)],
        };
}
