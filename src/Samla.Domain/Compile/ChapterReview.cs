using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>An expert who reviews a chapter: asked to, or by signing it.</summary>
public sealed class ChapterReview
{
    public required Key<Round> RoundId { get; init; }

    /// <summary>The chapter.</summary>
    public required Key<Chapter> ChapterId { get; init; }

    /// <summary>The expert.</summary>
    public required Id<Account> AccountId { get; init; }

    /// <summary>When somebody asked for it; null where the expert signed unasked.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>Who asked, as the audit trail names people.</summary>
    public string? AskedBy { get; set; }

    /// <summary>The day by which it is wanted; null where none was named.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When the expert signed; null while there is no signature.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>The chapter as it was signed: a <see cref="ReportChapter"/> as JSON; null while there is no signature.</summary>
    public string? Signed { get; set; }
}

/// <summary>What an expert or an analyst says of a chapter, or of one of its claims.</summary>
public sealed class ChapterComment
{
    /// <summary>The most characters that it may have, and a reply.</summary>
    public const int MostCharacters = 5_000;

    public required Id<ChapterComment> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>The chapter.</summary>
    public required Key<Chapter> ChapterId { get; init; }

    /// <summary>Whom the claim counts, as <see cref="ReportClaim.Subject"/> has it; null for the whole chapter.</summary>
    public required string? Who { get; init; }

    /// <summary>The sentence that the claim stood in; empty for the whole chapter.</summary>
    public required string Sentence { get; init; }

    public required string Text { get; init; }

    /// <summary>The document that the claim was held against; null for none.</summary>
    public required Id<Document>? DocumentId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Who wrote it, as the audit trail names people.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>When its author took it back; null for those that stand. Only what is not settled can be taken back.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>What an author of the chapter says to it; empty where nothing needed to be said, null while it is not settled.</summary>
    public string? Reply { get; set; }

    /// <summary>Whether the chapter was changed for it; null while it is not settled.</summary>
    public bool? IsHeeded { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Who settled it, as the audit trail names people.</summary>
    public string? SettledBy { get; set; }
}
