using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>What a piece of text is, beside its words.</summary>
public enum PieceKind
{
    Text,

    /// <summary>A note mark in the text; leads to the note.</summary>
    NoteMark,

    /// <summary>The number before a note; leads to its mark.</summary>
    NoteNumber,

    /// <summary>The dash or square before a bullet, as the file has it.</summary>
    Bullet,
}

/// <summary>A stretch of a block that is of one kind and marked alike throughout.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Note">The note's number, for a mark or a note's number; else 0.</param>
/// <param name="Marks">The findings that mark it, outermost first.</param>
/// <param name="Ends">The findings whose place ends with it, whose numbers follow.</param>
public sealed record Piece(
    PieceKind Kind,
    string Text,
    int Note,
    IReadOnlyList<MarkedPlace> Marks,
    IReadOnlyList<MarkedPlace> Ends
)
{
    /// <summary>The printed page that begins with it; null for most.</summary>
    public int? PageBegins { get; init; }
}

/// <summary>One of a finding's places.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Index">Which of its places.</param>
/// <param name="Place">The place, cut to its block.</param>
public sealed record MarkedPlace(NumberedFinding Finding, int Index, Place Place)
{
    public string Anchor => Finding.AnchorOf(Index);
}
