using Samla.Check.Reading;
using Samla.Domain.Check;

namespace Samla.Tests.Check.Reading;

/// <summary>In these texts · is a line that holds one space, and ↡ a form feed.</summary>
public sealed class PageTests
{
    [Fact]
    public void A_page_begins_at_a_line_that_begins_with_one_space()
    {
        var text = Read(" Första sidan.\n\n Andra sidan.\nSamma stycke.\n\n Tredje sidan.\n");
        Assert.Equal(3, text.Source.Pages);
        Assert.Equal([(1, "Första sidan."), (2, "Andra sidan. Samma stycke."), (3, "Tredje sidan.")], Paged(text));
    }

    [Fact]
    public void Two_lines_with_a_space_may_be_chance()
    {
        var text = Read(" Första stycket.\n\n Andra stycket.\n");
        Assert.Null(text.Source.Pages);
        Assert.All(text.Blocks, block => Assert.Null(block.Page));
    }

    [Fact]
    public void A_line_that_begins_with_two_spaces_begins_no_page() =>
        Assert.Null(Read("  Ett.\n\n  Två.\n\n  Tre.\n\n  Fyra.\n").Source.Pages);

    [Fact]
    public void A_page_begins_after_a_form_feed()
    {
        var text = Read("Första sidan.\n↡Andra sidan.\n↡Tredje sidan.\n");
        Assert.Equal([(1, "Första sidan."), (2, "Andra sidan."), (3, "Tredje sidan.")], Paged(text));
        Assert.Equal(3, text.Source.Pages);
    }

    [Fact]
    public void A_form_feed_at_the_end_begins_no_page() =>
        Assert.Equal(2, Read("Första sidan.\n↡Andra sidan.\n↡").Source.Pages);

    [Fact]
    public void An_empty_page_is_a_page_still() =>
        Assert.Equal([(1, "Första sidan."), (3, "Tredje sidan.")], Paged(Read("Första sidan.\n↡↡Tredje sidan.\n")));

    [Fact]
    public void A_page_may_end_with_its_printed_number()
    {
        var text = Read("Första sidan.\n\n7\n↡Andra sidan.\n\n8\n↡Tredje sidan.\n");
        Assert.Equal([(7, "Första sidan."), (8, "Andra sidan."), (9, "Tredje sidan.")], Paged(text));
    }

    [Fact]
    public void After_a_lone_number_the_next_page_needs_no_space()
    {
        var text = Read(" Ett.\n\n Två.\n\n5\n\nTre.\n\n Fyra.\n");
        Assert.Equal([(4, "Ett."), (5, "Två."), (6, "Tre."), (7, "Fyra.")], Paged(text));
    }

    [Fact]
    public void Where_printed_numbers_disagree_most_of_them_decide()
    {
        var text = Read("Ett.\n7\n↡Två.\n8\n↡Tre.\n2023\n↡Fyra.\n10\n");
        Assert.Equal([7, 8, 9, 10], Paged(text).Select(block => block.Page));
    }

    [Theory]
    [InlineData("Meningen går vidare på\n↡nästa sida.\n")]
    [InlineData("Meningen går vidare på\n\n↡nästa sida.\n")]
    [InlineData("Meningen går vidare på\n·\n·\n1 Dalarna, Skåne.\n↡nästa sida.\n")]
    public void A_sentence_runs_over_a_page_break(string text)
    {
        var block = Assert.Single(Read(text).Blocks, block => block.Kind == BlockKind.Paragraph);
        Assert.Equal("Meningen går vidare på nästa sida.", block.Text);
        Assert.Equal((1, 2), (block.PageAt(0), block.PageAt(block.Text.IndexOf("nästa", StringComparison.Ordinal))));
    }

    [Fact]
    public void It_runs_over_also_before_a_capital()
    {
        const string Long = "Meningen är så lång att den inte kan vara någon rubrik, och den handlar om regionerna i";
        var block = Assert.Single(Read($"{Long}\n↡Skåne och Halland.\n").Blocks);
        Assert.Equal($"{Long} Skåne och Halland.", block.Text);
    }

    [Fact]
    public void A_sentence_that_ended_does_not_run_over() =>
        Assert.Equal(2, Read("Meningen slutar här.\n↡Nästa börjar där.\n").Blocks.Count);

    private static PublishedText Read(string text) =>
        ReportTextReader.Read("rapport.txt", text.Replace('·', ' ').Replace('↡', '\f'), "utf-8");

    private static IEnumerable<(int Page, string Text)> Paged(PublishedText text) =>
        text.Blocks.Select(block => (block.Page ?? 0, block.Text));
}
