namespace Samla.Tests.Testing;

/// <summary>A clock that goes a millisecond forward each time it is asked: no two things happen at once, in any run.</summary>
public sealed class SteadyClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2024, 2, 21, 8, 0, 0, TimeSpan.Zero);

    private long _milliseconds;

    public override DateTimeOffset GetUtcNow() => Start.AddMilliseconds(Interlocked.Increment(ref _milliseconds));

    /// <summary>Lets time go by.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _milliseconds, (long)time.TotalMilliseconds);
}
