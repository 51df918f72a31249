using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>A document as an analyst reads it.</summary>
public sealed class ViewDocument(SamlaDb db)
{
    /// <param name="Version">The one that is shown.</param>
    /// <param name="Source">Its text.</param>
    /// <param name="Versions">All of them, the latest first.</param>
    /// <param name="IsCoded">Whether a passage of any version is coded: they cease to count when it is taken out.</param>
    public sealed record Result(
        Round Round,
        Document Document,
        DocumentVersion Version,
        Source Source,
        IReadOnlyList<DocumentVersion> Versions,
        bool IsCoded
    );

    /// <param name="round">The round that it is in.</param>
    /// <param name="id">The document; also one that is taken out.</param>
    /// <param name="number">The version to show; null for the latest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null where there is no such document or version.</returns>
    public async Task<Result?> Run(Key<Round> round, Id<Document> id, int? number, CancellationToken cancellation)
    {
        var document = await db
            .Documents.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.RoundId == round, cancellation);
        if (document is null)
        {
            return null;
        }

        var versions = await db
            .DocumentVersions.AsNoTracking()
            .Where(version => version.DocumentId == id)
            .OrderByDescending(version => version.Number)
            .ToListAsync(cancellation);
        if (versions.Find(version => version.Number == (number ?? document.CurrentVersion)) is not { } shown)
        {
            return null;
        }

        var ids = versions.ConvertAll(version => version.SourceId);
        return new Result(
            await db.Rounds.AsNoTracking().SingleAsync(one => one.Id == round, cancellation),
            document,
            shown,
            await db.Sources.AsNoTracking().SingleAsync(source => source.Id == shown.SourceId, cancellation),
            versions,
            await db.Codings.AnyAsync(coding => ids.Contains(coding.SourceId), cancellation)
        );
    }
}
