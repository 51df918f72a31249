using System.Text;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>The passages of a Word file as one text, and the way back from the text to the file.</summary>
internal sealed class WordTypedText
{
    // What is looked for of a block, in signs that are no space: enough to tell it from others.
    private const int Beginning = 60;

    // And how far: what is not found must not be looked for in the whole of a large file, time and again.
    private const int Farthest = 100_000;

    private readonly StringBuilder _text = new();

    /// <summary>The text without space: line ends and what is joined over them leave its order as it is.</summary>
    private readonly StringBuilder _dense = new();
    private readonly List<(WordPassage Passage, int At)> _origins = [];
    private string? _whole;
    private int[]? _blockStarts;

    private WordTypedText() { }

    public string Text => _text.ToString();

    /// <param name="passages">All of a file.</param>
    /// <param name="areLines">Whether each is a line, and an empty one stands between paragraphs; else each is a paragraph.</param>
    public static WordTypedText Of(IEnumerable<WordPassage> passages, bool areLines)
    {
        var typed = new WordTypedText();
        foreach (var passage in passages)
        {
            typed.Add(passage, areLines);
            typed._text.Append(areLines ? "\n" : "\n\n");
        }

        return typed;
    }

    /// <summary>Where a place of the text that was read stands in the file; null where it cannot be told.</summary>
    public WordPlace? Find(PublishedText text, Place place)
    {
        _whole ??= _dense.ToString();
        _blockStarts ??= BlockStarts(text, _whole);
        var blockStart = _blockStarts[place.Block];
        if (blockStart < 0)
        {
            return null;
        }

        var block = text.Blocks[place.Block].Text;
        var words = Dense(block.AsSpan(place.Start, place.Length));
        var start = blockStart + Dense(block.AsSpan(0, place.Start)).Length;
        if (start > _whole.Length || string.CompareOrdinal(_whole, start, words, 0, words.Length) != 0)
        {
            // A block that was cut by a page or by notes goes on after them.
            start = _whole.IndexOf(
                words,
                blockStart,
                Math.Min(Farthest, _whole.Length - blockStart),
                StringComparison.Ordinal
            );
        }

        if (start < 0 || start >= _origins.Count || words.Length == 0)
        {
            return null;
        }

        var (passage, from) = _origins[start];
        var last = _origins[Math.Min(start + words.Length, _origins.Count) - 1];
        var end = last.Passage == passage ? last.At + 1 : passage.Text.Length;
        return new WordPlace(passage, from, Math.Max(1, end - from));
    }

    private void Add(WordPassage passage, bool isLine)
    {
        if (passage.Kind == BlockKind.Heading)
        {
            _text.Append('#', Math.Clamp(passage.Level, 1, 6)).Append(' ');
        }

        // The space around lines tells the reader of texts where pages and their notes begin.
        var typed = isLine && passage.Kind == BlockKind.Paragraph ? passage.Typed : "";
        _text.Append(typed, 0, typed.Length - typed.TrimStart().Length);
        var raised = new bool[passage.Text.Length];
        foreach (var piece in passage.Pieces.Where(piece => piece.IsRaised && piece.Start < raised.Length))
        {
            Array.Fill(raised, true, piece.Start, Math.Max(0, Math.Min(piece.End, raised.Length) - piece.Start));
        }

        foreach (var (at, sign) in passage.Text.Index())
        {
            var written = raised[at] && char.IsAsciiDigit(sign) ? Superscript.Write(sign - '0')[0] : sign;
            _text.Append(written);
            if (!char.IsWhiteSpace(written))
            {
                _dense.Append(written);
                _origins.Add((passage, at));
            }
        }

        if (!passage.IsEmpty)
        {
            _text.Append(typed.AsSpan(typed.TrimEnd().Length));
        }
    }

    /// <summary>Where each block begins in the dense text; -1 for one that is not found.</summary>
    private static int[] BlockStarts(PublishedText text, string dense)
    {
        var from = 0;
        var starts = new int[text.Blocks.Count];
        foreach (var block in text.Blocks)
        {
            var beginning = Dense(block.Text.AsSpan(0, Math.Min(block.Text.Length, 2 * Beginning)));
            beginning = beginning[..Math.Min(beginning.Length, Beginning)];
            var at = dense.IndexOf(beginning, from, Math.Min(Farthest, dense.Length - from), StringComparison.Ordinal);
            starts[block.Index] = at;
            from = at < 0 ? from : at;
        }

        return starts;
    }

    private static string Dense(ReadOnlySpan<char> text)
    {
        var dense = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign))
            {
                dense.Append(sign);
            }
        }

        return dense.ToString();
    }
}
