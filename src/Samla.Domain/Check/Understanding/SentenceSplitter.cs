namespace Samla.Domain.Check.Understanding;

/// <summary>Cuts a block into sentences. Marks after the closing sign belong to the sentence they follow.</summary>
internal static class SentenceSplitter
{
    // Longer than any sentence: text without full stops is cut, so that what is quoted of it stays readable.
    private const int LongestSentence = 2_000;

    public static IEnumerable<Place> Split(Block block)
    {
        var text = block.Text;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at - start >= LongestSentence && (char.IsWhiteSpace(text[at]) || at - start >= 2 * LongestSentence))
            {
                yield return new Place(block.Index, start, at - start);
                start = at;
            }

            if (text[at] is '.' or '!' or '?' && Ends(block, at, out var end))
            {
                if (Trimmed(block, start, end) is { } place)
                {
                    yield return place;
                }

                start = end;
                at = end - 1;
            }
        }

        if (Trimmed(block, start, text.Length) is { } rest)
        {
            yield return rest;
        }
    }

    private static Place? Trimmed(Block block, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(block.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(block.Text[end - 1]))
        {
            end--;
        }

        return end > start ? new Place(block.Index, start, end - start) : null;
    }

    // A sentence ends at its sign if, after closing quotes and marks, a space and a beginning follow.
    private static bool Ends(Block block, int at, out int end)
    {
        var text = block.Text;
        end = at + 1;
        while (end < text.Length)
        {
            if (text[end] is '.' or '!' or '?' or '”' or '"' or ')' or '’' or '»')
            {
                end++;
            }
            else if (block.MarksIn(end, end + 1).FirstOrDefault() is { Length: > 0 } mark)
            {
                end = mark.End;
            }
            else
            {
                break;
            }
        }

        if (end >= text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next >= text.Length || (!char.IsLower(text[next]) && !SwedishText.EndsAbbreviation(text, at));
    }
}
