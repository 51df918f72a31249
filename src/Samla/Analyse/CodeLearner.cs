using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>
/// Keeps what has been learnt of a requirement's codes, or of those about documents, and learns anew in the background when people have done
/// some more in the coding.
/// Whoever asks meanwhile gets what was learnt before. Kept in memory: it is learnt again after a start.
/// </summary>
public sealed partial class CodeLearner(IServiceScopeFactory scopes, ILogger<CodeLearner> logger) : IDisposable
{
    /// <summary>So much is done in the coding before it is learnt anew; less changes little.</summary>
    private const int MostUnlearnt = 10;

    /// <summary>One lesson at a time: people's own pages go before.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    private readonly ConcurrentDictionary<(Key<Round>, Key<Requirement>?), Lesson> _lessons = new();

    /// <summary>What is known now; null while the first lesson goes on, or where nothing is coded.</summary>
    /// <param name="round">The round.</param>
    /// <param name="requirement">Codes belong to one requirement, so they are told apart from each other only; null for those about documents.</param>
    /// <param name="turn">The latest <see cref="Samla.Domain.Analyse.WorkStep.Turn"/>: what was coded up to it is to be learnt.</param>
    public LearntCodes? Known(Key<Round> round, Key<Requirement>? requirement, long turn)
    {
        var lesson = _lessons.GetOrAdd((round, requirement), _ => new Lesson());
        lesson.Begin(turn, () => Learn(round, requirement));
        return lesson.Learnt;
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Waits until what was begun is learnt.</summary>
    public Task Finish(Key<Round> round, Key<Requirement>? requirement) =>
        _lessons.TryGetValue((round, requirement), out var lesson) ? lesson.Running : Task.CompletedTask;

    private async Task<LearntCodes?> Learn(Key<Round> round, Key<Requirement>? requirement)
    {
        await _turn.WaitAsync();
        try
        {
            return await LearnAlone(round, requirement);
        }
        // Without suggestions one codes as well: nothing else may stop because of them.
        catch (Exception trouble)
        {
            LogFailure(round, requirement, trouble);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<LearntCodes?> LearnAlone(Key<Round> round, Key<Requirement>? requirement)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamlaDb>();
        var passages = await new ReadLabelledPassages(db).Run(round, requirement, CancellationToken.None);
        return passages.Any(passage => passage.Codes.Count > 0)
            ? PassageLearner.Train(passages, CancellationToken.None)
            : null;
    }

    [LoggerMessage(LogLevel.Error, "Codes could not be learnt for {Round}/{Requirement}.")]
    private partial void LogFailure(Key<Round> round, Key<Requirement>? requirement, Exception trouble);

    /// <summary>One requirement's learning: at most one lesson goes on at a time.</summary>
    private sealed class Lesson
    {
        private readonly Lock _gate = new();
        private long _learnt = -1;

        public LearntCodes? Learnt { get; private set; }

        public Task Running { get; private set; } = Task.CompletedTask;

        public void Begin(long turn, Func<Task<LearntCodes?>> learn)
        {
            lock (_gate)
            {
                if ((_learnt < 0 || turn - _learnt >= MostUnlearnt) && Running.IsCompleted)
                {
                    _learnt = turn;
                    Running = Task.Run(async () => Learnt = await learn() ?? Learnt);
                }
            }
        }
    }
}
