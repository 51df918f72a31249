using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Shuts a person out, at once and wherever they are signed in. What they have done stays.</summary>
public sealed class ShutAccount(SamlaDb db)
{
    /// <returns>Why it was not done, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Visitor visitor, Id<Account> id, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.FindManaged(visitor, id, cancellation) is not { } account)
        {
            return ManagedAccounts.Missing;
        }

        if (id == visitor.Account)
        {
            return "Du kan inte stänga ditt eget konto. Be någon annan som sköter konton.";
        }

        if (await db.IsLastAdministrator(account, cancellation))
        {
            return ManagedAccounts.LastAdministrator;
        }

        account.IsShut = true;
        await db.ShutWaysIn(account, kept: null, cancellation);
        await db.Save(new Change(visitor.Actor, "account.shut", account.Actor), cancellation);
        await transaction.CommitOwn(cancellation);

        return null;
    }
}
