using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Analyse.Assessments;

/// <summary>What several use cases ask about assessments.</summary>
internal static class AssessmentQueries
{
    extension(SamlaDb db)
    {
        /// <summary>Those who may judge documents, in the order of their names.</summary>
        public async Task<List<Account>> MayAssess(CancellationToken cancellation)
        {
            var accounts = await db
                .Accounts.AsNoTracking()
                .Where(account => account.ReporterId == null && !account.IsShut)
                .Where(account => !account.IsSample || SampleAccounts.AreOpen(db).Any())
                .ToListAsync(cancellation);
            return
            [
                .. accounts
                    .Where(account => Rights.AllowWithAll(account.Roles, Permission.Assess))
                    .OrderBy(account => account.Name, SwedishText.Order),
            ];
        }
    }
}
