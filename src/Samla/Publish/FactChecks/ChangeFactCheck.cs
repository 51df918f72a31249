using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Publish.FactChecks;

/// <summary>Gives an open fact-check another last day, or ends it.</summary>
public sealed class ChangeFactCheck(SamlaDb db, TimeProvider clock)
{
    private const string NoneOpen = "Ingen faktagranskning pågår längre. Läs om sidan.";

    /// <returns>Why it was not moved, in Swedish; null when it was.</returns>
    public async Task<string?> Move(Key<Round> round, DateOnly lastDay, Visitor visitor, CancellationToken cancellation)
    {
        if (OpenFactCheck.DayProblem(lastDay, clock) is { } problem)
        {
            return problem;
        }

        return await Change(round, "factcheck.move", visitor, check => check.LastDay = lastDay, cancellation);
    }

    /// <summary>Ends it. What is contested is still to be replied to.</summary>
    /// <returns>Why it was not ended, in Swedish; null when it was.</returns>
    public Task<string?> Close(Key<Round> round, Visitor visitor, CancellationToken cancellation) =>
        Change(round, "factcheck.close", visitor, check => check.ClosedAt = clock.GetUtcNow(), cancellation);

    private async Task<string?> Change(
        Key<Round> round,
        string action,
        Visitor visitor,
        Action<Domain.Compile.FactCheck> change,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.ManageFactChecks))
        {
            return "Bara analytiker kan ändra en faktagranskning.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.OpenFactCheck(round, cancellation) is not { } check)
        {
            return NoneOpen;
        }

        change(check);
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(visitor.Actor, action, $"{round}/{check.Number}"), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return null;
    }
}
