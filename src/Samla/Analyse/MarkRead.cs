using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>An analyst has read a source to its end, or takes that back. From then on what it does not say counts as silence.</summary>
public sealed class MarkRead(SamlaDb db, TimeProvider clock)
{
    /// <summary>Whether anything changed.</summary>
    public async Task<bool> Run(Id<Source> source, bool isRead, string reader, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (!await db.Sources.AnyAsync(s => s.Id == source, cancellation))
        {
            return false;
        }

        var readings = await db.Readings.Where(r => r.SourceId == source).ToListAsync(cancellation);
        if (isRead == readings.Count > 0)
        {
            return false;
        }

        if (isRead)
        {
            db.Readings.Add(
                new Reading
                {
                    SourceId = source,
                    Reader = reader,
                    ReadAt = clock.GetUtcNow(),
                }
            );
        }
        else
        {
            db.Readings.RemoveRange(readings);
        }

        await db.Save(new Change(reader, isRead ? "source.read" : "source.unread", source.ToString()), cancellation);
        await transaction.CommitOwn(cancellation);

        return true;
    }
}
