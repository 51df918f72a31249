namespace Samla.Load;

/// <summary>
/// The last evening before the deadline: five people at each region write at once, and each saves every other second. What the
/// server has acknowledged must be there afterwards, also where it was killed meanwhile.
/// </summary>
public static class LoadTest
{
    /// <summary>A kill comes at most so many milliseconds after a save was sent: before, in or after its transaction.</summary>
    private const int LatestKill = 40;

    /// <param name="Editors">How many write; at most <see cref="Team.Most"/>.</param>
    /// <param name="Time">How long they write; they go on until the kills are done.</param>
    /// <param name="Pause">From one save to the next; none for as often as answers come.</param>
    /// <param name="Kills">How many times the server is killed.</param>
    /// <param name="SavesBetweenKills">At most so many are sent from one start to the next kill.</param>
    /// <param name="Seed">For all that is left to chance.</param>
    public sealed record Settings(
        int Editors,
        TimeSpan Time,
        TimeSpan Pause,
        int Kills,
        int SavesBetweenKills,
        int Seed
    );

    /// <param name="folder">The server's data folder; made, with the sample rounds in it.</param>
    /// <param name="settings">How much.</param>
    /// <param name="clock">Measures and waits.</param>
    /// <param name="progress">Hears what happens.</param>
    /// <param name="cancellation">Stops at once, without a result.</param>
    public static async Task<LoadResult> Run(
        string folder,
        Settings settings,
        TimeProvider clock,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        using var server = new Server(folder, clock);
        var starts = new List<TimeSpan> { await server.Start(cancellation) };
        var measures = new Measures();
        using var team = await Team.Open(server, measures, settings.Editors, clock, cancellation);
        progress($"{settings.Editors} editors are signed in.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var chance = new Random(settings.Seed);
        var writing = team.Write(chance, settings.Pause, stop.Token, cancellation);
        var time = Task.Delay(settings.Time, clock, cancellation);
        var lost = new List<string>();
        while (starts.Count <= settings.Kills && !writing.IsCompleted)
        {
            await Task.WhenAny(measures.More(chance.Next(1, settings.SavesBetweenKills + 1)), writing);
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(LatestKill + 1)), clock, cancellation);
            await server.Kill(cancellation);
            var acknowledged = team.Acknowledged();
            starts.Add(await server.Start(cancellation));
            lost.AddRange(await team.FindMissing(acknowledged, cancellation));
            progress($"Kill {starts.Count - 1}: back after {starts[^1].TotalMilliseconds:0} ms, lost {lost.Count}.");
        }

        await Task.WhenAny(time, writing);
        await stop.CancelAsync();
        await writing;
        lost.AddRange(await team.Review(cancellation));
        var verified = await server.Verify(cancellation);
        return LoadResult.Of(measures, starts, [.. measures.Errors, .. server.Faults], lost, verified);
    }
}
