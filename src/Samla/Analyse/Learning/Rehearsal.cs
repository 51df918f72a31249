namespace Samla.Analyse;

/// <summary>
/// Tries the learner on sources it has not seen, to know how far its scores can be trusted: each fifth of the sources
/// in turn, after learning from the other four.
/// </summary>
internal static class Rehearsal
{
    private const int Folds = 5;

    /// <summary>Some codes are enough to find the one curve for all; to try every code would take five times as long.</summary>
    private const int MostCodes = 64;

    /// <summary>When so many answers have been checked, another fold would not change the curve.</summary>
    private const int EnoughTrials = 100_000;

    /// <param name="passages">What the learner knows.</param>
    /// <param name="sources">For each passage the text it stands in.</param>
    /// <param name="carriers">For each code the passages that carry it.</param>
    public static ConfidenceScale Run(
        PassageVector[] passages,
        string[] sources,
        int[][] carriers,
        CancellationToken cancellation
    )
    {
        var foldOf = Deal(sources);
        var tried = Tried(carriers).Select(c => PassageLearner.Marked(passages.Length, c)).ToArray();
        List<(double Score, bool Right)> trials = [];
        for (var fold = 0; fold < Folds && trials.Count < EnoughTrials; fold++)
        {
            var unseen = Array.FindAll(All(passages), i => foldOf[i] == fold);
            var seen = Array.FindAll(All(passages), i => foldOf[i] != fold);
            foreach (var carries in tried)
            {
                var weights = Separator.Train(passages, seen, carries, cancellation);
                trials.AddRange(unseen.Select(i => (Separator.Score(passages[i], weights), carries[i])));
            }
        }

        return ConfidenceScale.Fit(trials);
    }

    /// <summary>An even sample of the codes. One with a single passage is never both learnt and tried.</summary>
    private static IEnumerable<int[]> Tried(int[][] carriers)
    {
        var often = Array.FindAll(carriers, c => c.Length > 1);
        var step = Math.Max(1, (often.Length + MostCodes - 1) / MostCodes);
        return often.Where((_, i) => i % step == 0);
    }

    /// <summary>The sources are dealt to the folds, each whole. Too few to go round: every passage counts as its own.</summary>
    private static int[] Deal(string[] sources)
    {
        var distinct = sources.Distinct(StringComparer.Ordinal).ToArray();
        if (distinct.Length < Folds)
        {
            return Shuffled(sources.Length);
        }

        var foldOf = distinct
            .Zip(Shuffled(distinct.Length))
            .ToDictionary(s => s.First, s => s.Second, StringComparer.Ordinal);
        return Array.ConvertAll(sources, s => foldOf[s]);
    }

    private static int[] Shuffled(int count)
    {
        int[] folds = [.. Enumerable.Range(0, count).Select(i => i % Folds)];
        new Dice().Shuffle(folds);
        return folds;
    }

    private static int[] All(PassageVector[] passages) => [.. Enumerable.Range(0, passages.Length)];
}
