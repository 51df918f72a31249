namespace Samla.Analyse;

/// <summary>A passage in the paragraph it stands in: enough to understand it.</summary>
/// <param name="Before">The words before it in its paragraph.</param>
/// <param name="Quote">The passage.</param>
/// <param name="After">The words after it in its paragraph.</param>
public sealed record PassageInText(string Before, string Quote, string After)
{
    private const string Break = "\n\n";

    /// <summary>Cuts the paragraph out of a source's text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">UTF-16 offset of the passage.</param>
    /// <param name="length">UTF-16 length of the passage.</param>
    public static PassageInText Of(string text, int start, int length)
    {
        var end = start + length;
        var begin = text.LastIndexOf(Break, start, StringComparison.Ordinal) is >= 0 and var before
            ? before + Break.Length
            : 0;
        var close = text.IndexOf(Break, end, StringComparison.Ordinal) is >= 0 and var after ? after : text.Length;
        return new(text[begin..start], text[start..end], text[end..close]);
    }
}
