using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>The question that is asked of links.</summary>
internal static class LinkQueries
{
    /// <summary>Whose a link is; null where it does not hold, or may let nobody in.</summary>
    public static Task<Account?> AccountOf(
        this SamlaDb db,
        string secret,
        LinkPurpose purpose,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var hash = SecretText.HashOf(secret);
        return (
            from link in db.AccountLinks.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on link.AccountId equals account.Id
            where
                link.TokenHash == hash
                && link.Purpose == purpose
                && link.ExpiresAt > now
                && !account.IsShut
                && (!account.IsSample || SampleAccounts.AreOpen(db).Any())
            select account
        ).SingleOrDefaultAsync(cancellation);
    }
}
