namespace Samla.Domain.Compile;

/// <summary>
/// Which shares of those asked a vague word may stand for. The table is the one of docs/method.md; only an analyst chooses
/// such a word, never the system.
/// </summary>
public static class VagueWords
{
    /// <summary>The least and greatest number out of <paramref name="asked"/> that a word may stand for; null for kinds that are no vague words.</summary>
    public static (int Least, int Greatest)? Range(QuantifierKind kind, int asked) =>
        kind switch
        {
            QuantifierKind.AlmostAll => (CeilingOf(3, 4, asked), asked - 1),
            QuantifierKind.Majority => ((asked / 2) + 1, asked - 1),
            QuantifierKind.TwoThirds => (CeilingOf(3, 5, asked), 5 * asked / 7),
            QuantifierKind.Half => (CeilingOf(3, 7, asked), 4 * asked / 7),
            QuantifierKind.AlmostHalf => (CeilingOf(1, 3, asked), (asked - 1) / 2),
            QuantifierKind.Several => (Math.Min(3, asked), 3 * asked / 5),
            QuantifierKind.Some => (2, 2 * asked / 5),
            QuantifierKind.Few => (1, asked / 5),
            QuantifierKind.Exact
            or QuantifierKind.All
            or QuantifierKind.AllButN
            or QuantifierKind.None
            or QuantifierKind.Unquantified => null,
        };

    /// <summary>Whether a word may stand for <paramref name="saying"/> out of <paramref name="asked"/>; no word stands for none.</summary>
    public static bool Fits(QuantifierKind kind, int saying, int asked) =>
        saying > 0 && Range(kind, asked) is { } range && saying >= range.Least && saying <= range.Greatest;

    private static int CeilingOf(int part, int whole, int asked) => ((part * asked) + whole - 1) / whole;
}
