using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>How an account stands.</summary>
public enum AccountState
{
    /// <summary>Lets its person in.</summary>
    Open,

    /// <summary>Comes with the sample.</summary>
    Sample,

    /// <summary>The person has a link that holds, and has not followed it.</summary>
    Invited,

    /// <summary>The person did not follow the link in time.</summary>
    InvitationEnded,

    /// <summary>Lets nobody in.</summary>
    Shut,
}

/// <summary>An account as those see it who manage it.</summary>
/// <param name="Account">The account.</param>
/// <param name="ReporterName">Whose people it is one of; null for the agency's.</param>
/// <param name="State">How it stands.</param>
/// <param name="InvitedUntil">How long the invitation holds; null where there is none.</param>
/// <param name="SeenAt">When the person was last here, in a sign-in that has not ended; null where there is none.</param>
public sealed record AccountLine(
    Account Account,
    string? ReporterName,
    AccountState State,
    DateTimeOffset? InvitedUntil,
    DateTimeOffset? SeenAt
);

/// <summary>The accounts that somebody manages, by name in Swedish order. Who has been forgotten is not among them.</summary>
public sealed class ListAccounts(SamlaDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<AccountLine>> Run(Visitor visitor, CancellationToken cancellation)
    {
        var accounts = visitor.Reporter is { } own
            ? db.Accounts.Where(account => account.ReporterId == own)
            : db.Accounts;
        return
        [
            .. (await Lines(visitor, accounts, cancellation)).OrderBy(line => line.Account.Name, SwedishText.Order),
        ];
    }

    /// <summary>One of them; null where it is not.</summary>
    public async Task<AccountLine?> Find(Visitor visitor, Id<Account> id, CancellationToken cancellation) =>
        (await Lines(visitor, db.Accounts.Where(account => account.Id == id), cancellation)) is [var only]
            ? only
            : null;

    private async Task<List<AccountLine>> Lines(
        Visitor visitor,
        IQueryable<Account> accounts,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var found = await (
            from account in accounts.AsNoTracking()
            join reporter in db.Reporters.AsNoTracking()
                on account.ReporterId equals (Key<Reporter>?)reporter.Id
                into reporters
            from reporter in reporters.DefaultIfEmpty()
            where account.Name != ""
            select new
            {
                account,
                ReporterName = reporter == null ? null : reporter.Name,
                Until = db
                    .AccountLinks.Where(link => link.AccountId == account.Id && link.Purpose == LinkPurpose.Invitation)
                    .Max(link => (DateTimeOffset?)link.ExpiresAt),
                SeenAt = db
                    .Sessions.Where(session => session.AccountId == account.Id)
                    .Max(session => (DateTimeOffset?)session.SeenAt),
            }
        ).ToListAsync(cancellation);
        return
        [
            .. from one in found
            where visitor.MayManage(one.account.ReporterId, one.account.IsSample)
            select new AccountLine(
                one.account,
                one.ReporterName,
                StateOf(one.account, one.Until, now),
                one.Until,
                one.SeenAt
            ),
        ];
    }

    private static AccountState StateOf(Account account, DateTimeOffset? invitedUntil, DateTimeOffset now) =>
        account.IsShut ? AccountState.Shut
        : SampleAccounts.IsShared(account) ? AccountState.Sample
        : account.PasswordHash is not null ? AccountState.Open
        : invitedUntil > now ? AccountState.Invited
        : AccountState.InvitationEnded;
}
