using Samla.Domain.Access;

namespace Samla.Domain.Collect;

/// <summary>Who of a reporter's people has a section, until when, and whether it is said to be done.</summary>
public sealed class SectionWork
{
    public required Id<Submission> SubmissionId { get; init; }

    public required Key<Section> SectionId { get; init; }

    /// <summary>Who has it; null where nobody in particular does.</summary>
    public Id<Account>? AccountId { get; set; }

    /// <summary>The last day for it, at the reporter; null where only the round's holds.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When somebody said that it is done; null while nobody does. It says nothing of the answers.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Who said so; null while nobody does.</summary>
    public string? DoneBy { get; set; }
}

/// <summary>What colleagues at a reporter say to each other about an answer. Nobody else reads it, and it is not handed in.</summary>
public sealed class AnswerComment
{
    /// <summary>The most characters that a comment may have.</summary>
    public const int MostCharacters = 2_000;

    public required Id<AnswerComment> Id { get; init; }

    public required Id<Submission> SubmissionId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    /// <summary>With line breaks as LF.</summary>
    [Draft]
    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string WrittenBy { get; init; }

    /// <summary>When somebody said that nothing more is to be done about it; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Who said so; null while it is open.</summary>
    public string? SettledBy { get; set; }
}
