namespace Samla.Domain.Analyse;

/// <summary>
/// The share of pairs of judgements of the same unit that agree. For two coders the share of the units they agree on. Nothing is
/// taken off for chance.
/// </summary>
/// <remarks>
/// The mean over units of Σₖ rₖ(rₖ − 1) / r(r − 1), where r judged the unit and rₖ of them chose k. Fleiss 1971, Psychological
/// Bulletin 76, 379; with missing judgements Gwet 2014, Handbook of Inter-Rater Reliability (4th ed.).
/// </remarks>
public static class PercentAgreement
{
    public static Coefficient Of(Ratings ratings) =>
        Observed(ratings, ScaleWeights.Nominal) is { } observed
            ? Coefficient.OfAgreement(observed, expected: 0)
            : new Coefficient.Undefined(WhyUndefined.NothingInCommon);

    /// <summary>The same where steps of a scale may agree in part; null where no unit was judged by two.</summary>
    internal static double? Observed(Ratings ratings, ScaleWeights weights)
    {
        var units = ratings.CountsBy(2);
        return units.Count == 0 ? null : units.Average(unit => OfUnit(unit, weights));
    }

    private static double OfUnit(int[] unit, ScaleWeights weights)
    {
        double coders = unit.Sum();
        var agreeing = 0.0;
        for (var one = 0; one < unit.Length; one++)
        {
            for (var other = 0; other < unit.Length; other++)
            {
                // A judgement makes no pair with itself.
                var others = one == other ? unit[other] - 1 : unit[other];
                agreeing += unit[one] * others * weights.Of(one, other, unit.Length);
            }
        }

        return agreeing / (coders * (coders - 1));
    }
}
