using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Access;

/// <summary>Changes what a person is called, by that person.</summary>
public sealed class SetName(SamlaDb db)
{
    /// <returns>Why it was not done, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Visitor visitor, string name, CancellationToken cancellation)
    {
        var account = await db.Accounts.SingleAsync(account => account.Id == visitor.Account, cancellation);
        if (SampleAccounts.IsShared(account))
        {
            return SampleAccounts.Fixed;
        }

        if (AccountFields.ProblemOfName(name.Trim()) is { } problem)
        {
            return problem.Message;
        }

        account.Name = name.Trim();
        await db.Save(new Change(visitor.Actor, "account.name", visitor.Actor), cancellation);
        return null;
    }
}
