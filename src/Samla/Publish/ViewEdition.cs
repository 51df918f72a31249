using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>An edition by its number, which is its permanent address: what it says of its own making, and what was changed in it.</summary>
public sealed class ViewEdition(SamlaDb db, ReadEdition editions)
{
    /// <param name="Changes">Since the edition before; null of the first.</param>
    /// <param name="Latest">The round's latest edition, which may be this one.</param>
    public sealed record Result(
        Round Round,
        Edition Edition,
        ReportDocument Report,
        CompareWithEdition.Result? Changes,
        Edition Latest
    )
    {
        public bool IsLatest => Latest.Number == Edition.Number;
    }

    /// <summary>Null where there is no such edition.</summary>
    public async Task<Result?> Run(Key<Round> roundId, int number, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        if (round is null || await editions.ReadWhole(roundId, cancellation, number) is not var (edition, report))
        {
            return null;
        }

        var changes = await editions.ReadWhole(roundId, cancellation, number - 1) is var (earlier, before)
            ? CompareWithEdition.Between(earlier, before, report)
            : null;
        return new Result(round, edition, report, changes, await db.EditionsOf(roundId).FirstAsync(cancellation));
    }
}
