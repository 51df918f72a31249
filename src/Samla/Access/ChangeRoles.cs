using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Gives a person other roles; from the next click on.</summary>
public sealed class ChangeRoles(SamlaDb db)
{
    /// <returns>Why it was not done, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Visitor visitor, Id<Account> id, Roles roles, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.FindManaged(visitor, id, cancellation) is not { } account)
        {
            return ManagedAccounts.Missing;
        }

        if (Rights.Misfit(roles, account.ReporterId) is { } misfit)
        {
            return misfit;
        }

        if (id == visitor.Account && !(visitor with { Roles = roles }).MayManage(visitor.Reporter, visitor.IsSample))
        {
            return "Du kan inte ta ifrån dig själv rollen som sköter konton. Be någon annan som har den.";
        }

        if (!roles.HasFlag(Roles.Administrator) && await db.IsLastAdministrator(account, cancellation))
        {
            return ManagedAccounts.LastAdministrator;
        }

        if (account.Roles != roles)
        {
            account.Roles = roles;
            await db.Save(new Change(visitor.Actor, "account.roles", account.Actor), cancellation);
            await transaction.CommitOwn(cancellation);
        }

        return null;
    }
}
