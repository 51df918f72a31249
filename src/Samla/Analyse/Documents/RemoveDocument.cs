using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>Takes a document out of a round while nothing in it is coded. Its texts stay as they were, and count and are found no more.</summary>
public sealed class RemoveDocument(SamlaDb db, TimeProvider clock)
{
    /// <summary>Why it stays, in Swedish; null when it is out.</summary>
    public async Task<string?> Run(Key<Round> round, Id<Document> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var document = await db.Documents.SingleOrDefaultAsync(
            one => one.Id == id && one.RoundId == round && one.RemovedAt == null,
            cancellation
        );
        if (document is null)
        {
            return null; // somebody else has taken it out
        }

        var isCoded = await (
            from version in db.DocumentVersions
            join coding in db.Codings on version.SourceId equals coding.SourceId
            where version.DocumentId == id
            select coding.Id
        ).AnyAsync(cancellation);
        if (isCoded)
        {
            return "Dokumentet är kodat, så det kan inte tas bort. Ta bort kodningarna först.";
        }

        document.RemovedAt = clock.GetUtcNow();
        await db.Save(new Change(actor, "document.remove", $"{round}, {document.Title}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
