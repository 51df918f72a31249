using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The round that someone who names none means.</summary>
public sealed class FindOpenRound(SamlaDb db)
{
    /// <summary>The open round that is due last; where none is open, the latest of the closed; null where there is none.</summary>
    public Task<Key<Round>?> Run(CancellationToken cancellation) =>
        db
            .Rounds.AsNoTracking()
            .OrderByDescending(round => round.IsOpen)
            .ThenByDescending(round => round.DueOn)
            .ThenBy(round => round.Id)
            .Select(round => (Key<Round>?)round.Id)
            .FirstOrDefaultAsync(cancellation);
}
