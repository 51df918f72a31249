namespace Samla.Domain.Check;

/// <summary>
/// A published report as a reader of its file format gives it: blocks in reading order, with the marks and notes found,
/// and nothing understood yet.
/// </summary>
/// <param name="Source">What was read.</param>
/// <param name="Blocks">Headings, paragraphs, bullets, cells and notes in the order of the text.</param>
/// <param name="Notes">The notes in the order of the text; a number may stand twice, or be missing.</param>
public sealed record PublishedText(SourceFile Source, IReadOnlyList<Block> Blocks, IReadOnlyList<Note> Notes);

/// <summary>The file that was read.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Format">"text", "markdown" or "docx".</param>
/// <param name="Encoding">The encoding it was read as: "utf-8", "utf-16le", "utf-16be", "windows-1252".</param>
/// <param name="Characters">Length of the text in Unicode code points, without a byte order mark and with line ends as one.</param>
/// <param name="Pages">Number of pages; null where the format has none.</param>
public sealed record SourceFile(string Name, string Format, string Encoding, int Characters, int? Pages)
{
    /// <summary>The format of Word files.</summary>
    public const string Word = "docx";

    /// <summary>Whether it is a Word file.</summary>
    public bool IsWord => Format == Word;
}

/// <summary>What a block is on the page.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    Bullet,
    Note,

    /// <summary>A paragraph in a cell of a table. It is read as text, but a number in it is a claim only where a mark stands behind it.</summary>
    Cell,
}

/// <summary>
/// A heading, paragraph, bullet, cell or note. Its text is verbatim but for line breaks, which are one space; marks stand in it
/// as printed.
/// </summary>
/// <param name="Index">Its place in <see cref="PublishedText.Blocks"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">One line of text.</param>
/// <param name="Page">Printed page number; null where there are no pages.</param>
/// <param name="Marks">The note marks in the text, in order.</param>
public sealed record Block(int Index, BlockKind Kind, string Text, int? Page, IReadOnlyList<Mark> Marks)
{
    /// <summary>For a heading its level, from 1 for a chapter; else 0.</summary>
    public int Level { get; init; }

    /// <summary>Where the next page begins in the text of a block that runs over a page break; empty for most.</summary>
    public IReadOnlyList<int> PageBreaks { get; init; } = [];

    /// <summary>The printed page of an offset in the text; null where there are no pages.</summary>
    public int? PageAt(int offset) => Page + PageBreaks.Count(pageBreak => pageBreak <= offset);

    /// <summary>The marks that begin in a stretch of the text.</summary>
    public IEnumerable<Mark> MarksIn(int start, int end)
    {
        var first = Ordered.FirstNotBefore(Marks, mark => mark.Start < start);
        for (var at = first; at < Marks.Count && Marks[at].Start < end; at++)
        {
            yield return Marks[at];
        }
    }
}

/// <summary>A note mark in a block's text.</summary>
/// <param name="Number">The note it points to.</param>
/// <param name="Start">UTF-16 offset of its first digit in the block's text.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct Mark(int Number, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A note as printed.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Block">The index of its block.</param>
/// <param name="TextStart">Where its text begins in the block, after number and space.</param>
public sealed record Note(int Number, int Block, int TextStart);

/// <summary>A stretch of a block's text, in UTF-16 units.</summary>
public readonly record struct Place(int Block, int Start, int Length)
{
    public int End => Start + Length;
}
