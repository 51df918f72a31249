namespace Samla.Domain.Analyse;

/// <summary>Two coders' agreement beyond chance, where chance follows each coder's own habits.</summary>
/// <remarks>
/// κ = (pₒ − pₑ) / (1 − pₑ), pₑ = Σₖ p₁(k) p₂(k). Cohen 1960, Educational and Psychological Measurement 20, 40. Weighted: pₒ and pₑ
/// are sums over all pairs of categories times their weight. Cohen 1968, Psychological Bulletin 70, 213–220.
/// </remarks>
public static class CohensKappa
{
    /// <summary>Units that only one has judged are left out.</summary>
    public static Coefficient Of(Ratings ratings, ScaleWeights weights = ScaleWeights.Nominal)
    {
        if (ratings.Coders != 2)
        {
            return new Coefficient.Undefined(WhyUndefined.NotTwoCoders);
        }

        List<(int First, int Second)> pairs =
        [
            .. from unit in ratings.Units
            where unit[0] is not null && unit[1] is not null
            select (unit[0]!.Value, unit[1]!.Value),
        ];
        if (pairs.Count == 0)
        {
            return new Coefficient.Undefined(WhyUndefined.NothingInCommon);
        }

        if (pairs.TrueForAll(pair => pair.First == pairs[0].First && pair.Second == pairs[0].First))
        {
            return new Coefficient.Undefined(WhyUndefined.OneValue);
        }

        var observed = pairs.Average(pair => weights.Of(pair.First, pair.Second, ratings.Categories));
        var expected = (
            from one in pairs.CountBy(pair => pair.First)
            from other in pairs.CountBy(pair => pair.Second)
            select weights.Of(one.Key, other.Key, ratings.Categories) * one.Value * other.Value
        ).Sum();
        return Coefficient.OfAgreement(observed, expected / pairs.Count / pairs.Count);
    }
}
