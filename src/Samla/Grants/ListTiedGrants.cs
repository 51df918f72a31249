using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Grants;

/// <summary>What has been granted in cases that interventions are tied to.</summary>
public sealed class ListTiedGrants(SamlaDb db)
{
    /// <param name="Year">The year of decision.</param>
    /// <param name="Granted">In öre, as <paramref name="Paid"/>.</param>
    public sealed record Tied(string Case, int Year, long Granted, long Paid, bool IsMadeUp);

    /// <returns>Those of the cases that are read in, by their numbers.</returns>
    public async Task<IReadOnlyDictionary<string, Tied>> Run(IEnumerable<string> cases, CancellationToken cancellation)
    {
        var asked = cases.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<string, Tied>();
        }

        var rows = await db
            .GrantRows.AsNoTracking()
            .Where(row => row.ReplacedBy == null && asked.Contains(row.Case))
            .Join(
                db.GrantImports,
                row => row.Import,
                import => import.Number,
                (row, import) => new Tied(row.Case, row.DecisionYear, row.Granted, row.Paid, import.IsMadeUp)
            )
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.Case, StringComparer.Ordinal)
            .ToDictionary(
                one => one.Key,
                one => one.First() with { Granted = one.Sum(row => row.Granted), Paid = one.Sum(row => row.Paid) },
                StringComparer.Ordinal
            );
    }
}
