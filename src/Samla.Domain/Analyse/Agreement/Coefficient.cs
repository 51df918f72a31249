namespace Samla.Domain.Analyse;

/// <summary>How well coders agree by one measure: a value, or the reason why there is none.</summary>
public abstract record Coefficient
{
    private Coefficient() { }

    /// <param name="Observed">The agreement seen; for the alphas the disagreement.</param>
    /// <param name="Expected">The agreement that chance would give; for the alphas the disagreement.</param>
    /// <param name="Value">1 is full agreement, 0 is what chance gives, and less is worse than chance.</param>
    public sealed record Defined(double Observed, double Expected, double Value) : Coefficient;

    /// <param name="Reason">Why no value can be given.</param>
    public sealed record Undefined(WhyUndefined Reason) : Coefficient
    {
        /// <summary>To be printed where the value would stand.</summary>
        public string Swedish => $"odefinierad: {Reason.Swedish}";
    }

    /// <summary>(observed − expected) / (1 − expected): how much of the way from chance to full agreement.</summary>
    internal static Coefficient OfAgreement(double observed, double expected) =>
        new Defined(observed, expected, (observed - expected) / (1 - expected));

    /// <summary>1 − observed / expected: the same, from disagreements.</summary>
    internal static Coefficient OfDisagreement(double observed, double expected) =>
        new Defined(observed, expected, 1 - (observed / expected));
}

/// <summary>Why a measure of agreement has no value.</summary>
public enum WhyUndefined
{
    /// <summary>Nothing was judged by two.</summary>
    NothingInCommon,

    /// <summary>The measure wants the judgement of every coder, and no unit has it.</summary>
    NothingByAll,

    /// <summary>The measure compares two coders, and there are more or fewer.</summary>
    NotTwoCoders,

    /// <summary>Without two values there is no way to disagree, and so nothing to hold the agreement against.</summary>
    OneValue,

    /// <summary>No coder gave the code to any passage.</summary>
    NothingMarked,
}

/// <summary>The reasons in Swedish.</summary>
public static class UndefinedReasons
{
    extension(WhyUndefined reason)
    {
        public string Swedish =>
            reason switch
            {
                WhyUndefined.NothingInCommon => "inget är kodat av minst två",
                WhyUndefined.NothingByAll => "inget är kodat av alla",
                WhyUndefined.NotTwoCoders => "måttet jämför precis två kodare",
                WhyUndefined.OneValue => "alla har kodat lika och bara ett värde förekommer",
                WhyUndefined.NothingMarked => "ingen har markerat något",
            };
    }
}
