using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Lets a person in again whose account was shut; the password is the one it was.</summary>
public sealed class OpenAccount(SamlaDb db)
{
    /// <returns>Why it was not done, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Visitor visitor, Id<Account> id, CancellationToken cancellation)
    {
        if (await db.FindManaged(visitor, id, cancellation) is not { } account)
        {
            return ManagedAccounts.Missing;
        }

        account.IsShut = false;
        account.FailedSignIns = 0;
        account.LockedUntil = null;
        await db.Save(new Change(visitor.Actor, "account.open", account.Actor), cancellation);
        return null;
    }
}
