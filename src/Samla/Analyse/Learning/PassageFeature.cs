namespace Samla.Analyse;

/// <summary>
/// One trait of a passage: a stem, two stems in a row, or four to six characters within a word, which find the parts of
/// Swedish compounds. The trait's text is hashed to a number, so that memory does not grow with the vocabulary.
/// </summary>
/// <param name="Number">From 0 to <see cref="Count"/>. Two traits may share one; the learner bears it.</param>
/// <param name="First">The first of the words it was found in.</param>
/// <param name="Last">The last of them: the same word, unless the trait is a pair.</param>
internal readonly record struct PassageFeature(int Number, int First, int Last)
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 1 << 18;

    private const int ShortestPart = 4;
    private const int LongestPart = 6;

    /// <summary>The features of a passage's words, one for each time it occurs.</summary>
    public static List<PassageFeature> In(IReadOnlyList<PassageWord> words)
    {
        List<PassageFeature> features = new(words.Count * 16);
        for (var i = 0; i < words.Count; i++)
        {
            features.Add(new(Hash("s", words[i].Stem), i, i));
            if (i > 0)
            {
                features.Add(new(Hash(words[i - 1].Stem, words[i].Stem), i - 1, i));
            }

            AddParts(features, words[i].Form, i);
        }

        return features;
    }

    /// <summary>The word is closed with marks, so that its beginning and its end are traits of their own.</summary>
    private static void AddParts(List<PassageFeature> features, string form, int word)
    {
        var closed = $"<{form}>".AsSpan();
        for (var length = ShortestPart; length <= LongestPart; length++)
        {
            for (var start = 0; start + length <= closed.Length; start++)
            {
                features.Add(new(Hash("p", closed.Slice(start, length)), word, word));
            }
        }
    }

    /// <summary>FNV-1a and a final stir: the same on every machine, which a string's own hash code is not.</summary>
    private static int Hash(string before, ReadOnlySpan<char> text)
    {
        unchecked
        {
            var hash = Add(Add(14695981039346656037, before), " ");
            hash = Add(hash, text);
            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93;
            hash ^= hash >> 32;
            return (int)(hash & (Count - 1));
        }
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return hash;
    }
}
