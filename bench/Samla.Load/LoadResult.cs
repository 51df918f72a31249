namespace Samla.Load;

/// <summary>How it went.</summary>
/// <param name="Saves">Those that were answered, conflicts included.</param>
/// <param name="Milliseconds">The time from when a save was sent until its answer was read.</param>
/// <param name="Conflicts">Saves that were answered with somebody else's text.</param>
/// <param name="Unanswered">Saves that a kill left without an answer.</param>
/// <param name="FirstStart">How long the first start took, which makes the sample; in milliseconds.</param>
/// <param name="StartsAfterKill">How long each of the others took; in milliseconds.</param>
/// <param name="Errors">What nobody should have been shown, and faults in the server's log.</param>
/// <param name="Lost">What was acknowledged and is not there, or was overwritten unseen.</param>
/// <param name="Verified">What <c>samla admin verify</c> said at the end; null where nothing is wrong.</param>
public sealed record LoadResult(
    int Saves,
    LoadResult.Percentiles Milliseconds,
    int Conflicts,
    int Unanswered,
    int FirstStart,
    IReadOnlyList<int> StartsAfterKill,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Lost,
    string? Verified
)
{
    public bool IsFaultless => Errors.Count == 0 && Lost.Count == 0 && Verified is null;

    internal static LoadResult Of(
        Measures measures,
        IEnumerable<TimeSpan> starts,
        IReadOnlyList<string> errors,
        IEnumerable<string> lost,
        string? verified
    )
    {
        var times = measures.Times;
        List<int> started = [.. starts.Select(start => (int)start.TotalMilliseconds)];
        return new LoadResult(
            times.Count,
            new Percentiles(At(times, 0.50), At(times, 0.95), At(times, 0.99), At(times, 1)),
            measures.Conflicts,
            measures.Unanswered,
            started[0],
            started[1..],
            errors,
            [.. lost.Distinct(StringComparer.Ordinal)],
            verified
        );
    }

    private static double At(IReadOnlyList<TimeSpan> sorted, double share) =>
        sorted.Count == 0
            ? 0
            : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)].TotalMilliseconds, 1);

    /// <summary>The time within which half, 95 and 99 of a hundred, and all were answered.</summary>
    public sealed record Percentiles(double P50, double P95, double P99, double Max);
}
