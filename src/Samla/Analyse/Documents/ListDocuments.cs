using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>A round's documents.</summary>
public sealed class ListDocuments(SamlaDb db)
{
    /// <param name="Documents">In Swedish order of their titles.</param>
    /// <param name="Removed">Those that were taken out, in the same order.</param>
    public sealed record Result(Round Round, IReadOnlyList<Line> Documents, IReadOnlyList<Document> Removed);

    /// <param name="Version">The latest.</param>
    /// <param name="Codings">How many passages of it are coded.</param>
    /// <param name="IsRead">Whether somebody has read it to its end.</param>
    public sealed record Line(Document Document, DocumentVersion Version, int Codings, bool IsRead);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }

        var lines = await (
            from document in db.Documents.AsNoTracking()
            join version in db.DocumentVersions.AsNoTracking()
                on new { DocumentId = document.Id, Number = document.CurrentVersion } equals new
                {
                    version.DocumentId,
                    version.Number,
                }
            where document.RoundId == id && document.RemovedAt == null
            select new Line(
                document,
                version,
                db.Codings.Count(coding => coding.SourceId == version.SourceId),
                db.Readings.Any(reading => reading.SourceId == version.SourceId)
            )
        ).ToListAsync(cancellation);
        var removed = await db
            .Documents.AsNoTracking()
            .Where(document => document.RoundId == id && document.RemovedAt != null)
            .ToListAsync(cancellation);
        return new Result(
            round,
            [.. lines.OrderBy(line => line.Document.Title, SwedishText.Order)],
            [.. removed.OrderBy(document => document.Title, SwedishText.Order)]
        );
    }
}
