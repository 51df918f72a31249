using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>A stretch of the report with the findings that stand beside it.</summary>
/// <param name="Blocks">The text.</param>
/// <param name="Grave">Errors and warnings.</param>
/// <param name="Form">Remarks on form.</param>
public sealed record ReportRow(
    IReadOnlyList<ReportBlock> Blocks,
    IReadOnlyList<NumberedFinding> Grave,
    IReadOnlyList<NumberedFinding> Form
)
{
    public bool IsMarked => Blocks.Any(b => b.IsMarked);
}

/// <summary>A block as the page shows it.</summary>
public sealed record ReportBlock
{
    public required Block Block { get; init; }

    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>For a heading the level of its element, which skips none; else 0.</summary>
    public required int HeadingLevel { get; init; }

    /// <summary>"sida 6" where a printed page begins with it; null for most.</summary>
    public required string? PageMark { get; init; }

    /// <summary>Whether it is the first of a block of notes.</summary>
    public required bool BeginsNotes { get; init; }

    /// <summary>Whether it is the last of them.</summary>
    public required bool EndsNotes { get; init; }

    public bool IsMarked => Pieces.Any(p => p.Marks.Count + p.Ends.Count > 0);
}
