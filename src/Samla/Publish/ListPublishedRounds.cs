using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>Which rounds have a published edition.</summary>
public sealed class ListPublishedRounds(SamlaDb db)
{
    /// <param name="Edition">The round's latest edition.</param>
    public sealed record Entry(Round Round, Edition Edition);

    /// <summary>The latest edition of each round, the round of the latest period first.</summary>
    public async Task<IReadOnlyList<Entry>> Run(CancellationToken cancellation) =>
        await (
            from edition in db.Editions.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on edition.RoundId equals round.Id
            where !db.Editions.Any(later => later.RoundId == edition.RoundId && later.Number > edition.Number)
            orderby round.PeriodEnd descending, round.Id
            select new Entry(round, edition)
        ).ToListAsync(cancellation);
}
