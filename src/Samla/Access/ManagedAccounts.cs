using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>The questions that everything asks that manages other people's accounts.</summary>
internal static class ManagedAccounts
{
    public const string Missing = "Kontot finns inte, eller så är det någon annan som sköter det.";

    public const string LastAdministrator =
        "Det här är den enda administratören som kan logga in. Gör någon annan till administratör först.";

    /// <summary>Null where there is none, the person has been forgotten, or it is not the visitor's to manage.</summary>
    public static async Task<Account?> FindManaged(
        this SamlaDb db,
        Visitor visitor,
        Id<Account> id,
        CancellationToken cancellation
    )
    {
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.Id == id, cancellation);
        return account is { IsErased: false } && visitor.MayManage(account.ReporterId, account.IsSample)
            ? account
            : null;
    }

    /// <summary>Whether nobody could come in to manage the agency's accounts if this one could not.</summary>
    /// <remarks>Holds only until somebody else saves: ask it alone.</remarks>
    public static async Task<bool> IsLastAdministrator(
        this SamlaDb db,
        Account account,
        CancellationToken cancellation
    ) =>
        account.Roles.HasFlag(Roles.Administrator)
        && !account.IsShut
        && !(
            await db
                .Accounts.AsNoTracking()
                .Where(other =>
                    other.Id != account.Id
                    && other.ReporterId == null
                    && !other.IsShut
                    && other.IsSample == account.IsSample
                    && (other.IsSample || other.PasswordHash != null)
                )
                .Select(other => other.Roles)
                .ToListAsync(cancellation)
        ).Exists(roles => roles.HasFlag(Roles.Administrator));

    /// <summary>Takes away every way in that is open now: links, and sign-ins but for one that is kept. Saved with the rest.</summary>
    public static async Task ShutWaysIn(
        this SamlaDb db,
        Account account,
        Id<Session>? kept,
        CancellationToken cancellation
    )
    {
        account.SecurityStamp = SecretText.New();
        db.Sessions.RemoveRange(
            await db
                .Sessions.Where(session => session.AccountId == account.Id && session.Id != kept)
                .ToListAsync(cancellation)
        );
        await db.EndLinks(account, cancellation);
    }

    /// <summary>No link that was sent to the person holds any longer; the caller saves.</summary>
    public static async Task EndLinks(this SamlaDb db, Account account, CancellationToken cancellation) =>
        db.AccountLinks.RemoveRange(
            await db.AccountLinks.Where(link => link.AccountId == account.Id).ToListAsync(cancellation)
        );

    /// <summary>A new link; its secret is told once and kept nowhere.</summary>
    public static (string Secret, DateTimeOffset Until) AddLink(
        this SamlaDb db,
        Account account,
        LinkPurpose purpose,
        DateTimeOffset now
    )
    {
        var secret = SecretText.New();
        var until = now + AccountLink.LifeOf(purpose);
        db.AccountLinks.Add(
            new AccountLink
            {
                TokenHash = SecretText.HashOf(secret),
                AccountId = account.Id,
                Purpose = purpose,
                ExpiresAt = until,
            }
        );
        return (secret, until);
    }
}
