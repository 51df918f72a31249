namespace Samla.Analyse;

/// <summary>A passage as the learner sees it: the numbers of its features, in order, and how heavy each is.</summary>
internal sealed class PassageVector(int[] numbers, float[] values)
{
    /// <summary>The features' numbers, rising.</summary>
    public int[] Numbers => numbers;

    /// <summary>The weight of each. Their squares sum to one, so that a long passage speaks no louder than a short one.</summary>
    public float[] Values => values;

    /// <summary>True if there is nothing in the passage to go by.</summary>
    public bool IsEmpty => numbers.Length == 0;

    /// <summary>How far the passage lies in the direction of the weights.</summary>
    public double Dot(float[] weights)
    {
        // Four sums side by side: one alone would wait for itself at every step.
        float a = 0,
            b = 0,
            c = 0,
            d = 0;
        var i = 0;
        for (; i <= numbers.Length - 4; i += 4)
        {
            a += values[i] * weights[numbers[i]];
            b += values[i + 1] * weights[numbers[i + 1]];
            c += values[i + 2] * weights[numbers[i + 2]];
            d += values[i + 3] * weights[numbers[i + 3]];
        }

        for (; i < numbers.Length; i++)
        {
            a += values[i] * weights[numbers[i]];
        }

        return (double)a + b + c + d;
    }

    /// <summary>Moves the weights towards the passage, or away from it.</summary>
    public void AddTo(float[] weights, float factor)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            weights[numbers[i]] += factor * values[i];
        }
    }
}
