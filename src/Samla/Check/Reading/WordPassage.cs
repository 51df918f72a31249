using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>A paragraph of a Word file as the checker reads it, and where each stretch of it stands in the file.</summary>
internal sealed class WordPassage
{
    private readonly StringBuilder _typed = new();

    /// <summary>A stretch of the text that one element of the file holds.</summary>
    /// <param name="Element">A <c>w:t</c>, or what stands for a sign or a mark.</param>
    /// <param name="Start">Where it begins in the passage's text.</param>
    /// <param name="Length">UTF-16 units.</param>
    /// <param name="From">Where it begins in what the element says; null where the element cannot be cut.</param>
    /// <param name="IsRaised">Whether it is set above the line.</param>
    public sealed record Piece(XElement Element, int Start, int Length, int? From, bool IsRaised)
    {
        public int End => Start + Length;
    }

    /// <summary>A mark that Word numbers by itself.</summary>
    /// <param name="Key">The note it points to.</param>
    /// <param name="Element">The reference in the text.</param>
    public sealed record Reference(WordNoteKey Key, XElement Element);

    public required BlockKind Kind { get; init; }

    /// <summary>Of a heading, from 1; else 0.</summary>
    public int Level { get; init; }

    /// <summary>For a note its number; null for other text.</summary>
    public int? Number { get; init; }

    /// <summary>What Word sets before the text, and no element holds: a heading's number, an item's sign, a note's number; with a space after it.</summary>
    public string Label { get; init; } = "";

    /// <summary>For a note whose mark somebody has typed: its number is typed too, before its text.</summary>
    public bool IsNumberTyped { get; init; }

    /// <summary>Where the text begins after a note's number.</summary>
    public int TextStart { get; private set; }

    /// <summary>For a note, or what stands in a frame of its own, the reference or the paragraph that it belongs to; null for others.</summary>
    public XElement? Host { get; init; }

    public List<Piece> Pieces { get; private set; } = [];
    public List<Mark> Marks { get; private set; } = [];
    public List<Reference> References { get; } = [];

    /// <summary>The label and the text, as printed but for line breaks and tabs, which are spaces; without space around it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The text as it was typed, with space around it, and without the label.</summary>
    public string Typed => _typed.ToString();

    /// <summary>Whether nothing stands in it but space.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <param name="words">What an element stands for.</param>
    /// <param name="element">The element.</param>
    /// <param name="canBeCut">Whether each sign of the words is one of the element's own text.</param>
    /// <param name="isRaised">Whether it is set above the line.</param>
    public void Add(string words, XElement element, bool canBeCut, bool isRaised)
    {
        IsEmpty &= string.IsNullOrWhiteSpace(words);
        Pieces.Add(new Piece(element, _typed.Length, words.Length, canBeCut ? 0 : null, isRaised));
        _typed.Append(words);
    }

    /// <summary>Adds the mark of a note.</summary>
    /// <param name="number">The note's.</param>
    /// <param name="element">What stands for it in the file.</param>
    public void AddMark(int number, XElement element)
    {
        var words = number.ToString(CultureInfo.InvariantCulture);
        Marks.Add(new Mark(number, _typed.Length, words.Length));
        Add(words, element, canBeCut: false, isRaised: true);
    }

    /// <summary>Sets the label before the text, when nothing more is added.</summary>
    public void Complete()
    {
        var words = Typed.TrimStart();
        var lead = _typed.Length - words.Length;
        var number = Label.TrimEnd();
        var label = IsNumberTyped && words.StartsWith(number, StringComparison.Ordinal) ? "" : Label;
        var shift = label.Length - lead;
        Text = (label + words).TrimEnd();
        TextStart = Math.Min(number.Length, Text.Length);
        TextStart += Text.Length - TextStart - Text[TextStart..].TrimStart().Length;
        Marks = [.. Marks.Select(mark => mark with { Start = mark.Start + shift })];
        Pieces =
        [
            .. Pieces
                .Where(piece => piece.End > lead)
                .Select(piece =>
                {
                    var cut = Math.Max(0, lead - piece.Start);
                    return piece with
                    {
                        Start = piece.Start + cut + shift,
                        Length = piece.Length - cut,
                        From = piece.From + cut,
                    };
                }),
        ];
    }
}

/// <summary>A note of a Word file: footnotes and endnotes have ids of their own.</summary>
internal readonly record struct WordNoteKey(bool IsEndnote, string Id);
