using Samla.Domain.Access;

namespace Samla.Domain.Collect;

/// <summary>
/// A draft that those who are to answer it, and the ministry, may comment on until a day (remiss). All that they say, and what the
/// agency answers, is seen by all of them and kept.
/// </summary>
public sealed class TemplateConsultation
{
    /// <summary>The most characters that its message may have, a comment, and an answer.</summary>
    public const int MostCharacters = 5_000;

    public required Key<Template> TemplateId { get; init; }

    /// <summary>The last day to comment; the day ends at midnight in Sweden.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>What the agency wants to know in particular; empty where it says nothing.</summary>
    public required string Message { get; init; }

    /// <summary>The draft as it was when the consultation began, as YAML.</summary>
    public required string Sent { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who began it, as the audit trail names people.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>Those that the draft asked when it began.</summary>
    public List<ConsultedReporter> Reporters { get; init; } = [];

    /// <summary>Whether the last day is not over; that of a template that has been published is over all the same.</summary>
    public bool IsBefore(DateTimeOffset at) => SwedishTime.DayOf(at) <= LastDay;
}

/// <summary>A reporter whose people may read a draft and comment on it.</summary>
public sealed class ConsultedReporter
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }
}

/// <summary>What has become of the latest letter about a consultation to one person. The address is looked up when a letter is sent.</summary>
public sealed class ConsultationLetter
{
    public required Key<Template> TemplateId { get; init; }

    public required Id<Account> AccountId { get; init; }

    /// <summary>How many times a letter was to be sent: a page that was shown before the last time knows fewer.</summary>
    public int Attempts { get; set; }

    public required LetterState State { get; set; }

    /// <summary>Why it was not sent, or is uncertain, in Swedish; null where it went.</summary>
    public string? Trouble { get; set; }
}

/// <summary>What somebody says about a draft (synpunkt), and what the agency answers.</summary>
public sealed class TemplateComment
{
    public required Id<TemplateComment> Id { get; init; }

    public required Key<Template> TemplateId { get; init; }

    /// <summary>The section that it is about, also where that is gone; null where it is about a requirement or the whole.</summary>
    public required Key<Section>? SectionId { get; init; }

    /// <summary>The requirement that it is about, also where that is gone; null where it is about a section or the whole.</summary>
    public required Key<Requirement>? RequirementId { get; init; }

    /// <summary>The title that the section or requirement had then; empty for the whole.</summary>
    public required string Title { get; init; }

    /// <summary>With line breaks as LF.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Who wrote it, as the audit trail names people.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>For whom; null for the ministry.</summary>
    public required Key<Reporter>? ReporterId { get; init; }

    /// <summary>When its author took it back; null for those that stand. Only what has no answer can be taken back.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>What the agency says; null as long as it has not.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether the draft was changed for it; null as long as there is no answer.</summary>
    public bool? IsHeeded { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }
}
