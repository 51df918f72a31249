namespace Samla.Domain.Compile;

/// <summary>A quotation in which something is left out: word for word the passage, but for what <see cref="Mark"/> stands in place of.</summary>
public static class Shortened
{
    /// <summary>Stands in place of what is left out.</summary>
    public const string Mark = "[…]";

    private const string TypedMark = "[...]";

    /// <summary>The quotation as it is printed, with the mark in its own sign and each run of white space as one blank.</summary>
    public static string Written(string words) => Even(words.Replace(TypedMark, Mark, StringComparison.Ordinal));

    /// <summary>
    /// Whether the quotation is the passage with some stretches left out. Each mark stands in place of one word at least, and no word
    /// is cut; white space counts as one blank.
    /// </summary>
    /// <param name="passage">The source's own words.</param>
    /// <param name="words">What is quoted, with the mark where something is left out.</param>
    public static bool Fits(string passage, string words)
    {
        passage = Even(passage);
        string[] parts = [.. Written(words).Split(Mark).Select(part => part.Trim())];
        if (parts.Length == 1)
        {
            return parts[0].Length > 0 && parts[0] == passage;
        }

        if (parts.All(part => part.Length == 0) || !passage.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        // The leftmost place leaves most for what follows, so that no other needs to be tried.
        foreach (var part in parts[1..^1])
        {
            if (part.Length == 0 || Next(passage, part, at) is not { } found)
            {
                return false;
            }

            at = found + part.Length;
        }

        var last = passage.Length - parts[^1].Length;
        return passage.EndsWith(parts[^1], StringComparison.Ordinal) && IsLeftOut(passage, at, last);
    }

    private static int? Next(string passage, string part, int from)
    {
        for (
            var at = passage.IndexOf(part, from, StringComparison.Ordinal);
            at >= 0;
            at = passage.IndexOf(part, at + 1, StringComparison.Ordinal)
        )
        {
            if (IsLeftOut(passage, from, at) && !Cuts(passage, at + part.Length))
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsLeftOut(string passage, int from, int to) =>
        from < to
        && !string.IsNullOrWhiteSpace(passage[from..to])
        && (from == 0 || !Cuts(passage, from))
        && (to == passage.Length || !Cuts(passage, to));

    private static bool Cuts(string passage, int at) =>
        at > 0 && at < passage.Length && char.IsLetterOrDigit(passage[at - 1]) && char.IsLetterOrDigit(passage[at]);

    private static string Even(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
