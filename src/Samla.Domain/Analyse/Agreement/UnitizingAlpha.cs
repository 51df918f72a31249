namespace Samla.Domain.Analyse;

/// <summary>
/// Krippendorff's αᵤ: agreement beyond chance on which passages are marked, counted in characters. What differs more, such as a
/// passage that only one marked or an end far off, weighs more.
/// </summary>
/// <remarks>
/// αᵤ = 1 − Σ_c Dₒ_c / Σ_c Dₑ_c. For m coders and a continuum of length L each coder's continuum is cut, for a category c, into
/// passages (v = 1) and the gaps between (v = 0), of length l.
/// Dₒ_c = ΣΣ δ² / m(m − 1)L² over all pairs of segments of different coders, where δ² is the square of the distance between
/// beginnings plus that between ends of two passages that overlap, and the square of the length of a passage that stands wholly in a
/// gap.
/// Dₑ_c = (2/L) Σ_g v_g [ (N − 1)(2l³ − 3l² + l)/3 + l² Σ_h (1 − v_h)(l_h − l + 1 where l_h ≥ l) ] / ( mL(mL − 1) − Σ_g v_g l(l − 1) )
/// over all N passages g and gaps h of all coders.
/// Krippendorff 1995, Sociological Methodology 25, 57–65; 2004, Content Analysis (2nd ed.), 251–256.
/// </remarks>
public static class UnitizingAlpha
{
    /// <summary>For all categories together.</summary>
    public static Coefficient Of(Unitizing unitizing) => Of(unitizing, unitizing.Categories);

    /// <summary>For one category.</summary>
    public static Coefficient Of(Unitizing unitizing, string category) => Of(unitizing, [category]);

    private static Coefficient Of(Unitizing unitizing, IReadOnlyList<string> categories)
    {
        if (unitizing.Coders.Count < 2 || unitizing.Length == 0)
        {
            return new Coefficient.Undefined(WhyUndefined.NothingInCommon);
        }

        double observed = 0,
            expected = 0;
        var marked = false;
        foreach (var category in categories)
        {
            Segment[][] coders = [.. unitizing.Coders.Select(units => Cut(units, category, unitizing.Length))];
            marked |= coders.Any(segments => segments.Any(segment => segment.IsUnit));
            observed += Observed(coders, unitizing.Length);
            expected += Expected(coders, unitizing.Length);
        }

        return (marked, expected) switch
        {
            (false, _) => new Coefficient.Undefined(WhyUndefined.NothingMarked),
            (true, 0) => new Coefficient.Undefined(WhyUndefined.OneValue),
            _ => Coefficient.OfDisagreement(observed, expected),
        };
    }

    private readonly record struct Segment(int Start, int End, bool IsUnit)
    {
        // As double, since lengths are squared and cubed.
        public double Length => End - Start;

        public bool Holds(Segment other) => Start <= other.Start && other.End <= End;
    }

    private static Segment[] Cut(IReadOnlyList<Unit> units, string category, int length)
    {
        List<Segment> segments = [];
        var at = 0;
        foreach (var unit in units.Where(unit => unit.Category == category))
        {
            if (unit.Start > at)
            {
                segments.Add(new(at, unit.Start, IsUnit: false));
            }

            segments.Add(new(unit.Start, unit.End, IsUnit: true));
            at = unit.End;
        }

        if (at < length)
        {
            segments.Add(new(at, length, IsUnit: false));
        }

        return [.. segments];
    }

    private static double Observed(Segment[][] coders, double length)
    {
        var sum = 0.0;
        for (var one = 0; one < coders.Length; one++)
        {
            for (var other = one + 1; other < coders.Length; other++)
            {
                // Each pair of coders is met from both sides.
                sum += 2 * Difference(coders[one], coders[other]);
            }
        }

        return sum / (coders.Length * (coders.Length - 1)) / (length * length);
    }

    /// <summary>Only segments that overlap differ, and those are met by walking along both continua at once.</summary>
    private static double Difference(Segment[] ones, Segment[] others)
    {
        var sum = 0.0;
        int at = 0,
            otherAt = 0;
        while (at < ones.Length && otherAt < others.Length)
        {
            var (one, other) = (ones[at], others[otherAt]);
            sum += Difference(one, other);
            at += one.End <= other.End ? 1 : 0;
            otherAt += other.End <= one.End ? 1 : 0;
        }

        return sum;
    }

    private static double Difference(Segment one, Segment other) =>
        (one.IsUnit, other.IsUnit) switch
        {
            (true, true) => Square(one.Start - other.Start) + Square(one.End - other.End),
            (true, false) when other.Holds(one) => Square(one.Length),
            (false, true) when one.Holds(other) => Square(other.Length),
            _ => 0,
        };

    private static double Expected(Segment[][] coders, double length)
    {
        double[] units = [.. coders.SelectMany(all => all).Where(one => one.IsUnit).Select(one => one.Length)];
        double[] gaps =
        [
            .. coders.SelectMany(all => all).Where(one => !one.IsUnit).Select(one => one.Length).OrderDescending(),
        ];
        double sum = 0,
            longer = 0;
        var at = 0;
        foreach (var l in units.OrderDescending())
        {
            for (; at < gaps.Length && gaps[at] >= l; at++)
            {
                longer += gaps[at] + 1;
            }

            sum += (units.Length - 1) / 3.0 * ((2 * l * l * l) - (3 * l * l) + l);
            sum += l * l * (longer - (at * l));
        }

        var all = coders.Length * length;
        return 2 / length * sum / ((all * (all - 1)) - units.Sum(l => l * (l - 1)));
    }

    private static double Square(double number) => number * number;
}
