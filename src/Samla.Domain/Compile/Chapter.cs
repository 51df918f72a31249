using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>A chapter as it is written: Markdown in which a claim is a marker, see <see cref="Marker"/>.</summary>
public sealed class Chapter
{
    public required Key<Round> RoundId { get; init; }

    /// <summary>Its key; stands in addresses, and does not change.</summary>
    public required Key<Chapter> Id { get; init; }

    /// <summary>The requirements, or questions to documents, that it compiles; none for chapters such as an introduction.</summary>
    public IReadOnlyList<Key<Requirement>> RestsOn { get; set; } = [];

    /// <summary>The chapter's number in the report, from 1; of one that is taken out, where it stood.</summary>
    public required int Number { get; set; }

    /// <summary>Markdown; begins with the title as a heading.</summary>
    public required string Text { get; set; }

    /// <summary>Counts the saves, so that nobody overwrites what they have not seen.</summary>
    public required int Revision { get; set; }

    /// <summary>When it was taken out of the report; its text stays, and it can be put back. Null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
