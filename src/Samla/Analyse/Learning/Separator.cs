namespace Samla.Analyse;

/// <summary>
/// Finds the weights that best part the passages that carry a code from those that do not: a linear support vector
/// machine, by dual coordinate descent (Hsieh et al. 2008, with its shrinking). The order of the passages is shuffled
/// with a fixed seed: the same passages give the same weights on every machine.
/// </summary>
internal sealed class Separator
{
    private const double Cost = 1;
    private const double Tolerance = 0.1;

    /// <summary>More rounds move the weights, but not the measure.</summary>
    private const int MostRounds = 8;

    private readonly IReadOnlyList<PassageVector> _passages;
    private readonly bool[] _carries;
    private readonly int[] _order;
    private readonly double[] _pull;
    private readonly float[] _weights = new float[PassageFeature.Count + 1];
    private int _active;

    private Separator(IReadOnlyList<PassageVector> passages, int[] members, bool[] carries)
    {
        _passages = passages;
        _carries = carries;
        _order = [.. CounterExamples.With(passages, members, carries)];
        _pull = new double[passages.Count];
        _active = _order.Length;
    }

    /// <summary>One weight for each feature, and last the level that stands for what all passages have in common.</summary>
    /// <param name="passages">All passages.</param>
    /// <param name="members">Those to learn from.</param>
    /// <param name="carries">For each passage whether it carries the code.</param>
    public static float[] Train(
        IReadOnlyList<PassageVector> passages,
        int[] members,
        bool[] carries,
        CancellationToken cancellation
    )
    {
        var separator = new Separator(passages, members, carries);
        separator.Descend(cancellation);
        return separator._weights;
    }

    /// <summary>Above zero on the side of the code.</summary>
    public static double Score(PassageVector passage, float[] weights) =>
        passage.Dot(weights) + weights[PassageFeature.Count];

    private void Descend(CancellationToken cancellation)
    {
        var dice = new Dice();
        var bar = double.PositiveInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            dice.Shuffle(_order.AsSpan(0, _active));
            var (highest, lowest) = Round(bar);
            if (highest - lowest > Tolerance)
            {
                bar = highest > 0 ? highest : double.PositiveInfinity;
            }
            else if (_active == _order.Length)
            {
                return;
            }
            else
            {
                // Good for those still active; look once more at those that were set aside.
                (_active, bar) = (_order.Length, double.PositiveInfinity);
            }
        }
    }

    /// <summary>Goes through the active passages once. Sets aside those that lie beyond the bar on their own side.</summary>
    private (double Highest, double Lowest) Round(double bar)
    {
        var (highest, lowest) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < _active; i++)
        {
            var member = _order[i];
            var side = _carries[member] ? 1.0 : -1.0;
            var slope = (side * Score(_passages[member], _weights)) - 1;
            if (_pull[member] == 0 && slope > bar)
            {
                _active--;
                (_order[i], _order[_active]) = (_order[_active], _order[i]);
                i--;
                continue;
            }

            var free = slope > 0 ? _pull[member] > 0 : _pull[member] < Cost;
            (highest, lowest) = (Math.Max(highest, free ? slope : 0), Math.Min(lowest, free ? slope : 0));
            if (free)
            {
                Move(member, side, slope);
            }
        }

        return (highest, lowest);
    }

    private void Move(int member, double side, double slope)
    {
        var passage = _passages[member];
        var size = passage.IsEmpty ? 1 : 2; // its features' squares sum to one, and the level adds one
        var before = _pull[member];
        _pull[member] = Math.Clamp(before - (slope / size), 0, Cost);
        var step = (float)(side * (_pull[member] - before));
        passage.AddTo(_weights, step);
        _weights[PassageFeature.Count] += step;
    }
}
