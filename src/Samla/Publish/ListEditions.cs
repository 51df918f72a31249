using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>The editions of a round, the latest first.</summary>
public sealed class ListEditions(SamlaDb db, ActorNames names)
{
    /// <param name="By">Who published it, by name.</param>
    public sealed record Line(Edition Edition, string By);

    public async Task<IReadOnlyList<Line>> Run(Key<Round> round, CancellationToken cancellation)
    {
        var editions = await db.EditionsOf(round).ToListAsync(cancellation);
        var by = await names.Run(editions.Select(edition => edition.PublishedBy), cancellation);
        return [.. editions.Select(edition => new Line(edition, by[edition.PublishedBy]))];
    }
}
