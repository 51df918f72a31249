using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Who can sign in, as a question others are built on.</summary>
internal static class SignInQueries
{
    extension(SamlaDb db)
    {
        /// <summary>Those of some accounts who can sign in, by name in Swedish order.</summary>
        /// <param name="among">The accounts.</param>
        /// <param name="visitor">Who asks: one who belongs to the sample sees nobody real.</param>
        /// <param name="cancellation">Stops the question.</param>
        public async Task<IReadOnlyList<Account>> WhoCanSignIn(
            IQueryable<Account> among,
            Visitor visitor,
            CancellationToken cancellation
        ) =>
            [
                .. (
                    await among
                        .AsNoTracking()
                        .Where(account =>
                            !account.IsShut
                            && (
                                account.IsSample
                                    ? SampleAccounts.AreOpen(db).Any()
                                    : account.PasswordHash != null && !visitor.IsSample
                            )
                        )
                        .ToListAsync(cancellation)
                )
                    // One whom a sample account invited chooses a password; the shared ones never have one.
                    .Where(account => account.PasswordHash is not null || SampleAccounts.IsShared(account))
                    .OrderBy(account => account.Name, SwedishText.Order),
            ];
    }
}
