using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Gives a section to one of the reporter's people, with a last day of its own, or to nobody in particular.</summary>
public sealed class DelegateSection(SamlaDb db, TimeProvider clock)
{
    /// <param name="visitor">Who gives it; one who may write the reporter's answers.</param>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose section.</param>
    /// <param name="section">Which.</param>
    /// <param name="account">To whom; null for nobody in particular.</param>
    /// <param name="dueOn">The last day, in Sweden; null for the round's.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Visitor visitor,
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Section> section,
        Id<Account>? account,
        DateOnly? dueOn,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var found = await db.Open(round, reporter, cancellation);
        if (found.Trouble is { } trouble)
        {
            return new Outcome.Refused(trouble);
        }

        if (!await db.Asks(found, section, cancellation))
        {
            return new Outcome.Refused("Avsnittet finns inte i er redovisning.");
        }

        if (TroubleWith(dueOn, found.Round!) is { } late)
        {
            return new Outcome.Refused(late);
        }

        var whom = account is null
            ? null
            : await db
                .Accounts.AsNoTracking()
                .SingleOrDefaultAsync(
                    a => a.Id == account && a.ReporterId == reporter && !a.IsShut && a.IsSample == visitor.IsSample,
                    cancellation
                );
        if (account is not null && whom is null)
        {
            return new Outcome.Refused("Personen har inget konto hos er längre. Välj någon annan.");
        }

        var work = await db.WorkOn(found.Submission!.Id, section, cancellation);
        var isNew = whom is not null && work.AccountId != whom.Id;
        (work.AccountId, work.DueOn) = (whom?.Id, dueOn);
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(visitor.Actor, "work.delegate", $"{round}/{reporter}/{section}"), cancellation);
            await transaction.CommitOwn(cancellation);
        }

        return new Outcome.Delegated(whom, isNew && whom!.Id != visitor.Account);
    }

    private string? TroubleWith(DateOnly? dueOn, Round round) =>
        dueOn < SwedishTime.DayOf(clock.GetUtcNow()) ? "Dagen har varit. Välj en dag som kommer."
        : dueOn > round.DueOn && SwedishTime.DayOf(clock.GetUtcNow()) <= round.DueOn
            ? $"Redovisningen ska vara inlämnad senast {SwedishTime.Of(round.DueOn)}. Välj den dagen eller en tidigare."
        : null;

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="To">Who has it now; null for nobody in particular.</param>
        /// <param name="IsNews">Whether that person should be told: somebody else has given it, just now.</param>
        public sealed record Delegated(Account? To, bool IsNews) : Outcome;

        /// <param name="Message">Why, and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
