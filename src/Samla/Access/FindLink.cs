using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>Whose a link is that somebody comes with, as long as it holds.</summary>
public sealed class FindLink(SamlaDb db, TimeProvider clock)
{
    /// <param name="Account">Whose password is to be chosen.</param>
    /// <param name="ReporterName">Whose people the person is one of; null for the agency's.</param>
    public sealed record Found(Account Account, string? ReporterName);

    /// <returns>Null where the link never was one, has been used, no longer holds, or its account lets nobody in.</returns>
    public async Task<Found?> Run(string secret, LinkPurpose purpose, CancellationToken cancellation)
    {
        if (await db.AccountOf(secret, purpose, clock.GetUtcNow(), cancellation) is not { } account)
        {
            return null;
        }

        var reporter = await db
            .Reporters.AsNoTracking()
            .SingleOrDefaultAsync(reporter => (Key<Reporter>?)reporter.Id == account.ReporterId, cancellation);
        return new Found(account, reporter?.Name);
    }
}
