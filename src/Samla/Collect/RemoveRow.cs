using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter takes a row out of a table. It can be put back, as it was and where it was.</summary>
public sealed class RemoveRow(SamlaDb db, TimeProvider clock)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it was done before.</summary>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        Id<AnswerRow> id,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var (sheet, refusal) = await RowSheet.Find(db, round, reporter, requirement, cancellation);
        if (sheet is null)
        {
            return refusal;
        }

        if (sheet.All.FirstOrDefault(one => one.Id == id) is not { } row)
        {
            return "Raden finns inte.";
        }

        if (row.RemovedAt is not null)
        {
            return null;
        }

        if (row.Revision != seenRevision)
        {
            return "Någon har ändrat raden sedan du öppnade sidan. Läs igenom den och ta bort den igen om den ska bort.";
        }

        row.RemovedAt = clock.GetUtcNow();
        await sheet.Save(actor, "row.remove", row, clock.GetUtcNow(), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}

/// <summary>A reporter puts a row that was taken out back where it was.</summary>
public sealed class RestoreRow(SamlaDb db, TimeProvider clock)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it was never out.</summary>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        Id<AnswerRow> id,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var (sheet, refusal) = await RowSheet.Find(db, round, reporter, requirement, cancellation);
        if (sheet is null)
        {
            return refusal;
        }

        if (sheet.All.FirstOrDefault(one => one.Id == id) is not { } row)
        {
            return "Raden finns inte.";
        }

        if (row.RemovedAt is null)
        {
            return null;
        }

        if (sheet.IsFull)
        {
            return RowSheet.Full;
        }

        row.RemovedAt = null;
        await sheet.Save(actor, "row.restore", row, clock.GetUtcNow(), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
