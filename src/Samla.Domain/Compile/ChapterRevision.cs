using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>A text that a chapter has had.</summary>
public sealed class ChapterRevision : IFrozen
{
    public required Key<Round> RoundId { get; init; }

    public required Key<Chapter> ChapterId { get; init; }

    /// <summary>As <see cref="Chapter.Revision"/> counts them.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Where nobody knows who wrote it, when it was found to be there.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Who wrote it; empty where it was there before histories were kept.</summary>
    public required string SavedBy { get; init; }
}
