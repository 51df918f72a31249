using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>
/// An analyst has read a source to its end, or takes that back. Each has marks of their own: a source counts as read, and
/// what it does not say as silence, from when one has read it until none has.
/// </summary>
public sealed class MarkRead(SamlaDb db, TimeProvider clock)
{
    /// <summary>Whether anything changed.</summary>
    public async Task<bool> Run(Id<Source> id, bool isRead, string reader, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var source = await db
            .Sources.Where(s => s.Id == id)
            .Select(s => new { s.RoundId, s.Kind })
            .SingleOrDefaultAsync(cancellation);
        var own = await db.Readings.SingleOrDefaultAsync(r => r.SourceId == id && r.Reader == reader, cancellation);
        if (source is null || isRead == own is not null)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (own is null)
        {
            db.Readings.Add(
                new Reading
                {
                    SourceId = id,
                    Reader = reader,
                    ReadAt = now,
                }
            );
        }
        else
        {
            db.Readings.Remove(own);
        }

        await db.SaveStep(
            source.RoundId,
            new Deed(
                reader,
                isRead ? "source.read" : "source.unread",
                $"markerade {NameOf(source.Kind)} som {(isRead ? "läst" : "oläst")}"
            )
            {
                Source = id,
            },
            now,
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return true;
    }

    /// <summary>Takes away everybody's marks, so that nobody counts as having read it; false where there are none.</summary>
    public async Task<bool> Forget(Id<Source> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var readings = await db.Readings.Where(reading => reading.SourceId == id).ToListAsync(cancellation);
        if (readings.Count == 0)
        {
            return false;
        }

        var source = await db
            .Sources.Where(s => s.Id == id)
            .Select(s => new { s.RoundId, s.Kind })
            .SingleAsync(cancellation);
        db.Readings.RemoveRange(readings);
        await db.SaveStep(
            source.RoundId,
            new Deed(actor, "source.forget", $"markerade {NameOf(source.Kind)} som oläst för alla") { Source = id },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return true;
    }

    private static string NameOf(SourceKind kind) => kind == SourceKind.Document ? "dokumentet" : "svaret";
}
