using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>The sums that chapters can tell of, however many there are: by area and by form, each by county and year.</summary>
/// <param name="HasMadeUp">Whether any decision that counts is made up.</param>
public sealed record GrantFigures(IReadOnlyList<GrantSum> Sums, bool HasMadeUp)
{
    public static GrantFigures None { get; } = new([], HasMadeUp: false);

    internal static async Task<GrantFigures> Read(SamlaDb db, CancellationToken cancellation) =>
        new(
            await db
                .GrantSums.AsNoTracking()
                .Where(sum => sum.Dimension == GrantDimension.Area || sum.Dimension == GrantDimension.Form)
                .ToListAsync(cancellation),
            await db.MadeUpGrants().AnyAsync(cancellation)
        );
}
