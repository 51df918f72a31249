using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Publish.FactChecks;

/// <summary>A reporter says that it has no more to object to, or that it has after all.</summary>
public sealed class FinishFactCheck(SamlaDb db, TimeProvider clock)
{
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        bool isDone,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.CheckFacts, reporter))
        {
            return "Bara den som det gäller kan svara.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var check = await db.OpenFactCheck(round, cancellation);
        var part = check is null
            ? null
            : await db.FactCheckParts.SingleOrDefaultAsync(
                one => one.FactCheckId == check.Id && one.ReporterId == reporter,
                cancellation
            );
        if (part is null)
        {
            return "Faktagranskningen är avslutad.";
        }

        if (isDone != part.DoneAt is not null)
        {
            part.DoneAt = isDone ? clock.GetUtcNow() : null;
            part.DoneBy = isDone ? visitor.Actor : null;
            await db.Save(
                new Change(visitor.Actor, isDone ? "factcheck.done" : "factcheck.reopen", $"{round}/{reporter}"),
                cancellation
            );
        }

        await transaction.CommitOwn(cancellation);
        return null;
    }
}
