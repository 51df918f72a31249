using System.Collections.Concurrent;

namespace Samla.Load;

/// <summary>What all editors together have seen.</summary>
internal sealed class Measures
{
    private readonly ConcurrentQueue<TimeSpan> _times = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Lock _lock = new();
    private int _sent;
    private int _conflicts;
    private int _unanswered;
    private (int After, TaskCompletionSource Reached)? _awaited;

    public int Conflicts => _conflicts;

    public int Unanswered => _unanswered;

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>From when a save was sent until its answer was read, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Times => [.. _times.Order()];

    public void Took(TimeSpan time) => _times.Enqueue(time);

    public void Conflict() => Interlocked.Increment(ref _conflicts);

    public void NoAnswer() => Interlocked.Increment(ref _unanswered);

    public void Error(string message) => _errors.Enqueue(message);

    public void Sent()
    {
        lock (_lock)
        {
            _sent++;
            if (_sent == _awaited?.After)
            {
                _awaited.Value.Reached.SetResult();
            }
        }
    }

    /// <summary>Ends when that many more saves have been sent.</summary>
    public Task More(int saves)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (_sent + saves, reached);
            return reached.Task;
        }
    }
}
