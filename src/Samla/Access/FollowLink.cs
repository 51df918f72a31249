using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>Somebody comes with a link and has chosen a password: it holds from now on, and the link no more.</summary>
public sealed class FollowLink(SamlaDb db, TimeProvider clock)
{
    /// <param name="secret">What the link ends with.</param>
    /// <param name="purpose">What the link is for.</param>
    /// <param name="passwordHash">Of a password whose strength has been weighed.</param>
    /// <param name="name">What the person wants to be called; null to stay as it is.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        string secret,
        LinkPurpose purpose,
        string passwordHash,
        string? name,
        CancellationToken cancellation
    )
    {
        // Two may come with the same link at once: one of them gets in.
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.AccountOf(secret, purpose, clock.GetUtcNow(), cancellation) is not { } found)
        {
            return new Outcome.Gone();
        }

        var account = await db.Accounts.SingleAsync(account => account.Id == found.Id, cancellation);
        if (name is not null)
        {
            if (AccountFields.ProblemOfName(name.Trim()) is { } problem)
            {
                return new Outcome.Refused(problem.Message);
            }

            account.Name = name.Trim();
        }

        account.PasswordHash = passwordHash;
        account.FailedSignIns = 0;
        account.LockedUntil = null;
        await db.ShutWaysIn(account, kept: null, cancellation);
        await db.Save(new Change(account.Actor, "account.password", account.Actor), cancellation);
        await transaction.CommitOwn(cancellation);

        return new Outcome.Followed(account);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>The person may be let in.</summary>
        public sealed record Followed(Account Account) : Outcome;

        /// <summary>The link does not hold, or does so no longer.</summary>
        public sealed record Gone : Outcome;

        /// <param name="Message">What is wrong with the name, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
