namespace Samla.Analyse;

/// <summary>How rare each feature is among the passages that were learnt from (TF-IDF): what all say, tells nothing.</summary>
internal sealed class FeatureRarity
{
    private readonly float[] _rarity = new float[PassageFeature.Count];

    /// <param name="passages">The features of each passage, as <see cref="Tally"/> gives them.</param>
    public FeatureRarity(IReadOnlyCollection<(int[] Numbers, int[] Times)> passages)
    {
        var holders = new int[PassageFeature.Count];
        foreach (var number in passages.SelectMany(p => p.Numbers))
        {
            holders[number]++;
        }

        for (var i = 0; i < holders.Length; i++)
        {
            // A feature that was never seen keeps zero: there is nothing to say of it.
            _rarity[i] = holders[i] == 0 ? 0 : (float)Math.Log(1 + ((double)passages.Count / holders[i]));
        }
    }

    /// <summary>How many times each feature occurs, by rising number.</summary>
    public static (int[] Numbers, int[] Times) Tally(IReadOnlyList<PassageFeature> features)
    {
        var all = new int[features.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = features[i].Number;
        }

        Array.Sort(all);
        List<int> numbers = new(all.Length);
        List<int> times = new(all.Length);
        foreach (var number in all)
        {
            if (numbers is [.., var last] && last == number)
            {
                times[^1]++;
            }
            else
            {
                numbers.Add(number);
                times.Add(1);
            }
        }

        return ([.. numbers], [.. times]);
    }

    /// <summary>Said ten times is not ten times as much as said once; hence the logarithm.</summary>
    public PassageVector Weigh((int[] Numbers, int[] Times) passage)
    {
        var values = new float[passage.Numbers.Length];
        var squares = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((1 + Math.Log(passage.Times[i])) * _rarity[passage.Numbers[i]]);
            squares += values[i] * values[i];
        }

        var length = (float)Math.Sqrt(squares);
        for (var i = 0; i < values.Length && length > 0; i++)
        {
            values[i] /= length;
        }

        return length > 0 ? new(passage.Numbers, values) : new([], []);
    }
}
