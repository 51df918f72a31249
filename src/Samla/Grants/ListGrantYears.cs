using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>The first and the last year that there are decisions from.</summary>
public sealed class ListGrantYears(SamlaDb db)
{
    /// <returns>Null where there are no decisions.</returns>
    public async Task<(int First, int Last)?> Run(CancellationToken cancellation)
    {
        var years = await db
            .GrantSums.Where(sum => sum.Dimension == GrantDimension.Form)
            .GroupBy(_ => 1)
            .Select(all => new { First = all.Min(sum => sum.DecisionYear), Last = all.Max(sum => sum.DecisionYear) })
            .FirstOrDefaultAsync(cancellation);
        return years is null ? null : (years.First, years.Last);
    }
}
