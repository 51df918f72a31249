using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>The files of decisions that have been read in, the latest first.</summary>
public sealed class ListGrantImports(SamlaDb db, ActorNames names)
{
    /// <summary>More than this are of no use in a list.</summary>
    private const int Most = 50;

    /// <param name="By">Who read it in.</param>
    public sealed record Entry(GrantImport Import, string By);

    /// <summary>The year of the inhabitants that amounts are told by; null where none are read in.</summary>
    public Task<int?> InhabitantsYear(CancellationToken cancellation) =>
        db.MunicipalityFacts.Select(fact => (int?)fact.Year).FirstOrDefaultAsync(cancellation);

    public async Task<IReadOnlyList<Entry>> Run(CancellationToken cancellation)
    {
        var imports = await db
            .GrantImports.AsNoTracking()
            .OrderByDescending(import => import.Number)
            .Take(Most)
            .ToListAsync(cancellation);
        var called = await names.Run(imports.Select(import => import.Actor), cancellation);
        return imports.ConvertAll(import => new Entry(import, called[import.Actor]));
    }
}
