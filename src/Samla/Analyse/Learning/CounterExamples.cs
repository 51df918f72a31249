namespace Samla.Analyse;

/// <summary>
/// Which passages to learn a code from: all that carry it, and of the others the ones most like them together with an
/// even sample of the rest. A project below the limit uses every passage; above it the time would grow without the
/// weights becoming better.
/// </summary>
internal static class CounterExamples
{
    private const int MostAlike = 1_500;
    private const int MostOthers = 1_500;

    /// <param name="passages">All passages.</param>
    /// <param name="members">Those that may be used.</param>
    /// <param name="carries">For each passage whether it carries the code.</param>
    public static int[] With(IReadOnlyList<PassageVector> passages, int[] members, bool[] carries)
    {
        var carriers = Array.FindAll(members, m => carries[m]);
        var others = Array.FindAll(members, m => !carries[m]);
        if (others.Length <= MostAlike + MostOthers)
        {
            return members;
        }

        var middle = new float[PassageFeature.Count];
        foreach (var carrier in carriers)
        {
            passages[carrier].AddTo(middle, 1);
        }

        var unlike = Array.ConvertAll(others, m => -passages[m].Dot(middle));
        Array.Sort(unlike, others);
        var rest = others.Length - MostAlike;
        var sample = Enumerable
            .Range(0, MostOthers)
            .Select(i => others[MostAlike + (int)((long)i * rest / MostOthers)]);
        return [.. carriers, .. others.Take(MostAlike), .. sample];
    }
}
