using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Grants;

/// <summary>The first and the last year that there are decisions from.</summary>
public sealed class ListGrantYears(SamlaDb db)
{
    /// <returns>Null where there are no decisions.</returns>
    public async Task<(int First, int Last)?> Run(CancellationToken cancellation)
    {
        var years = await db
            .GrantRows.Where(row => row.ReplacedBy == null)
            .GroupBy(_ => 1)
            .Select(all => new { First = all.Min(row => row.DecisionYear), Last = all.Max(row => row.DecisionYear) })
            .FirstOrDefaultAsync(cancellation);
        return years is null ? null : (years.First, years.Last);
    }
}
