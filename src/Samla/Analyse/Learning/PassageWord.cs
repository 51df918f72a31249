namespace Samla.Analyse;

/// <summary>A word of a passage that has something to say.</summary>
/// <param name="Surface">As it is spelt in the passage.</param>
/// <param name="Form">In small letters.</param>
/// <param name="Stem">Without its Swedish endings.</param>
internal readonly record struct PassageWord(string Surface, string Form, string Stem)
{
    /// <summary>The words in reading order, the silent ones left out. "1:1" is one word, "EU:s" is two.</summary>
    public static IReadOnlyList<PassageWord> In(string text)
    {
        // å is one letter, whether it was typed as one character or as two.
        var whole = text.IsNormalized() ? text : text.Normalize();
        List<PassageWord> words = [];
        for (var at = 0; at < whole.Length; )
        {
            var length = LengthAt(whole, at);
            if (length > 0)
            {
                AddWord(words, whole.Substring(at, length));
            }

            at += Math.Max(1, length);
        }

        return words;
    }

    private static void AddWord(List<PassageWord> words, string surface)
    {
        var form = surface.ToLowerInvariant();
        if (!SilentWords.Contains(form))
        {
            words.Add(new(surface, form, SwedishStemmer.Stem(form)));
        }
    }

    private static int LengthAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsRatio(text, start, end)))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsRatio(string text, int start, int colon) =>
        text[colon] == ':'
        && colon > start
        && colon + 1 < text.Length
        && char.IsDigit(text[colon - 1])
        && char.IsDigit(text[colon + 1]);
}
