namespace Samla.Domain.Collect;

/// <summary>A row of a requirement's own table, as it is being written. What was submitted stands in <see cref="SubmittedAnswer.Rows"/>.</summary>
public sealed class AnswerRow
{
    /// <summary>The most rows that an answer may have: more are a register of their own, and no page to read.</summary>
    public const int Most = 500;

    /// <summary>Chosen by whoever opens the form, so that the same form sent twice makes one row.</summary>
    public required Id<AnswerRow> Id { get; init; }

    public required Id<Submission> SubmissionId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    /// <summary>Rows stand by this; those that are taken out keep theirs, so that they come back where they were.</summary>
    public required int Order { get; set; }

    /// <summary>As <see cref="RowCells.Write"/> has them.</summary>
    [Draft]
    public required string Cells { get; set; }

    /// <summary>Counts the saves, so that nobody overwrites what they have not seen.</summary>
    public required int Revision { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Who saved it last, as the audit trail names people; empty for what came with a sample.</summary>
    public required string SavedBy { get; set; }

    /// <summary>When it was taken out; null for those that count.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The row of the round before that it was taken along from; null for others.</summary>
    public Id<AnswerRow>? CarriedFromId { get; init; }
}
