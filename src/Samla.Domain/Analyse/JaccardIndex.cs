namespace Samla.Domain.Analyse;

/// <summary>
/// How far two sets hold the same things: J = |A ∩ B| / |A ∪ B|, where |A ∪ B| = |A| + |B| − |A ∩ B|. From 0, where they have nothing
/// in common, to 1, where they are the same.
/// </summary>
/// <remarks>P. Jaccard 1912, The distribution of the flora in the alpine zone, The New Phytologist 11(2), 37–50.</remarks>
public static class JaccardIndex
{
    /// <summary>Null where both sets are empty: they are neither alike nor unlike.</summary>
    /// <param name="both">How many things are in both.</param>
    /// <param name="one">How many are in the one.</param>
    /// <param name="other">How many are in the other.</param>
    public static double? Of(long both, long one, long other) =>
        one + other - both is > 0 and var either ? (double)both / either : null;

    /// <summary>Of two sets of regions.</summary>
    public static double? Of(RegionSet one, RegionSet other) => Of((one & other).Count, one.Count, other.Count);
}
