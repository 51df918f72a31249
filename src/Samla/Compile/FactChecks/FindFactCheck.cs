using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile.FactChecks;

/// <summary>Whether a reporter has something to check, for the pages that lead to it.</summary>
public sealed class FindFactCheck(SamlaDb db)
{
    /// <summary>The open fact-check that asks it, and its part; null where there is none.</summary>
    public async Task<(FactCheck Check, FactCheckPart Part)?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        CancellationToken cancellation
    )
    {
        var found = await (
            from check in db.FactChecks.AsNoTracking()
            join part in db.FactCheckParts.AsNoTracking() on check.Id equals part.FactCheckId
            where check.RoundId == round && check.ClosedAt == null && part.ReporterId == reporter
            select new { check, part }
        ).SingleOrDefaultAsync(cancellation);
        return found is null ? null : (found.check, found.part);
    }
}
