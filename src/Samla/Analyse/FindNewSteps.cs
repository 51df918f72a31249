using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What others have done in a round's coding since somebody saw it.</summary>
public sealed class FindNewSteps(SamlaDb db, ActorNames actorNames)
{
    /// <summary>More are not told one by one.</summary>
    private const int MostTold = 5;

    /// <param name="Who">By name.</param>
    /// <param name="Words">What, as it goes after a name.</param>
    public sealed record NewStep(string Who, string Words);

    /// <param name="Turn">The latest that there is.</param>
    /// <param name="Steps">By others, the latest first; at most five.</param>
    public sealed record Result(long Turn, IReadOnlyList<NewStep> Steps);

    /// <summary>The latest <see cref="WorkStep.Turn"/> that there is.</summary>
    public Task<long> Latest(CancellationToken cancellation) => db.LatestTurn(cancellation);

    /// <param name="round">The round.</param>
    /// <param name="source">What is done in other sources is not told, but for what reaches over several; null for all.</param>
    /// <param name="seen">The latest <see cref="WorkStep.Turn"/> that was seen.</param>
    /// <param name="actor">Who asks: one's own steps in another window count as new, and are not told.</param>
    /// <param name="cancellation">Stops the question.</param>
    /// <returns>Null where nothing is new.</returns>
    public async Task<Result?> Run(
        Key<Round> round,
        Id<Source>? source,
        long seen,
        string actor,
        CancellationToken cancellation
    )
    {
        var steps = await db
            .WorkSteps.Where(step =>
                step.Turn > seen
                && step.RoundId == round
                && (source == null || step.SourceId == source || step.SourceId == null)
            )
            // Those who code blind are not told of each other.
            .Where(step => !EF.Functions.Like(step.Action, "blind.%"))
            // What is read from print is beside the coding, and nothing on a page with a text.
            .Where(step => !EF.Functions.Like(step.Action, "printed.%"))
            .OrderByDescending(step => step.Turn)
            .Take(MostTold)
            .Select(step => new
            {
                step.Turn,
                step.Actor,
                step.Words,
                step.UndoneAt,
            })
            .ToListAsync(cancellation);
        if (steps.Count == 0)
        {
            return null;
        }

        var names = await actorNames.Run(steps.Select(step => step.Actor), cancellation);
        return new Result(
            steps[0].Turn,
            [
                .. from step in steps
                where step.Actor != actor
                select new NewStep(names[step.Actor], step.UndoneAt is null ? step.Words : $"ångrade: {step.Words}"),
            ]
        );
    }
}
