using Samla.Load;

namespace Samla.Tests.Load;

/// <summary>That the load program sees what it is there to see.</summary>
public sealed class JournalTests
{
    [Fact]
    public void Nothing_is_found_where_each_has_seen_the_text_before() =>
        Assert.Empty(Review(new(3, "A1\nB1\nA2"), new(1, "A1"), new(2, "A1\nB1"), new(3, "A1\nB1\nA2")));

    [Fact]
    public void Answers_that_arrive_in_another_order_are_no_fault() =>
        Assert.Empty(Review(new(2, "A1\nB1"), new(2, "A1\nB1"), new(1, "A1")));

    [Fact]
    public void A_line_that_is_not_shown_is_lost() =>
        Assert.Contains("svar has lost: B1", Review(new(2, "A1"), new(1, "A1"), new(2, "A1\nB1")));

    [Fact]
    public void An_earlier_revision_that_is_shown_is_a_loss_even_where_all_lines_are_there() =>
        Assert.Contains(
            "svar: revision 2 was acknowledged, 1 is shown.",
            Review(new(1, "A1\nB1"), new(1, "A1"), new(2, "A1\nB1"))
        );

    [Fact]
    public void A_text_that_was_overwritten_unseen_is_lost_even_if_its_writer_puts_it_back() =>
        Assert.Contains(
            "svar has lost: B1 (from revision 3)",
            Review(new(4, "A1\nA2\nB1"), new(1, "A1"), new(2, "A1\nB1"), new(3, "A1\nA2"), new(4, "A1\nA2\nB1"))
        );

    [Fact]
    public void Two_texts_with_one_revision_are_a_fault() =>
        Assert.Contains(
            "svar: two texts were acknowledged as revision 1.",
            Review(new(1, "A1"), new(1, "A1"), new(1, "B1"))
        );

    [Fact]
    public void A_text_that_the_server_has_put_together_itself_is_a_fault() =>
        Assert.Contains(
            "svar: the text that is shown, revision 2, is not the one saved last.",
            Review(new(2, "A1\nB1"), new(1, "A1"), new(2, "B1\nA1"))
        );

    [Fact]
    public void A_page_may_show_what_was_saved_after_the_kill_but_nothing_less_than_before_it()
    {
        var journal = new Journal("svar");
        Assert.Empty(journal.Missing(new(2, "A1\nB1"), shown: new(3, "A1\nB1\nA2")));
        Assert.Equal(["svar has lost: B1"], journal.Missing(new(2, "A1\nB1"), shown: new(2, "A1")));
    }

    private static IEnumerable<string> Review(Journal.Save shown, params Journal.Save[] saves)
    {
        var journal = new Journal("svar");
        foreach (var save in saves)
        {
            journal.Acknowledge(save);
        }

        return journal.Review(shown);
    }
}
