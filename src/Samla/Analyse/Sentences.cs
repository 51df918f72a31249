namespace Samla.Analyse;

/// <summary>The sentences of a source's text: what codes are suggested for.</summary>
internal static class Sentences
{
    /// <summary>Shorter than this says too little to suggest a code for.</summary>
    private const int FewestSigns = 20;

    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] != '\n' && !Ends(text, at))
            {
                continue;
            }

            var sentence = Trimmed(text, start, Math.Min(at + 1, text.Length));
            if (sentence.Length >= FewestSigns)
            {
                yield return sentence;
            }

            start = at + 1;
        }
    }

    /// <summary>A closing sign, and the marks after it, before a space and something that begins a sentence.</summary>
    private static bool Ends(string text, int at)
    {
        if (!(text[at] is '.' or '!' or '?' or '”' or '"' or ')') || at + 2 >= text.Length || text[at + 1] != ' ')
        {
            return false;
        }

        var isClosed = text[at] is '.' or '!' or '?' || (at > 0 && text[at - 1] is '.' or '!' or '?');
        return isClosed
            && (char.IsUpper(text[at + 2]) || char.IsDigit(text[at + 2]) || text[at + 2] is '–' or '•' or '-');
    }

    private static (int Start, int Length) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end - start);
    }
}
