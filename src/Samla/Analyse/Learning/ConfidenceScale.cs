namespace Samla.Analyse;

/// <summary>
/// Turns a score into a confidence: the S-curve that best fits how often a code was right at each score, on passages
/// that the learner had not seen (Platt 1999, fitted as Lin, Lin and Weng 2007 advise).
/// </summary>
internal sealed record ConfidenceScale(double Slope, double Level)
{
    private const int MostSteps = 50;

    /// <summary>For when there was nothing to fit to.</summary>
    public static ConfidenceScale Untried { get; } = new(2, 0);

    /// <summary>From 0 to 1, rising with the score. No score at all (minus infinity) is no confidence.</summary>
    public double At(double score) =>
        double.IsNegativeInfinity(score) ? 0 : 1 / (1 + Math.Exp(-((Slope * score) + Level)));

    /// <param name="trials">Scores on unseen passages, and whether the passage did carry the code.</param>
    public static ConfidenceScale Fit(IReadOnlyList<(double Score, bool Right)> trials)
    {
        var right = trials.Count(t => t.Right);
        var wrong = trials.Count - right;
        if (right == 0 || wrong == 0)
        {
            return Untried;
        }

        // Never quite sure, however good the trials were.
        var goals = ((right + 1.0) / (right + 2), 1.0 / (wrong + 2));
        var flat = new ConfidenceScale(0, Math.Log((right + 1.0) / (wrong + 1)));
        var scale = flat;
        for (var step = 0; step < MostSteps; step++)
        {
            var next = scale.Improved(trials, goals);
            if (next == scale)
            {
                break;
            }

            scale = next;
        }

        // If a better score was not right more often, the score says nothing: then only how common a code is counts.
        return scale.Slope > 0 ? scale : flat;
    }

    /// <summary>One step of Newton's method, halved until it helps. The same again when no step does.</summary>
    private ConfidenceScale Improved(
        IReadOnlyList<(double Score, bool Right)> trials,
        (double Right, double Wrong) goals
    )
    {
        const double Ridge = 1e-9; // keeps the steps finite when the trials are few
        double curveSlope = Ridge,
            curveLevel = Ridge,
            curveBoth = 0,
            slope = 0,
            level = 0;
        foreach (var (score, right) in trials)
        {
            var confidence = At(score);
            var error = confidence - (right ? goals.Right : goals.Wrong);
            var curve = confidence * (1 - confidence);
            (slope, level) = (slope + (error * score), level + error);
            curveSlope += curve * score * score;
            curveBoth += curve * score;
            curveLevel += curve;
        }

        var size = (curveSlope * curveLevel) - (curveBoth * curveBoth);
        var (bySlope, byLevel) = (
            ((curveLevel * slope) - (curveBoth * level)) / size,
            ((curveSlope * level) - (curveBoth * slope)) / size
        );
        var loss = Loss(trials, goals);
        for (var share = 1.0; share > 1e-6; share /= 2)
        {
            var next = new ConfidenceScale(Slope - (share * bySlope), Level - (share * byLevel));
            if (next.Loss(trials, goals) < loss - 1e-9)
            {
                return next;
            }
        }

        return this;
    }

    private double Loss(IReadOnlyList<(double Score, bool Right)> trials, (double Right, double Wrong) goals) =>
        trials.Sum(t =>
        {
            var z = (Slope * t.Score) + Level;
            var goal = t.Right ? goals.Right : goals.Wrong;
            return Math.Max(z, 0) - (goal * z) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
        });
}
