using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Access;

/// <summary>A new link for somebody who has not come in by the first; the first no longer holds.</summary>
public sealed class InviteAgain(SamlaDb db, TimeProvider clock)
{
    public async Task<Outcome> Run(Visitor visitor, Id<Account> id, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var account = await db.FindManaged(visitor, id, cancellation);
        if (account is null || SampleAccounts.IsShared(account))
        {
            return new Outcome.Refused(ManagedAccounts.Missing);
        }

        if (account.PasswordHash is not null)
        {
            return new Outcome.Refused(
                $"{account.Name} har redan valt ett lösenord. Den som har glömt sitt väljer ett nytt genom ”Har du glömt lösenordet?” på inloggningssidan."
            );
        }

        if (account.IsShut)
        {
            return new Outcome.Refused("Kontot är stängt. Öppna det först.");
        }

        await db.EndLinks(account, cancellation);
        var (secret, until) = db.AddLink(account, LinkPurpose.Invitation, clock.GetUtcNow());
        await db.Save(new Change(visitor.Actor, "account.invite-again", account.Actor), cancellation);
        await transaction.CommitOwn(cancellation);

        return new Outcome.Invited(new InviteAccount.Outcome.Invited(account, secret, until));
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Invited(InviteAccount.Outcome.Invited Invitation) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
