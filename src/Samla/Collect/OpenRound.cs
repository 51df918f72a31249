using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>An administrator opens a round, so that reporters can write and hand in, or closes it.</summary>
public sealed class OpenRound(SamlaDb db)
{
    /// <summary>Whether it is as it was asked to be; false where there is no such round.</summary>
    public async Task<bool> Run(Key<Round> id, bool isOpen, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var round = await db.Rounds.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (round is null)
        {
            return false;
        }

        if (round.IsOpen != isOpen)
        {
            round.IsOpen = isOpen;
            await db.Save(new Change(actor, isOpen ? "round.open" : "round.close", id.Value), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return true;
    }
}
