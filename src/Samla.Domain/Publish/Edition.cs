using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Domain.Publish;

/// <summary>A frozen, published report (utgåva). A correction is a new edition.</summary>
public sealed class Edition : IFrozen
{
    public required Id<Edition> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>From 1 in each round.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>Who decided to publish it; null where no decision is stated, and then nothing of it is.</summary>
    public string? DecidedBy { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public string? RecordNumber { get; init; }

    [Personal]
    public string? PresentedBy { get; init; }

    /// <summary>See <see cref="Publish.Imprint.Handlers"/>.</summary>
    [Personal]
    public string? Handlers { get; init; }

    /// <summary>See <see cref="Publish.Imprint.ChangeNote"/>.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>
    /// SHA-256 over the chapters' content, the places of the words behind it, the reasons that stand for words and the imprint, in
    /// hexadecimal.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>What it says of its own making. Half a decision is none.</summary>
    public Imprint Imprint =>
        new(
            (DecidedBy, DecidedOn, RecordNumber, PresentedBy) is ({ } by, { } day, { } number, { } presented)
                ? new Decision(by, day, number, presented)
                : null,
            Handlers,
            ChangeNote
        );

    /// <summary>Whether a part of a decision stands without the others, as no program leaves it.</summary>
    public bool HasHalfDecision =>
        Imprint.Decision is null && (DecidedBy ?? RecordNumber ?? PresentedBy ?? (object?)DecidedOn) is not null;

    /// <summary>The hash of the chapters' content, given in their order.</summary>
    /// <param name="contents">The chapters' content in order.</param>
    /// <param name="passages">The places of the words behind the claims, in any order.</param>
    /// <param name="attributions">The reasons that stand for words, in any order; none leaves the hash as it was before there were any.</param>
    /// <param name="imprint">What the edition says of its own making; nothing leaves the hash as it was before there was any.</param>
    public static string HashOf(
        IEnumerable<string> contents,
        IEnumerable<EditionPassage> passages,
        IEnumerable<EditionAttribution> attributions,
        Imprint imprint
    ) =>
        Source.HashOf(
            string.Concat(
                contents
                    .Concat(
                        passages
                            .Select(passage =>
                                $"\n{passage.CodeId} {passage.SourceId} {passage.Start} {passage.Length}"
                            )
                            .Order(StringComparer.Ordinal)
                    )
                    .Concat(
                        attributions
                            .Select(one => $"\n{one.CodeId} {one.ReporterId} {Source.HashOf(one.Reason)}")
                            .Order(StringComparer.Ordinal)
                    )
                    .Append(imprint.Covered)
            )
        );
}

/// <summary>A chapter of an edition, with every claim as it was counted then.</summary>
public sealed class EditionChapter : IFrozen
{
    public required Id<Edition> EditionId { get; init; }

    public required int Number { get; init; }

    public required Key<Chapter> ChapterId { get; init; }

    public required string Title { get; init; }

    /// <summary>A <see cref="Compile.ReportChapter"/> as JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>The words behind a claim as they were when the edition was published.</summary>
public sealed class EditionPassage : IFrozen
{
    public required Id<Edition> EditionId { get; init; }

    public required Key<Code> CodeId { get; init; }

    public required Id<Source> SourceId { get; init; }

    /// <summary>UTF-16 offset in the source's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 length.</summary>
    public required int Length { get; init; }
}

/// <summary>Why a reporter was given a code without a passage, as it was when the edition was published: it stands where the words would.</summary>
public sealed class EditionAttribution : IFrozen
{
    public required Id<Edition> EditionId { get; init; }

    /// <summary>The one that it was frozen from, which may have been taken back since.</summary>
    public required Id<Attribution> AttributionId { get; init; }

    public required Key<Code> CodeId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    public required string Reason { get; init; }
}
