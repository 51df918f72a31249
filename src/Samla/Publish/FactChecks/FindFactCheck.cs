using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Publish.FactChecks;

/// <summary>Whether a reporter has something to check, for the pages that lead to it.</summary>
public sealed class FindFactCheck(SamlaDb db)
{
    /// <summary>The last day to answer, where it is asked and has not said that it is done; else null.</summary>
    public Task<DateOnly?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation) =>
        (
            from check in db.FactChecks
            join part in db.FactCheckParts on check.Id equals part.FactCheckId
            where check.RoundId == round && check.ClosedAt == null
            where part.ReporterId == reporter && part.DoneAt == null
            select (DateOnly?)check.LastDay
        ).SingleOrDefaultAsync(cancellation);
}
