using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>Who is invited, to what.</summary>
/// <param name="Email">As it was written.</param>
/// <param name="Name">As colleagues know the person; the person may change it.</param>
/// <param name="Roles">What the person is to do.</param>
/// <param name="Reporter">Whose people it will be one of; null for the agency's.</param>
public sealed record Invitation(string Email, string Name, Roles Roles, Key<Reporter>? Reporter);

/// <summary>Makes an account for somebody, and a link by which that person chooses a password and comes in.</summary>
public sealed class InviteAccount(SamlaDb db, TimeProvider clock)
{
    public async Task<Outcome> Run(Visitor visitor, Invitation invitation, CancellationToken cancellation)
    {
        if (!visitor.MayManage(invitation.Reporter, visitor.IsSample))
        {
            return new Outcome.Refused([
                new(AccountField.Reporter, "Du kan bara bjuda in till den organisation vars konton du sköter."),
            ]);
        }

        // Two may invite the same person at once: the second is told.
        await using var transaction = await db.BeginAlone(cancellation);
        var account = AccountOf(visitor, invitation);
        List<AccountProblem> problems = [.. await ProblemsOf(account, cancellation)];
        if (problems.Count > 0)
        {
            return new Outcome.Refused(problems);
        }

        db.Accounts.Add(account);
        var (secret, until) = db.AddLink(account, LinkPurpose.Invitation, clock.GetUtcNow());
        await db.Save(new Change(visitor.Actor, "account.invite", account.Actor), cancellation);
        await transaction.CommitOwn(cancellation);

        return new Outcome.Invited(account, secret, until);
    }

    private Account AccountOf(Visitor visitor, Invitation invitation) =>
        new()
        {
            Id = Id.New<Account>(clock),
            Email = Account.Normalised(invitation.Email),
            Name = invitation.Name.Trim(),
            ReporterId = invitation.Reporter,
            Roles = invitation.Roles,
            SecurityStamp = SecretText.New(),
            IsSample = visitor.IsSample,
            CreatedAt = clock.GetUtcNow(),
        };

    private async Task<IEnumerable<AccountProblem>> ProblemsOf(Account account, CancellationToken cancellation)
    {
        var isTaken =
            SampleAccounts.IsTheirs(account.Email)
            || await db.Accounts.AnyAsync(other => other.Email == account.Email, cancellation);
        var hasReporter =
            account.ReporterId is null
            || await db.Reporters.AnyAsync(reporter => reporter.Id == account.ReporterId, cancellation);
        return new[]
        {
            AccountFields.ProblemOfEmail(account.Email)
                ?? (
                    isTaken
                        ? new(AccountField.Email, "Adressen har redan ett konto. En adress kan bara ha ett konto.")
                        : null
                ),
            AccountFields.ProblemOfName(account.Name),
            hasReporter ? null : new(AccountField.Reporter, "Uppgiftslämnaren finns inte."),
            Rights.Misfit(account.Roles, account.ReporterId) is { } misfit ? new(AccountField.Roles, misfit) : null,
        }.OfType<AccountProblem>();
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Account">Whose.</param>
        /// <param name="Secret">What the link ends with; told once.</param>
        /// <param name="Until">How long it holds.</param>
        public sealed record Invited(Account Account, string Secret, DateTimeOffset Until) : Outcome;

        /// <param name="Problems">At least one.</param>
        public sealed record Refused(IReadOnlyList<AccountProblem> Problems) : Outcome;
    }
}
