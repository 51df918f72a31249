using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>What has been read in of one case: as it is now, and as each earlier file had it.</summary>
public sealed class ReadGrantCase(SamlaDb db, ActorNames names)
{
    /// <summary>What one file said of it.</summary>
    /// <param name="By">Who read it in.</param>
    /// <param name="Rows">In the file's order, with their parts of the amounts.</param>
    /// <param name="ReplacedBy">The file that put other rows in their place; null while they count.</param>
    public sealed record Version(GrantImport Import, string By, IReadOnlyList<GrantRow> Rows, GrantImport? ReplacedBy);

    /// <summary>An intervention that says it has been granted something in the case.</summary>
    public sealed record Tie(string Name, string Round);

    /// <summary>The interventions of all registers that are tied to a case, as they were handed in.</summary>
    public async Task<IReadOnlyList<Tie>> TiedTo(string number, CancellationToken cancellation)
    {
        var tied = await db
            .Interventions.Where(one => one.MergedIntoId == null)
            .Where(one => one.Reporters.Any(whose => whose.RemovedAt == null))
            // What is handed in may say so where what is begun on no longer does.
            .Where(one =>
                one.Cases.Contains(number) || (one.SubmittedState != null && one.SubmittedState.Contains(number))
            )
            .AsSubmitted(cancellation);
        return
        [
            .. tied.Where(one => one.Cases.Contains(number))
                .Select(one => new Tie(one.Name, one.RoundId.ToString()))
                .OrderBy(tie => tie.Name, SwedishText.Order),
        ];
    }

    /// <returns>The latest first; none where there is no such case.</returns>
    public async Task<IReadOnlyList<Version>> Run(string number, CancellationToken cancellation)
    {
        var rows = await db
            .GrantRows.AsNoTracking()
            .Where(row => row.Case == number)
            .OrderByDescending(row => row.Import)
            .ThenBy(row => row.Number)
            .ToListAsync(cancellation);
        var numbers = rows.SelectMany(row => (int?[])[row.Import, row.ReplacedBy]).OfType<int>().Distinct().ToList();
        var imports = await db
            .GrantImports.AsNoTracking()
            .Where(import => numbers.Contains(import.Number))
            .ToDictionaryAsync(import => import.Number, cancellation);
        var called = await names.Run(imports.Values.Select(import => import.Actor), cancellation);
        return
        [
            .. rows.GroupBy(row => row.Import)
                .Select(version => new Version(
                    imports[version.Key],
                    called[imports[version.Key].Actor],
                    [.. version],
                    version.First().ReplacedBy is { } by ? imports[by] : null
                )),
        ];
    }
}
