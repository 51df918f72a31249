using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>Says no to a file that was read: nothing of it is kept.</summary>
public sealed class DiscardUpload(SamlaDb db)
{
    public async Task Run(Key<Round> round, Id<DocumentUpload> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var upload = await db.DocumentUploads.SingleOrDefaultAsync(
            one => one.Id == id && one.RoundId == round,
            cancellation
        );
        if (upload is not null)
        {
            db.DocumentUploads.Remove(upload);
            await db.Save(new Change(actor, "document.discard", $"{round}, {upload.FileName}"), cancellation);
        }

        await transaction.CommitOwn(cancellation);
    }
}
