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

        Assert.Equal(["t1", "t1-2"], Row(finding).Grave[0].Links.Select(link => link.Anchor));
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
