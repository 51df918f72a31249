using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>
/// Takes a document out of a round, or puts it back. Its texts and codings stay as they were; while it is out they neither
/// count nor are found.
/// </summary>
public sealed class RemoveDocument(SamlaDb db, TimeProvider clock)
{
    /// <summary>False where it is out already, or is not there.</summary>
    public Task<bool> Run(Key<Round> round, Id<Document> id, string actor, CancellationToken cancellation) =>
        Turn(round, id, isRemoved: true, actor, cancellation);

    /// <summary>False where it is back already, or is not there.</summary>
    public Task<bool> PutBack(Key<Round> round, Id<Document> id, string actor, CancellationToken cancellation) =>
        Turn(round, id, isRemoved: false, actor, cancellation);

    private async Task<bool> Turn(
        Key<Round> round,
        Id<Document> id,
        bool isRemoved,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var document = await db.Documents.SingleOrDefaultAsync(
            one => one.Id == id && one.RoundId == round && one.RemovedAt == null == isRemoved,
            cancellation
        );
        if (document is null)
        {
            return false;
        }

        document.RemovedAt = isRemoved ? clock.GetUtcNow() : null;
        await db.Save(
            new Change(actor, isRemoved ? "document.remove" : "document.restore", $"{round}, {document.Title}"),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return true;
    }
}
