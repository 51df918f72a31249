using Samla.Domain.Collect;

namespace Samla.Tests.Collect;

public sealed class DecisionTests
{
    private static readonly DateOnly Today = new(2024, 2, 21);

    [Fact]
    public void A_decision_is_read_as_it_was_written_with_spaces_put_right()
    {
        var decision = Assert
            .IsType<Decision.Outcome.Whole>(
                Decision.Read(
                    new(" Regionala  utvecklingsnämnden ", "2024-02-14", "RUN\u00a02024/123", "Å. Ö\r\n"),
                    Today
                )
            )
            .Decision;

        Assert.Equal(
            ("Regionala utvecklingsnämnden", new DateOnly(2024, 2, 14), "RUN 2024/123", "Å. Ö"),
            (decision.DecidedBy, decision.DecidedOn, decision.RecordNumber, decision.PresentedBy)
        );
    }

    [Theory]
    [InlineData(null, "2024-02-14", "RUN 1", "x", DecisionField.DecidedBy, "vem som har fattat")]
    [InlineData("Nämnden", "", "RUN 1", "x", DecisionField.DecidedOn, "vilken dag")]
    [InlineData("Nämnden", "14 februari", "RUN 1", "x", DecisionField.DecidedOn, "2024-02-14")]
    [InlineData("Nämnden", "2024-02-30", "RUN 1", "x", DecisionField.DecidedOn, "2024-02-14")]
    [InlineData("Nämnden", "2024-02-22", "RUN 1", "x", DecisionField.DecidedOn, "har inte varit än")]
    [InlineData("Nämnden", "2024-02-14", "  ", "x", DecisionField.RecordNumber, "diarienummer")]
    [InlineData("Nämnden", "2024-02-14", "RUN 1", "\t", DecisionField.PresentedBy, "föredragit")]
    public void What_is_missing_or_wrong_is_said_at_its_place(
        string? by,
        string on,
        string number,
        string presented,
        DecisionField field,
        string words
    )
    {
        var problem = Assert.Single(Problems(new(by, on, number, presented)));

        Assert.Equal(field, problem.Field);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_stated_whole_or_not_at_all() =>
        Assert.Equal(
            [DecisionField.DecidedBy, DecisionField.DecidedOn, DecisionField.RecordNumber, DecisionField.PresentedBy],
            Problems(new(null, null, null, null)).Select(problem => problem.Field)
        );

    [Fact]
    public void Today_is_not_the_future() =>
        Assert.IsType<Decision.Outcome.Whole>(Decision.Read(new("Nämnden", "2024-02-21", "RUN 1", "x"), Today));

    [Fact]
    public void A_part_that_is_too_long_is_not_cut()
    {
        var problem = Assert.Single(Problems(new(new string('ä', 201), "2024-02-14", "RUN 1", "x")));
        Assert.Contains("högst 200 tecken", problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DecisionProblem> Problems(WrittenDecision written) =>
        Assert.IsType<Decision.Outcome.Wrong>(Decision.Read(written, Today)).Problems;
}
