using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The round with a key.</summary>
public sealed class FindRound(SamlaDb db)
{
    /// <summary>Null where there is none.</summary>
    public Task<Round?> Run(Key<Round> round, CancellationToken cancellation) =>
        db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == round, cancellation);
}
