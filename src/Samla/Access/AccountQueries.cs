using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>The question about accounts that several use cases ask.</summary>
internal static class AccountQueries
{
    extension(SamlaDb db)
    {
        /// <summary>The agency's people who may do something with everybody's data, in the order of their names.</summary>
        public async Task<List<Account>> AccountsThatMay(Permission permission, CancellationToken cancellation)
        {
            var accounts = await db
                .Accounts.AsNoTracking()
                .Where(account => account.ReporterId == null && !account.IsShut)
                .Where(account => !account.IsSample || SampleAccounts.AreOpen(db).Any())
                .ToListAsync(cancellation);
            return
            [
                .. accounts
                    .Where(account => Rights.AllowWithAll(account.Roles, permission))
                    .OrderBy(account => account.Name, SwedishText.Order),
            ];
        }
    }
}
