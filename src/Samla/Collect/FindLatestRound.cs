using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The round that work is most likely about: the one whose period ends last.</summary>
public sealed class FindLatestRound(SamlaDb db)
{
    /// <summary>Null where there is no round.</summary>
    public async Task<Key<Round>?> Run(CancellationToken cancellation) =>
        await db
            .Rounds.OrderByDescending(round => round.PeriodEnd)
            .ThenByDescending(round => round.DueOn)
            .Select(round => round.Id)
            .FirstOrDefaultAsync(cancellation);
}
