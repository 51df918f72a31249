namespace Samla.Analyse;

/// <summary>The weights of all codes, laid out by feature, so that a passage is weighed for every code in one go.</summary>
internal sealed class CodeWeights
{
    /// <summary>
    /// Each code keeps its heaviest weights only, so that 500 codes take 34 MB. To keep all changed nothing in the
    /// measure.
    /// </summary>
    private const int MostPerCode = 8_192;

    private readonly int[] _starts = new int[PassageFeature.Count + 1];
    private readonly int[] _codes;
    private readonly float[] _weights;
    private readonly float[] _levels;

    /// <param name="learnt">For each code its heaviest weights and its level.</param>
    public CodeWeights(IReadOnlyList<Heaviest> learnt)
    {
        _levels = [.. learnt.Select(code => code.Level)];
        foreach (var number in learnt.SelectMany(code => code.Numbers))
        {
            _starts[number + 1]++;
        }

        for (var i = 0; i < PassageFeature.Count; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _codes = new int[_starts[^1]];
        _weights = new float[_starts[^1]];
        Fill(learnt);
    }

    private void Fill(IReadOnlyList<Heaviest> learnt)
    {
        var next = _starts.ToArray();
        for (var code = 0; code < learnt.Count; code++)
        {
            for (var i = 0; i < learnt[code].Numbers.Length; i++)
            {
                var at = next[learnt[code].Numbers[i]]++;
                (_codes[at], _weights[at]) = (code, learnt[code].Weights[i]);
            }
        }
    }

    /// <summary>How well each code fits; above zero on the side of the code.</summary>
    public double[] Scores(PassageVector passage)
    {
        double[] scores = [.. _levels];
        for (var i = 0; i < passage.Numbers.Length; i++)
        {
            var (from, to) = (_starts[passage.Numbers[i]], _starts[passage.Numbers[i] + 1]);
            for (var at = from; at < to; at++)
            {
                scores[_codes[at]] += passage.Values[i] * _weights[at];
            }
        }

        return scores;
    }

    /// <summary>How well one code fits, as in <see cref="Scores"/>.</summary>
    public double Score(PassageVector passage, int code)
    {
        double score = _levels[code];
        for (var i = 0; i < passage.Numbers.Length; i++)
        {
            score += passage.Values[i] * this[passage.Numbers[i], code];
        }

        return score;
    }

    /// <summary>The weight of a feature for a code; zero if the code does not know it.</summary>
    public float this[int feature, int code]
    {
        get
        {
            // The codes of a feature stand in rising order, as they were filled in.
            var from = _starts[feature];
            var found = Array.BinarySearch(_codes, from, _starts[feature + 1] - from, code);
            return found < 0 ? 0 : _weights[found];
        }
    }

    /// <summary>The heaviest weights of one code, and its level.</summary>
    public sealed record Heaviest(int[] Numbers, float[] Weights, float Level)
    {
        /// <param name="all">One weight for each feature, and last the level.</param>
        public static Heaviest Of(float[] all)
        {
            var features = all.AsSpan(0, PassageFeature.Count);
            var least = LeastKept(features);
            List<int> numbers = new(MostPerCode);
            for (var i = 0; i < features.Length && numbers.Count < MostPerCode; i++)
            {
                if (features[i] != 0 && Math.Abs(features[i]) >= least)
                {
                    numbers.Add(i);
                }
            }

            return new([.. numbers], [.. numbers.Select(i => all[i])], all[^1]);
        }

        private static float LeastKept(ReadOnlySpan<float> features)
        {
            List<float> sizes = [];
            foreach (var weight in features)
            {
                if (weight != 0)
                {
                    sizes.Add(Math.Abs(weight));
                }
            }

            sizes.Sort();
            return sizes.Count > MostPerCode ? sizes[^MostPerCode] : 0;
        }
    }
}
