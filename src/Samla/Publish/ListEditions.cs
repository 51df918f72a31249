using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>The editions of a round, the latest first.</summary>
public sealed class ListEditions(SamlaDb db)
{
    public async Task<IReadOnlyList<Edition>> Run(Key<Round> round, CancellationToken cancellation) =>
        await db
            .Editions.AsNoTracking()
            .Where(edition => edition.RoundId == round)
            .OrderByDescending(edition => edition.Number)
            .ToListAsync(cancellation);
}
