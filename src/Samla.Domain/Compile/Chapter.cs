using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>A chapter as it is written: Markdown in which a claim is a marker, see <see cref="Marker"/>.</summary>
public sealed class Chapter
{
    public required Key<Round> RoundId { get; init; }

    /// <summary>The section of the template that it compiles.</summary>
    public required Key<Section> SectionId { get; init; }

    /// <summary>The chapter's number in the report.</summary>
    public required int Number { get; init; }

    /// <summary>Markdown; begins with the title as a heading.</summary>
    public required string Text { get; set; }

    /// <summary>Counts the saves, so that nobody overwrites what they have not seen.</summary>
    public required int Revision { get; set; }
}
