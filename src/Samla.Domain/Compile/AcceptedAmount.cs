using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>What an author last accepted that an amount of grants says in a chapter.</summary>
public sealed class AcceptedAmount
{
    /// <summary>Of an amount, and of the names of areas, forms and counties: the longest has 86 letters.</summary>
    public const int LongestWords = 200;

    public required Key<Round> RoundId { get; init; }

    public required Key<Chapter> ChapterId { get; init; }

    /// <summary>What is asked, as <see cref="AmountAsked"/> writes it.</summary>
    public required string Asked { get; init; }

    /// <summary>As it was read then; empty where it could not be told.</summary>
    public required string Words { get; set; }

    public required DateTimeOffset AcceptedAt { get; set; }

    /// <summary>An actor of the audit trail.</summary>
    public required string AcceptedBy { get; set; }
}
