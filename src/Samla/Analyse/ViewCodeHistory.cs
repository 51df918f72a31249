using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What has been done to a round's codebook, or to one code and its codings; the latest first.</summary>
public sealed class ViewCodeHistory(SamlaDb db, ActorNames names)
{
    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 50;

    /// <param name="Who">By name.</param>
    /// <param name="Words">What was done, as it goes after the name.</param>
    /// <param name="Code">The code it was done to; null where that is no longer there.</param>
    public sealed record Entry(DateTimeOffset At, string Who, string Words, Key<Code>? Code, bool IsUndone);

    /// <param name="Entries">As many as were asked for.</param>
    /// <param name="Total">How many there are in all.</param>
    public sealed record Result(IReadOnlyList<Entry> Entries, int Total);

    /// <param name="round">The round.</param>
    /// <param name="code">One code, with what was done to its codings; null for what was done to the codebook itself.</param>
    /// <param name="skip">How many of the latest to leave out.</param>
    /// <param name="take">How many to show.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Result> Run(Key<Round> round, Key<Code>? code, int skip, int take, CancellationToken cancellation)
    {
        var all = db.WorkSteps.AsNoTracking().Where(step => step.RoundId == round);
        var steps = code is null
            ? all.Where(step => EF.Functions.Like(step.Action, "code.%"))
            : all.Where(step => step.CodeId == code || step.OtherCodeId == code);
        var total = await steps.CountAsync(cancellation);
        var shown = await steps
            .OrderByDescending(step => step.Number)
            .Skip(skip)
            .Take(take)
            .Select(step => new
            {
                step.At,
                step.Actor,
                step.Words,
                step.CodeId,
                IsUndone = step.UndoneAt != null,
                IsThere = db.Codes.Any(one => one.RoundId == round && one.Id == step.CodeId),
            })
            .ToListAsync(cancellation);
        var called = await names.Run(shown.Select(step => step.Actor), cancellation);
        return new Result(
            [
                .. shown.Select(step => new Entry(
                    step.At,
                    called[step.Actor],
                    step.Words,
                    step.IsThere ? step.CodeId : null,
                    step.IsUndone
                )),
            ],
            total
        );
    }
}
