namespace Samla.Domain.Compile;

/// <summary>One word or sign of a text.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Lower">The word in lower case; a sign as it is.</param>
/// <param name="IsWord">Whether it is a word or figures rather than a sign.</param>
public readonly record struct Word(int Start, int Length, string Lower, bool IsWord)
{
    public int End => Start + Length;
}

/// <summary>Cuts text into words and signs. "1:1-medel" and "EU:s" are one word each.</summary>
public static class Words
{
    /// <summary>The words and signs of <paramref name="text"/> from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where to stop, exclusive.</param>
    /// <param name="masked">Stretches that are no part of the words, as note marks are not; in order.</param>
    public static List<Word> In(string text, int start, int end, IReadOnlyList<Range>? masked = null)
    {
        var words = new List<Word>((end - start) / 6);
        var nextMasked = 0;
        var at = start;
        while (at < end)
        {
            while (masked is not null && nextMasked < masked.Count && masked[nextMasked].End.Value <= at)
            {
                nextMasked++;
            }

            var mask =
                masked is not null && nextMasked < masked.Count ? masked[nextMasked] : Range.StartAt(text.Length);
            if (at >= mask.Start.Value && at < mask.End.Value)
            {
                at = mask.End.Value;
                continue;
            }

            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var limit = Math.Min(end, Math.Max(mask.Start.Value, at + 1));
            var stop = at + 1;
            var isWord = char.IsLetterOrDigit(text[at]);
            while (isWord && stop < limit && Continues(text, stop, limit))
            {
                stop++;
            }

            words.Add(new Word(at, stop - at, Lower(text.AsSpan(at, stop - at)), isWord));
            at = stop;
        }

        return words;
    }

    private static bool Continues(string text, int at, int end) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] is '-' or ':' or '’' or '\u00ad' && at + 1 < end && char.IsLetterOrDigit(text[at + 1]));

    private static string Lower(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsUpper(letter))
            {
                return word.ToString().ToLowerInvariant();
            }
        }

        return word.ToString();
    }
}

/// <summary>Looks words up.</summary>
internal static class WordSearch
{
    extension(ReadOnlySpan<Word> words)
    {
        /// <summary>The index of the first of two words that stands in the row, or -1.</summary>
        public int IndexOfAny(string first, string second)
        {
            for (var at = 0; at < words.Length; at++)
            {
                if (words[at].Lower == first || words[at].Lower == second)
                {
                    return at;
                }
            }

            return -1;
        }
    }
}
