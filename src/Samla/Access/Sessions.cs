using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>Sign-ins: begun, asked for at each request, listed and ended.</summary>
public sealed class Sessions(SamlaDb db, TimeProvider clock)
{
    /// <summary>How old <see cref="Session.SeenAt"/> may get before it is written again.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    /// <summary>Lets a person in. Who it is must have been shown.</summary>
    public async Task<Id<Session>> Begin(Account account, string device, bool byPasskey, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = Id.New<Session>(clock),
            AccountId = account.Id,
            StartedAt = now,
            SeenAt = now,
            Device = device,
            ByPasskey = byPasskey,
        };
        // All that writes stands in line; what does not meets a file that is taken.
        await using var transaction = await db.BeginAlone(cancellation);
        db.Sessions.Add(session);
        await db.Save(new Change(account.Actor, "session.begin", account.Actor), cancellation);
        // Those that ended by themselves; their owner has nothing to end any more.
        var ended = now - Session.Idle;
        await db
            .Sessions.Where(old => old.AccountId == account.Id && old.SeenAt < ended)
            .ExecuteDeleteAsync(cancellation);
        await transaction.CommitOwn(cancellation);
        return session.Id;
    }

    /// <summary>Who is signed in by it; null where it has ended, the account is shut, or a sample account may not come in.</summary>
    /// <param name="id">The sign-in.</param>
    /// <param name="isAtWork">Whether somebody does something, which prolongs it; false where an open page asks by itself.</param>
    /// <param name="cancellation">Stops the question.</param>
    public async Task<Visitor?> Find(Id<Session> id, bool isAtWork, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = now - Session.Idle;
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on session.AccountId equals account.Id
            join reporter in db.Reporters.AsNoTracking()
                on account.ReporterId equals (Key<Reporter>?)reporter.Id
                into reporters
            from reporter in reporters.DefaultIfEmpty()
            where
                session.Id == id
                && session.SeenAt >= since
                && !account.IsShut
                && (!account.IsSample || SampleAccounts.AreOpen(db).Any())
            select new
            {
                session.SeenAt,
                account.Id,
                account.Name,
                account.Roles,
                account.ReporterId,
                ReporterName = reporter == null ? null : reporter.Name,
                account.IsSample,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        if (isAtWork && found.SeenAt < now - Precision)
        {
            // No line in the audit trail: that somebody is at work is not a change of anything.
            await using var transaction = await db.BeginAlone(cancellation);
            await db
                .Sessions.Where(session => session.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), cancellation);
            await transaction.CommitOwn(cancellation);
        }

        return new Visitor(found.Id, id, found.Name, found.Roles, found.ReporterId, found.ReporterName, found.IsSample);
    }

    /// <summary>Those that have not ended, the latest used first.</summary>
    public async Task<IReadOnlyList<Session>> List(Id<Account> account, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Session.Idle;
        return await db
            .Sessions.AsNoTracking()
            .Where(session => session.AccountId == account && session.SeenAt >= since)
            .OrderByDescending(session => session.SeenAt)
            .ToListAsync(cancellation);
    }

    /// <summary>Ends one of an account's sign-ins; nothing happens where it has ended already.</summary>
    public Task End(Id<Account> account, Id<Session> id, string actor, CancellationToken cancellation) =>
        End(
            db.Sessions.Where(session => session.AccountId == account && session.Id == id),
            account,
            actor,
            cancellation
        );

    /// <summary>Ends all of an account's sign-ins but one, or all.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="kept">The one that goes on; null for none.</param>
    /// <param name="actor">Who ends them.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public Task EndAll(Id<Account> account, Id<Session>? kept, string actor, CancellationToken cancellation) =>
        End(
            db.Sessions.Where(session => session.AccountId == account && session.Id != kept),
            account,
            actor,
            cancellation
        );

    private async Task End(IQueryable<Session> which, Id<Account> account, string actor, CancellationToken cancellation)
    {
        var sessions = await which.ToListAsync(cancellation);
        if (sessions.Count > 0)
        {
            db.Sessions.RemoveRange(sessions);
            await db.Save(new Change(actor, "session.end", Account.ActorOf(account)), cancellation);
        }
    }
}
