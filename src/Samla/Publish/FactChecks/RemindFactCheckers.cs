using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Publish.FactChecks;

/// <summary>Writes to the people of those reporters that have not said that they are done with a fact-check.</summary>
public sealed class RemindFactCheckers(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="seen">How many letters there had been to send when the page was shown.</param>
    /// <param name="linkTo">Where a reporter answers; the whole address.</param>
    /// <param name="sender">Who reminds.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        int seen,
        Func<Key<Reporter>, string> linkTo,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var letters = new FactCheckLetters(db, post, clock);
        var outcome = await Begin(round, seen, letters, sender, cancellation);
        var isLate =
            outcome is Outcome.Begun { Letters.Check.LastDay: var lastDay }
            && lastDay < SwedishTime.DayOf(clock.GetUtcNow());
        return outcome is Outcome.Begun(var run)
            ? new Outcome.Sent(
                await letters.Send(
                    run,
                    to => FactCheckLetters.Reminding(to, run.Round, run.Check, linkTo(to.ReporterId!), sender, isLate),
                    sender
                )
            )
            : outcome;
    }

    private async Task<Outcome> Begin(
        Key<Round> roundId,
        int seen,
        FactCheckLetters letters,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        if (!sender.May(Permission.ManageFactChecks))
        {
            return new Outcome.Refused("Bara analytiker kan påminna om en faktagranskning.");
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        var check = await db.OpenFactCheck(roundId, cancellation);
        if (round is null || check is null)
        {
            return new Outcome.Refused("Ingen faktagranskning pågår, så inga brev är skickade.");
        }

        if (
            await db
                .FactCheckLetters.Where(letter => letter.FactCheckId == check.Id)
                .SumAsync(letter => letter.Attempts, cancellation) != seen
        )
        {
            return new Outcome.Already();
        }

        var waiting = await db
            .FactCheckParts.Where(part => part.FactCheckId == check.Id && part.DoneAt == null)
            .Select(part => part.ReporterId)
            .ToListAsync(cancellation);
        var people = await db.PeopleWhoCanSignIn(roundId, sender, cancellation);
        var run = await letters.Begin(
            round,
            check,
            waiting.SelectMany(reporter => ReporterPeople.Reminded(people[reporter])),
            cancellation
        );
        if (run.Letters.Count == 0)
        {
            return new Outcome.Refused(
                waiting.Count == 0
                    ? "Alla är klara, så inga brev är skickade."
                    : "Ingen hos dem som återstår kan logga in, så inga brev är skickade. Bjud in dem under Personer."
            );
        }

        await db.Save(new Change(sender.Actor, "factcheck.remind", $"{roundId}/{check.Number}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Begun(run);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>It is saved, and no letter has gone yet. Nobody outside meets it.</summary>
        internal sealed record Begun(FactCheckLetters.Run Letters) : Outcome;

        /// <param name="Letters">What became of each letter.</param>
        public sealed record Sent(IReadOnlyList<PostOffice.Outcome> Letters) : Outcome;

        /// <summary>Letters have been sent since the page was shown; none was sent now.</summary>
        public sealed record Already : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
