using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Access;

/// <summary>A person who is signed in has chosen another password; all other sign-ins end.</summary>
public sealed class ChangePassword(SamlaDb db)
{
    /// <param name="visitor">Who. That it is the account's owner must have been shown by the present password.</param>
    /// <param name="passwordHash">Of a password whose strength has been weighed.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not done, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Visitor visitor, string passwordHash, CancellationToken cancellation)
    {
        var account = await db.Accounts.SingleAsync(account => account.Id == visitor.Account, cancellation);
        if (SampleAccounts.IsShared(account))
        {
            return SampleAccounts.Fixed;
        }

        account.PasswordHash = passwordHash;
        await db.ShutWaysIn(account, kept: visitor.Session, cancellation);
        await db.Save(new Change(visitor.Actor, "account.password", account.Actor), cancellation);
        return null;
    }
}
