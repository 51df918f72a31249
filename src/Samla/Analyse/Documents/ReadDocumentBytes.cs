using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>A document's file, byte for byte.</summary>
public sealed class ReadDocumentBytes(SamlaDb db)
{
    public sealed record Result(string FileName, string MediaType, byte[] Content);

    /// <summary>Null where the round has no such document or version.</summary>
    public Task<Result?> Run(Key<Round> round, Id<Document> id, int number, CancellationToken cancellation) =>
        (
            from document in db.Documents.AsNoTracking()
            join version in db.DocumentVersions.AsNoTracking() on document.Id equals version.DocumentId
            join file in db.DocumentFiles.AsNoTracking()
                on new { version.DocumentId, version.Number } equals new { file.DocumentId, file.Number }
            where document.RoundId == round && document.Id == id && version.Number == number
            select new Result(version.FileName, version.MediaType, file.Content)
        ).SingleOrDefaultAsync(cancellation);
}
