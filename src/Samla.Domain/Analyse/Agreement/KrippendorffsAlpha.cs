namespace Samla.Domain.Analyse;

/// <summary>Agreement beyond chance for any number of coders, with missing judgements and few units.</summary>
/// <remarks>
/// α = 1 − Dₒ / Dₑ for nominal data. Dₒ = (1/n) Σᵤ Σ_{c≠k} nᵤ_c nᵤ_k / (mᵤ − 1) and Dₑ = Σ_{c≠k} n_c n_k / n(n − 1), over the units
/// with mᵤ ≥ 2 judgements, n judgements in all. Krippendorff 2004, Content Analysis (2nd ed.), 222–232; 2011, Computing
/// Krippendorff's Alpha-Reliability.
/// </remarks>
public static class KrippendorffsAlpha
{
    public static Coefficient Of(Ratings ratings)
    {
        var units = ratings.CountsBy(2);
        if (units.Count == 0)
        {
            return new Coefficient.Undefined(WhyUndefined.NothingInCommon);
        }

        var totals = Ratings.Totals(units, ratings.Categories);
        if (totals.Count(total => total > 0) == 1)
        {
            return new Coefficient.Undefined(WhyUndefined.OneValue);
        }

        double all = totals.Sum();
        var observed = units.Sum(unit => UnlikePairs(unit) / (unit.Sum() - 1)) / all;
        return Coefficient.OfDisagreement(observed, UnlikePairs(totals) / (all * (all - 1)));
    }

    private static double UnlikePairs(int[] counts)
    {
        double all = counts.Sum();
        return (all * all) - counts.Sum(count => (double)count * count);
    }
}
