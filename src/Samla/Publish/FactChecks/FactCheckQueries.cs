using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>Questions about fact-checks that others are built on.</summary>
internal static class FactCheckQueries
{
    extension(SamlaDb db)
    {
        /// <summary>A round's fact-checks, the latest first.</summary>
        public IQueryable<FactCheck> FactChecksOf(Key<Round> round) =>
            db.FactChecks.Where(check => check.RoundId == round).OrderByDescending(check => check.Number);

        /// <summary>The fact-check of a round that reporters answer now; null where none is open.</summary>
        public Task<FactCheck?> OpenFactCheck(Key<Round> round, CancellationToken cancellation) =>
            db.FactChecks.SingleOrDefaultAsync(check => check.RoundId == round && check.ClosedAt == null, cancellation);
    }
}
