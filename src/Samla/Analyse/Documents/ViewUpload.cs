using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>What was read of a file that waits for somebody to say yes.</summary>
public sealed class ViewUpload(SamlaDb db)
{
    /// <param name="Replaced">The document that it is a new version of; null for a new one.</param>
    /// <param name="Text">What was read of it.</param>
    /// <param name="IsSame">Whether the text is that of the version that it would replace.</param>
    public sealed record Result(Round Round, Document? Replaced, string FileName, DocumentText Text, bool IsSame);

    /// <summary>Null where there is none, or it has been answered.</summary>
    public async Task<Result?> Run(Key<Round> round, Id<DocumentUpload> id, CancellationToken cancellation)
    {
        var found = await (
            from upload in db.DocumentUploads.AsNoTracking()
            join its in db.Rounds.AsNoTracking() on upload.RoundId equals its.Id
            where upload.Id == id && upload.RoundId == round
            select new
            {
                Round = its,
                upload.DocumentId,
                upload.FileName,
                upload.MediaType,
                upload.Text,
                upload.PageStarts,
                upload.EmptyPages,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var replaced = await db
            .Documents.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == found.DocumentId, cancellation);
        var hash = Source.HashOf(found.Text);
        var isSame =
            replaced is not null
            && await (
                from version in db.DocumentVersions
                join source in db.Sources on version.SourceId equals source.Id
                where version.DocumentId == replaced.Id && version.Number == replaced.CurrentVersion
                select source.Hash
            ).AnyAsync(one => one == hash, cancellation);
        return new Result(
            found.Round,
            replaced,
            found.FileName,
            new DocumentText(found.MediaType, found.Text, found.PageStarts, found.EmptyPages),
            isSame
        );
    }
}
