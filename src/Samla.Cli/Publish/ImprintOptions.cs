using System.CommandLine;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Cli.Publish;

/// <summary>The options by which an edition is given its imprint.</summary>
internal sealed class ImprintOptions
{
    private readonly Option<string?> _decidedBy = new("--decided-by")
    {
        Description = "Vem som har beslutat om publiceringen, till exempel generaldirektören.",
    };

    private readonly Option<string?> _decidedOn = new("--decided-on") { Description = "Beslutsdagen, som 2024-02-14." };

    private readonly Option<string?> _recordNumber = new("--record-number") { Description = "Beslutets diarienummer." };

    private readonly Option<string?> _presentedBy = new("--presented-by")
    {
        Description = "Vem som har föredragit ärendet, eller ”utan föredragning”.",
    };

    private readonly Option<string?> _handlers = new("--handlers")
    {
        Description = "Vilka andra som har deltagit i den slutliga handläggningen.",
    };

    private readonly Option<string?> _note = new("--note")
    {
        Description = "Vad som är ändrat sedan föregående utgåva. Behövs från och med den andra.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in Parts)
        {
            command.Add(option);
        }

        command.Add(_handlers);
        command.Add(_note);
    }

    /// <summary>Whether anything is stated.</summary>
    public bool AreUsed(ParseResult parsed) =>
        Parts.Append(_handlers).Append(_note).Any(option => parsed.GetValue(option) is not null);

    /// <summary>What is stated: a decision whole or not at all. Otherwise what is wrong, in Swedish.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="today">The day in Sweden.</param>
    public (Imprint? Imprint, string? Problem) Read(ParseResult parsed, DateOnly today)
    {
        Decision? decision = null;
        if (Parts.Any(option => parsed.GetValue(option) is not null))
        {
            var written = new WrittenDecision(
                parsed.GetValue(_decidedBy),
                parsed.GetValue(_decidedOn),
                parsed.GetValue(_recordNumber),
                parsed.GetValue(_presentedBy)
            );
            switch (Decision.Read(written, today))
            {
                case Decision.Outcome.Whole(var whole):
                    decision = whole;
                    break;
                case Decision.Outcome.Wrong(var problems):
                    return (
                        null,
                        string.Join(
                            ' ',
                            problems.Select(problem => $"{OptionOf(problem.Field).Name}: {problem.Message}")
                        )
                    );
            }
        }

        return (Imprint.Of(decision, parsed.GetValue(_handlers), parsed.GetValue(_note)), null);
    }

    private Option<string?> OptionOf(DecisionField field) =>
        field switch
        {
            DecisionField.DecidedBy => _decidedBy,
            DecisionField.DecidedOn => _decidedOn,
            DecisionField.RecordNumber => _recordNumber,
            DecisionField.PresentedBy => _presentedBy,
        };

    private IEnumerable<Option<string?>> Parts => [_decidedBy, _decidedOn, _recordNumber, _presentedBy];
}
