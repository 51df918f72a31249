using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The people of a round's reporters, for those who write to them.</summary>
internal static class ReporterPeople
{
    extension(SamlaDb db)
    {
        /// <summary>Those who can sign in, by name in Swedish order.</summary>
        /// <param name="round">The round whose reporters they belong to.</param>
        /// <param name="visitor">Who asks: one who belongs to the sample sees nobody real.</param>
        /// <param name="cancellation">Stops the question.</param>
        public async Task<ILookup<Key<Reporter>, Account>> PeopleWhoCanSignIn(
            Key<Round> round,
            Visitor visitor,
            CancellationToken cancellation
        ) =>
            (
                await db.WhoCanSignIn(
                    db.Accounts.Where(account =>
                        account.ReporterId != null
                        && db.Submissions.Any(s => s.RoundId == round && s.ReporterId == account.ReporterId)
                    ),
                    visitor,
                    cancellation
                )
            ).ToLookup(account => account.ReporterId!);
    }

    /// <summary>Who of a reporter's people a reminder goes to: those who answer for the submission, or all where nobody does.</summary>
    public static IReadOnlyList<Account> Reminded(IEnumerable<Account> people)
    {
        var all = people.ToList();
        var leads = all.FindAll(account => account.Roles.HasFlag(Roles.Lead));
        return leads.Count > 0 ? leads : all;
    }
}
