using System.Globalization;

namespace Samla.Domain.Collect;

/// <summary>A part of a decision, as a form asks for it.</summary>
public enum DecisionField
{
    DecidedBy,
    DecidedOn,
    RecordNumber,
    PresentedBy,
}

/// <summary>What is wrong with a part of a decision.</summary>
/// <param name="Field">Which part.</param>
/// <param name="Message">In Swedish: what is wrong and what to do.</param>
public sealed record DecisionProblem(DecisionField Field, string Message);

/// <summary>A decision as somebody wrote it in a form.</summary>
public sealed record WrittenDecision(string? DecidedBy, string? DecidedOn, string? RecordNumber, string? PresentedBy);

/// <summary>A decision (beslut) on a submission or an edition. It is stated whole or not at all.</summary>
public sealed record Decision
{
    /// <summary>The most signs that a part may have.</summary>
    public const int MostSigns = 200;

    /// <summary>How a day is written in a form; what a browser's own field for days sends.</summary>
    public const string DayForm = "yyyy-MM-dd";

    internal Decision(string decidedBy, DateOnly decidedOn, string recordNumber, string presentedBy) =>
        (DecidedBy, DecidedOn, RecordNumber, PresentedBy) = (decidedBy, decidedOn, recordNumber, presentedBy);

    /// <summary>Such as "Regionstyrelsen".</summary>
    public string DecidedBy { get; }

    public DateOnly DecidedOn { get; }

    /// <summary>Of whoever decided (diarienummer), such as "RUN 2024/123".</summary>
    public string RecordNumber { get; }

    /// <summary>Who presented the matter (föredragande).</summary>
    public string PresentedBy { get; }

    /// <summary>Reads a form.</summary>
    /// <param name="written">What stands in it.</param>
    /// <param name="today">The day in Sweden: nothing has been decided after it.</param>
    public static Outcome Read(WrittenDecision written, DateOnly today)
    {
        List<DecisionProblem> problems = [];
        var by = Part(
            DecisionField.DecidedBy,
            written.DecidedBy,
            "Den som har beslutat",
            "Skriv vem som har fattat beslutet."
        );
        var number = Part(
            DecisionField.RecordNumber,
            written.RecordNumber,
            "Diarienumret",
            "Skriv beslutets diarienummer."
        );
        var presented = Part(
            DecisionField.PresentedBy,
            written.PresentedBy,
            "Föredragande",
            "Skriv vem som har föredragit ärendet, eller ”utan föredragning”."
        );
        var isDay = DateOnly.TryParseExact(
            written.DecidedOn?.Trim(),
            DayForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        if (!isDay || day > today)
        {
            problems.Add(
                new(
                    DecisionField.DecidedOn,
                    string.IsNullOrWhiteSpace(written.DecidedOn) ? "Ange vilken dag beslutet fattades."
                        : isDay ? "Beslutsdagen har inte varit än. Ange den dag då beslutet fattades."
                        : "Beslutsdagen går inte att läsa. Skriv den som 2024-02-14."
                )
            );
        }

        return problems.Count > 0
            ? new Outcome.Wrong([.. problems.OrderBy(problem => problem.Field)])
            : new Outcome.Whole(new Decision(by, day, number, presented));

        string Part(DecisionField field, string? text, string name, string whenMissing)
        {
            // On one line, as it stands in a document's head.
            var part = string.Join(
                ' ',
                Source.Normalised(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
            if (part.Length is 0 or > MostSigns)
            {
                problems.Add(
                    new(field, part.Length == 0 ? whenMissing : $"{name}: högst {MostSigns} tecken. Korta texten.")
                );
            }

            return part;
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Whole(Decision Decision) : Outcome;

        /// <param name="Problems">At least one, in the order of the form.</param>
        public sealed record Wrong(IReadOnlyList<DecisionProblem> Problems) : Outcome;
    }
}

/// <summary>
/// The decision on a submitted version, as it was stated. A version may be submitted before it is decided on, and what was stated wrongly is
/// stated anew; so it stands beside the version and not in it, and the latest one counts.
/// </summary>
public sealed class SubmissionDecision : IFrozen
{
    public required Id<Submission> SubmissionId { get; init; }

    public required int Version { get; init; }

    /// <summary>From 1 for each version.</summary>
    public required int Number { get; init; }

    public required string DecidedBy { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string RecordNumber { get; init; }

    [Personal]
    public required string PresentedBy { get; init; }

    public required DateTimeOffset StatedAt { get; init; }

    /// <summary>Who stated it, as the audit trail names people.</summary>
    public required string StatedBy { get; init; }

    /// <summary>"Regionstyrelsen, 14 februari 2024, diarienummer RUN 2024/123. Föredragande: regiondirektören."</summary>
    public string Swedish =>
        $"{DecidedBy}, {SwedishTime.Of(DecidedOn)}, diarienummer {RecordNumber}. Föredragande: {PresentedBy}.";

    /// <summary>A decision as it is kept.</summary>
    public static SubmissionDecision Of(
        Decision decision,
        Id<Submission> submission,
        int version,
        int number,
        string actor,
        DateTimeOffset now
    ) =>
        new()
        {
            SubmissionId = submission,
            Version = version,
            Number = number,
            DecidedBy = decision.DecidedBy,
            DecidedOn = decision.DecidedOn,
            RecordNumber = decision.RecordNumber,
            PresentedBy = decision.PresentedBy,
            StatedAt = now,
            StatedBy = actor,
        };
}
