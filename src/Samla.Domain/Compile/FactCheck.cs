using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>
/// The regions and the other reporters of a round are asked whether what a report says of them is right (faktagranskning). What they are
/// asked is kept as it was when they were asked. Asked again, what is unchanged keeps its answers: see <see cref="FactCheckAnswer"/>.
/// </summary>
public sealed class FactCheck
{
    /// <summary>The most characters that its message may have, a comment, a proposed wording, and a reply.</summary>
    public const int MostCharacters = 5_000;

    public required Id<FactCheck> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>From 1 in each round.</summary>
    public required int Number { get; init; }

    /// <summary>The last day to answer; the day ends at midnight in Sweden. Answers that come later are taken all the same, until it is closed.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>What the agency wants to say in particular; empty where it says nothing.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who opened it, as the audit trail names people.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When the agency ended it, asked anew or published; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>What one reporter is asked to check.</summary>
public sealed class FactCheckPart
{
    public required Id<FactCheck> FactCheckId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    /// <summary>The statements in reading order, as JSON: an array of <see cref="CheckedStatement"/>.</summary>
    public required string Content { get; init; }

    /// <summary>When the reporter said that it has no more to object to; null while it has not.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Who said so, as the audit trail names people.</summary>
    public string? DoneBy { get; set; }
}

/// <summary>What has become of the letters about a fact-check to one person: how many there were, and of the latest what became.</summary>
public sealed class FactCheckLetter
{
    public required Id<FactCheck> FactCheckId { get; init; }

    public required Id<Account> AccountId { get; init; }

    /// <summary>How many times a letter was to be sent: a page that was shown before the last time knows fewer.</summary>
    public int Attempts { get; set; }

    /// <summary>When the latest was to be sent.</summary>
    public required DateTimeOffset SentAt { get; set; }

    public required LetterState State { get; set; }

    /// <summary>Why it was not sent, or is uncertain, in Swedish; null where it went.</summary>
    public string? Trouble { get; set; }
}

/// <summary>What a reporter says of a statement.</summary>
public enum FactCheckVerdict
{
    /// <summary>It is right.</summary>
    Confirmed,

    /// <summary>It is not, as a comment or another wording tells.</summary>
    Contested,
}

/// <summary>What the agency does about a statement that is contested.</summary>
public enum ContestOutcome
{
    /// <summary>The report is changed.</summary>
    Changed,

    /// <summary>It stays as it is, for the reason given.</summary>
    Kept,
}

/// <summary>
/// What a reporter answers about one statement, and what the agency replies. It belongs to the words and to whom they count, so that it
/// stays when the report is sent out again or published with that statement unchanged.
/// </summary>
public sealed class FactCheckAnswer
{
    public required Key<Round> RoundId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    /// <summary>Which statement: <see cref="CheckedStatement.Id"/>.</summary>
    public required string Statement { get; init; }

    /// <summary>The chapter that it stands in.</summary>
    public required Key<Chapter> ChapterId { get; init; }

    /// <summary>The number of the heading that it stood under.</summary>
    public required string Heading { get; init; }

    /// <summary>The statement as it was when it was answered.</summary>
    public required string Text { get; init; }

    public required FactCheckVerdict Verdict { get; set; }

    /// <summary>What is wrong; empty where nothing is, or the proposed wording says it.</summary>
    public required string Comment { get; set; }

    /// <summary>Another wording that the reporter proposes; empty for none.</summary>
    public required string Proposal { get; set; }

    public required DateTimeOffset AnsweredAt { get; set; }

    /// <summary>Who answered, as the audit trail names people.</summary>
    public required string AnsweredBy { get; set; }

    /// <summary>The number of the edition that is contested: a case for a correction. Null for what was contested before it was printed.</summary>
    public int? EditionNumber { get; set; }

    /// <summary>Counts the answers and replies, so that nobody overwrites what they have not seen.</summary>
    public required int Revision { get; set; }

    /// <summary>What the agency says; null as long as it has not.</summary>
    public string? Reply { get; set; }

    public ContestOutcome? Outcome { get; set; }

    public DateTimeOffset? RepliedAt { get; set; }

    /// <summary>Who replied, as the audit trail names people.</summary>
    public string? RepliedBy { get; set; }

    /// <summary>Whether the agency has replied to what is said now, and not only to what was said before.</summary>
    public bool IsReplied { get; set; }

    /// <summary>Whether it is contested and the agency has said nothing since: then nothing can be published.</summary>
    public bool IsOpen => Verdict == FactCheckVerdict.Contested && !IsReplied;
}
