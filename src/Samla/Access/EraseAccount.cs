using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Forgets a person who asks for it or has left. What they did stays, under the account's id and without their name.</summary>
public sealed class EraseAccount(SamlaDb db)
{
    /// <returns>Why it was not done, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Visitor visitor, Id<Account> id, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.FindManaged(visitor, id, cancellation) is not { } account)
        {
            return ManagedAccounts.Missing;
        }

        if (SampleAccounts.IsShared(account))
        {
            return "Ett provkonto är ingen person. Stäng det i stället.";
        }

        if (id == visitor.Account)
        {
            return "Du kan inte ta bort ditt eget konto. Be någon annan som sköter konton.";
        }

        if (await db.IsLastAdministrator(account, cancellation))
        {
            return ManagedAccounts.LastAdministrator;
        }

        account.Erase();
        await db.ShutWaysIn(account, kept: null, cancellation);
        db.Passkeys.RemoveRange(await db.Passkeys.Where(passkey => passkey.AccountId == id).ToListAsync(cancellation));
        await db.Save(new Change(visitor.Actor, "account.erase", account.Actor), cancellation);
        await transaction.CommitOwn(cancellation);

        return null;
    }
}
