using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The printed reports that were read in to be compared with a round, and how far the tying of each has come.</summary>
public sealed class ListPrintedReports(SamlaDb db)
{
    /// <param name="Year">What it is about.</param>
    /// <param name="Tied">How many are tied to a code.</param>
    /// <param name="SetAside">How many no code fits.</param>
    public sealed record Report(int Year, int Claims, int Tied, int SetAside)
    {
        /// <summary>How many nobody has said anything of.</summary>
        public int Open => Claims - Tied - SetAside;
    }

    /// <summary>The latest year first.</summary>
    public async Task<IReadOnlyList<Report>> Run(Key<Round> round, CancellationToken cancellation)
    {
        var counts = await db
            .PrintedClaims.Where(claim => claim.RoundId == round)
            .GroupBy(claim => claim.Year)
            .Select(year => new
            {
                year.Key,
                Claims = year.Count(),
                Tied = year.Count(claim => claim.CodeId != null),
                SetAside = year.Count(claim => claim.CodeId == null && claim.TiedAt != null),
            })
            .OrderByDescending(year => year.Key)
            .ToListAsync(cancellation);
        return [.. counts.Select(one => new Report(one.Key, one.Claims, one.Tied, one.SetAside))];
    }
}
