using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Says that a section is done, or not.</summary>
public sealed class MarkSection(SamlaDb db, TimeProvider clock)
{
    /// <returns>Why it was not marked, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Section> section,
        bool isDone,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var found = await db.Open(round, reporter, cancellation);
        if (found.Trouble is { } trouble)
        {
            return trouble;
        }

        if (!await db.Asks(found, section, cancellation))
        {
            return "Avsnittet finns inte i er redovisning.";
        }

        var work = await db.WorkOn(found.Submission!.Id, section, cancellation);
        if (isDone == (work.DoneAt is not null))
        {
            return null;
        }

        work.DoneAt = isDone ? clock.GetUtcNow() : null;
        work.DoneBy = isDone ? actor : null;
        var action = isDone ? "work.done" : "work.undone";
        await db.Save(new Change(actor, action, $"{round}/{reporter}/{section}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
