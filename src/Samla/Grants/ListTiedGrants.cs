using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>What has been granted in cases that interventions are tied to.</summary>
public sealed class ListTiedGrants(SamlaDb db)
{
    /// <param name="Year">The year of decision.</param>
    /// <param name="Granted">In öre, as <paramref name="Paid"/>.</param>
    public sealed record Tied(string Case, int Year, long Granted, long Paid, bool IsMadeUp);

    /// <param name="cases">Their numbers.</param>
    /// <param name="county">The county whose cases can be told of, beside those of the whole country.</param>
    /// <returns>Those of the cases that are read in, by their numbers. What is given to a single company is not told of, and nothing of another county's.</returns>
    public async Task<IReadOnlyDictionary<string, Tied>> Run(
        IEnumerable<string> cases,
        RegionCode? county,
        CancellationToken cancellation
    )
    {
        var asked = cases.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<string, Tied>();
        }

        var rows = await db
            .GrantRows.AsNoTracking()
            .Where(row => row.ReplacedBy == null && asked.Contains(row.Case))
            .Where(row => row.County == null || row.County == county)
            .Where(row => row.Form == null || row.Form == SupportForm.Project || row.Form == SupportForm.Evaluation)
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
