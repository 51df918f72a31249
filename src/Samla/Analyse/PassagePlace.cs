namespace Samla.Analyse;

/// <summary>Where words that somebody selected stand in a text.</summary>
internal static class PassagePlace
{
    /// <summary>White space that a browser may have selected before the words.</summary>
    private const int MostBefore = 3;

    /// <param name="text">The whole text.</param>
    /// <param name="quote">The words as they were selected or pasted.</param>
    /// <param name="start">Where they were selected, as a UTF-16 offset; null where they were pasted, and must stand once.</param>
    public static Outcome Find(string text, string quote, int? start)
    {
        quote = quote.ReplaceLineEndings("\n").Trim();
        if (quote.Length == 0)
        {
            return new Outcome.Missing("Markera de ord som ska få koden.");
        }

        var near =
            start is { } at && at >= 0 && at <= text.Length ? text.IndexOf(quote, at, StringComparison.Ordinal) : -1;
        if (near >= 0 && near - start <= MostBefore)
        {
            return new Outcome.Found(near, quote);
        }

        var first = text.IndexOf(quote, StringComparison.Ordinal);
        return first < 0 ? new Outcome.Missing("Orden finns inte ordagrant i svaret. Kopiera dem ur texten.")
            : text.IndexOf(quote, first + 1, StringComparison.Ordinal) >= 0
                ? new Outcome.Missing(
                    "Orden står på flera ställen i svaret. Ta med fler ord, så att det framgår vilket ställe du menar."
                )
            : new Outcome.Found(first, quote);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Start">UTF-16 offset.</param>
        /// <param name="Quote">The words without the white space around them.</param>
        public sealed record Found(int Start, string Quote) : Outcome;

        /// <param name="Message">Why they have no place, in Swedish.</param>
        public sealed record Missing(string Message) : Outcome;
    }
}
