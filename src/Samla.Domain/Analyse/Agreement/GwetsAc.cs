namespace Samla.Domain.Analyse;

/// <summary>
/// Agreement beyond chance that stays near the percentage where nearly all is of one category, which the kappas do not.
/// </summary>
/// <remarks>
/// AC1 = (pₐ − pₑ) / (1 − pₑ), pₑ = Σₖ πₖ(1 − πₖ) / (q − 1), where q categories may be chosen and πₖ is the mean over units of the
/// share that chose k. Gwet 2008, British Journal of Mathematical and Statistical Psychology 61, 29–48; with weights (AC2, where pₑ
/// is multiplied by the sum of the weights over q) and missing judgements Gwet 2014, Handbook of Inter-Rater Reliability (4th ed.).
/// </remarks>
public static class GwetsAc
{
    /// <summary>AC1; with weights of a scale AC2.</summary>
    public static Coefficient Of(Ratings ratings, ScaleWeights weights = ScaleWeights.Nominal)
    {
        if (PercentAgreement.Observed(ratings, weights) is not { } observed)
        {
            return new Coefficient.Undefined(WhyUndefined.NothingInCommon);
        }

        var q = ratings.Categories;
        if (q == 1)
        {
            return new Coefficient.Undefined(WhyUndefined.OneValue);
        }

        // Who alone judged a unit makes no pair, but still tells how common a category is.
        var judged = ratings.CountsBy(1);
        var spread = Enumerable
            .Range(0, q)
            .Select(category => judged.Average(unit => unit[category] / (double)unit.Sum()))
            .Sum(share => share * (1 - share));
        var weight = (
            from one in Enumerable.Range(0, q)
            from other in Enumerable.Range(0, q)
            select weights.Of(one, other, q)
        ).Sum();
        return Coefficient.OfAgreement(observed, weight / q * spread / (q - 1));
    }
}
