namespace Samla.Domain.Analyse;

/// <summary>Several coders' agreement beyond chance, where chance follows the habits of all taken together.</summary>
/// <remarks>
/// κ = (P̄ − P̄ₑ) / (1 − P̄ₑ), P̄ₑ = Σₖ pₖ². Fleiss 1971, Psychological Bulletin 76, 379–380. For two coders it is Scott's π (Scott 1955,
/// Public Opinion Quarterly 19, 323).
/// </remarks>
public static class FleissKappa
{
    /// <summary>The measure wants equally many judgements of each unit, so units that not all have judged are left out.</summary>
    public static Coefficient Of(Ratings ratings)
    {
        if (ratings.Coders < 2)
        {
            return new Coefficient.Undefined(WhyUndefined.NothingInCommon);
        }

        var complete = Ratings.Of(
            ratings.Categories,
            ratings.Coders,
            ratings.Units.Where(unit => unit.All(chosen => chosen is not null))
        );
        if (PercentAgreement.Observed(complete, ScaleWeights.Nominal) is not { } observed)
        {
            return new Coefficient.Undefined(WhyUndefined.NothingByAll);
        }

        var totals = Ratings.Totals(complete.Counts, complete.Categories);
        double all = totals.Sum();
        return totals.Count(total => total > 0) == 1
            ? new Coefficient.Undefined(WhyUndefined.OneValue)
            : Coefficient.OfAgreement(observed, totals.Sum(total => total / all * (total / all)));
    }
}
