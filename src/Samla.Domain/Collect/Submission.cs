namespace Samla.Domain.Collect;

/// <summary>A reporter's part of a round: the answers being written, and the versions that were submitted.</summary>
public sealed class Submission
{
    public required Id<Submission> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    /// <summary>The number of the latest submitted version; 0 before the first.</summary>
    public required int CurrentVersion { get; set; }
}

/// <summary>An answer as it is being written. What was submitted is a <see cref="Source"/> and stays as it was.</summary>
public sealed class Answer
{
    public required Id<Submission> SubmissionId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    /// <summary>With line breaks as LF.</summary>
    [Draft]
    public required string Text { get; set; }

    /// <summary>
    /// Its rows in running text; empty without. It follows from the rows and is kept all the same, so that the database can tell
    /// what differs from what was submitted.
    /// </summary>
    [Draft]
    public string RowsText { get; set; } = "";

    /// <summary>What is submitted: the text, and the rows after it.</summary>
    public string Whole => Join(Text, RowsText);

    /// <summary>Counts the saves of the text, so that nobody overwrites what they have not seen; 0 where there are only rows.</summary>
    public required int Revision { get; set; }

    /// <summary>When the text, or a row, was last saved.</summary>
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>A text with rows after it.</summary>
    public static string Join(string text, string rows) =>
        text.Length > 0 && rows.Length > 0 ? $"{text}\n\n{rows}" : text + rows;
}

/// <summary>A submitted version of a submission; never changed. A correction is a new version.</summary>
public sealed class SubmissionVersion : IFrozen
{
    public required Id<Submission> SubmissionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Who submitted it, as the audit trail names people.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>
    /// Whether it came after the last day. It is kept and not computed: the last day may be moved afterwards, and what a sample brings
    /// along was submitted by nobody.
    /// </summary>
    public required bool IsLate { get; init; }

    /// <summary><see cref="HashOf"/> its content; null for what was submitted before versions had one.</summary>
    public required string? Hash { get; init; }

    /// <summary>Whether its interventions are kept with it, as they were; not so for what was submitted before versions held them.</summary>
    public required bool HoldsInterventions { get; init; }

    /// <summary>SHA-256 over a version's content, in hexadecimal: two versions with the same texts and revisions have the same.</summary>
    /// <param name="answers">Each answered requirement with the hash of its source, in any order.</param>
    /// <param name="interventions">Each intervention with the hash of its state, in any order.</param>
    public static string HashOf(
        IEnumerable<(Key<Requirement> Requirement, string SourceHash)> answers,
        IEnumerable<(Key<Intervention> Intervention, string StateHash)> interventions
    ) =>
        // Each line says of what kind it is, so that another kind can follow.
        Source.HashOf(
            string.Concat(
                answers
                    .Select(answer => $"svar {answer.Requirement} {answer.SourceHash}\n")
                    .Concat(interventions.Select(one => $"insats {one.Intervention} {one.StateHash}\n"))
                    .Order(StringComparer.Ordinal)
            )
        );
}

/// <summary>That a version holds a text as its answer. An answer that did not change keeps its source, and so its codings.</summary>
public sealed class SubmittedAnswer : IFrozen
{
    public required Id<Submission> SubmissionId { get; init; }

    public required int Version { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    public required Id<Source> SourceId { get; init; }

    /// <summary>The rows that the text ends with, as <see cref="SubmittedRow.Write"/> has them; null without.</summary>
    public string? Rows { get; init; }

    /// <summary>Where in the text the words before the rows end, in UTF-16; null without rows.</summary>
    public int? ProseEnd { get; init; }

    /// <summary>A submitted text without its rows.</summary>
    public static string ProseOf(string text, int? proseEnd) => proseEnd is { } end ? text[..end] : text;
}

/// <summary>An intervention as a version holds it: all of it as it was, whatever becomes of it.</summary>
public sealed class SubmittedIntervention : IFrozen
{
    public required Id<Submission> SubmissionId { get; init; }

    public required int Version { get; init; }

    public required Key<Intervention> InterventionId { get; init; }

    /// <summary>Its revision: the same in two versions, and it was the same.</summary>
    public required int Revision { get; init; }

    /// <summary>As <see cref="InterventionJson"/> writes it. The audit trail has its words already.</summary>
    [Draft]
    public required string State { get; init; }

    public static SubmittedIntervention Of(Intervention intervention, Id<Submission> submission, int version) =>
        new()
        {
            SubmissionId = submission,
            Version = version,
            InterventionId = intervention.Id,
            Revision = intervention.Revision,
            State = InterventionJson.Write(intervention),
        };

    /// <summary>The same in a later version.</summary>
    public SubmittedIntervention In(int version) =>
        new()
        {
            SubmissionId = SubmissionId,
            Version = version,
            InterventionId = InterventionId,
            Revision = Revision,
            State = State,
        };
}
