using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>What has been corrected after publication: the editions that took the place of an earlier one.</summary>
public sealed class ListCorrections(SamlaDb db)
{
    /// <param name="Edition">The later edition; what it corrects is the one numbered before it.</param>
    public sealed record Line(Round Round, Edition Edition);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Line>> Run(CancellationToken cancellation) =>
        await (
            from edition in db.Editions.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on edition.RoundId equals round.Id
            where edition.Number > 1
            orderby edition.PublishedAt descending, round.Id, edition.Number descending
            select new Line(round, edition)
        ).ToListAsync(cancellation);
}
