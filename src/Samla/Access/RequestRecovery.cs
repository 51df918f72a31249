using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>A link for somebody who has forgotten the password. Nobody but the owner of the address may learn whether there was one.</summary>
public sealed class RequestRecovery(SamlaDb db, TimeProvider clock)
{
    /// <summary>Links that hold at the same time; more letters would only be a nuisance to whose address was given.</summary>
    private const int MostLinks = 3;

    /// <param name="Account">Whose password is to be chosen.</param>
    /// <param name="Secret">What the link ends with; told once.</param>
    /// <param name="Until">How long it holds.</param>
    public sealed record Link(Account Account, string Secret, DateTimeOffset Until);

    /// <returns>Null where no account with a password has the address, it is shut, or it was asked for too often.</returns>
    public async Task<Link?> Run(string email, CancellationToken cancellation)
    {
        var address = Account.Normalised(email);
        await using var transaction = await db.BeginAlone(cancellation);
        var account = await db.Accounts.SingleOrDefaultAsync(
            account => account.Email == address && !account.IsShut && account.PasswordHash != null,
            cancellation
        );
        if (account is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var links = await db
            .AccountLinks.Where(link => link.AccountId == account.Id && link.Purpose == LinkPurpose.Recovery)
            .ToListAsync(cancellation);
        if (links.Count(link => link.ExpiresAt > now) >= MostLinks)
        {
            return null;
        }

        db.AccountLinks.RemoveRange(links.Where(link => link.ExpiresAt <= now));
        var (secret, until) = db.AddLink(account, LinkPurpose.Recovery, now);
        await db.Save(new Change("inloggningen", "account.recovery", account.Actor), cancellation);
        await transaction.CommitOwn(cancellation);

        return new Link(account, secret, until);
    }
}
