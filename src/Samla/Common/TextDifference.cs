using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Samla.Common;

/// <summary>What a part of two texts is: in both, or in one of them.</summary>
public enum PartKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A part of two texts that are laid beside each other.</summary>
public sealed record TextPart(PartKind Kind, string Text);

/// <summary>What two texts have in common, word by word.</summary>
public static class TextDifference
{
    /// <summary>Characters, together: longer texts are compared line by line, or a page would wait for them.</summary>
    private const int LongestByWord = 40_000;

    private static readonly DelimiterChunker Words = new([
        ' ',
        '\u00a0',
        '\n',
        '\t',
        '.',
        ',',
        ';',
        ':',
        '!',
        '?',
        '(',
        ')',
        '”',
    ]);

    private static readonly DelimiterChunker Lines = new(['\n']);

    /// <summary>How much of a text was in another already: whole per cent of its characters, 100 only where nothing differs.</summary>
    public static int PercentKept(string before, string after)
    {
        if (after.Length == 0)
        {
            return 0;
        }

        var parts = Between(before, after);
        var same = parts.Where(part => part.Kind == PartKind.Same).Sum(part => part.Text.Length);
        return parts is [{ Kind: PartKind.Same }] ? 100 : Math.Min(99, 100 * same / after.Length);
    }

    /// <summary>
    /// Whether at least so many per cent of a text were in another already. Texts without so many words in common are not laid
    /// side by side, so that a page may ask it of many.
    /// </summary>
    public static bool KeepsAtLeast(int percent, string before, string after)
    {
        var enough = (long)percent * after.Length;
        return after.Length > 0
            && 100L * before.Length >= enough
            && 100L * LettersInCommon(before, after) >= enough
            && PercentKept(before, after) >= percent;
    }

    /// <summary>
    /// The parts in the order of reading. Those that are the same or removed make the first text, those that are the same or
    /// added the second.
    /// </summary>
    public static IReadOnlyList<TextPart> Between(string before, string after)
    {
        var pieces = InlineDiffBuilder
            .Diff(
                before,
                after,
                ignoreWhiteSpace: false,
                ignoreCase: false,
                chunker: before.Length + after.Length > LongestByWord ? Lines : Words
            )
            .Lines;
        var parts = new List<TextPart>();
        foreach (var piece in pieces)
        {
            var kind = piece.Type switch
            {
                ChangeType.Inserted => PartKind.Added,
                ChangeType.Deleted => PartKind.Removed,
                _ => PartKind.Same,
            };
            if (parts is [.., var last] && last.Kind == kind)
            {
                parts[^1] = last with { Text = last.Text + piece.Text };
            }
            else if (piece.Text.Length > 0)
            {
                parts.Add(new TextPart(kind, piece.Text));
            }
        }

        return parts;
    }

    /// <summary>How much of a text's words another has, in whatever order: they can have no more in common than that.</summary>
    private static int LettersInCommon(string before, string after)
    {
        var left = Words.Chunk(before).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var common = 0;
        foreach (var word in Words.Chunk(after))
        {
            if (left.GetValueOrDefault(word) is > 0 and var count)
            {
                left[word] = count - 1;
                common += word.Length;
            }
        }

        return common;
    }
}
