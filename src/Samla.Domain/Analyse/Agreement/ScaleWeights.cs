namespace Samla.Domain.Analyse;

/// <summary>How much two categories agree, by how far apart they stand on a scale of q steps.</summary>
public enum ScaleWeights
{
    /// <summary>The same or not: the categories are no scale.</summary>
    Nominal,

    /// <summary>1 − |a − b| / (q − 1). Cicchetti &amp; Allison 1971, Am. J. of EEG Technology 11, 101–110.</summary>
    Linear,

    /// <summary>1 − (a − b)² / (q − 1)². Fleiss &amp; Cohen 1973, Educ. and Psych. Measurement 33, 613–619.</summary>
    Quadratic,
}

/// <summary>The weights as numbers.</summary>
internal static class ScaleWeighing
{
    extension(ScaleWeights weights)
    {
        /// <summary>1 for the same step, 0 for the ends of the scale.</summary>
        public double Of(int one, int other, int categories)
        {
            if (one == other)
            {
                return 1;
            }

            var distance = Math.Abs(one - other) / (double)(categories - 1);
            return weights switch
            {
                ScaleWeights.Nominal => 0,
                ScaleWeights.Linear => 1 - distance,
                ScaleWeights.Quadratic => 1 - (distance * distance),
            };
        }
    }
}
