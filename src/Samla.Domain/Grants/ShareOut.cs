namespace Samla.Domain.Grants;

/// <summary>Shares out an amount among parts so that the parts are the whole, to the öre.</summary>
public static class ShareOut
{
    /// <summary>A whole: shares are given in hundredths of a percent.</summary>
    public const int Whole = 10_000;

    /// <summary>
    /// Parts of an amount by the largest remainder (Hamilton's method): each gets its share rounded towards nought, and what is left goes, an öre
    /// each, to those that lost the most; among equals, to the first.
    /// </summary>
    /// <param name="amount">In öre; negative too.</param>
    /// <param name="shares">In hundredths of a percent; together <see cref="Whole"/>.</param>
    public static IReadOnlyList<long> Of(long amount, IReadOnlyList<int> shares)
    {
        if (shares.Sum() != Whole || shares.Any(share => share < 0))
        {
            throw new ArgumentException("The shares are to be a whole.", nameof(shares));
        }

        var parts = shares.Select(share => (Int128)amount * share).ToArray();
        var given = parts.Select(part => (long)(part / Whole)).ToArray();
        var left = amount - given.Sum();
        var byLoss = Enumerable
            .Range(0, parts.Length)
            .OrderByDescending(at => Int128.Abs(parts[at] % Whole))
            .ThenBy(at => at);
        foreach (var at in byLoss.Take((int)Math.Abs(left)))
        {
            given[at] += Math.Sign(left);
        }

        return given;
    }
}
