using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Letters;

namespace Samla.Publish.FactChecks;

/// <summary>
/// Asks a round's reporters whether what its report says of them is right, as it is now; or asks them anew when it has changed. It is
/// saved before the letters go: whoever asks twice is told, and nobody gets two letters.
/// </summary>
public sealed class OpenFactCheck(SamlaDb db, ComposeStatements compose, PostOffice post, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="seen">How many fact-checks the round had when the form was shown.</param>
    /// <param name="lastDay">The last day to answer.</param>
    /// <param name="message">What the agency wants to say in particular; may be empty.</param>
    /// <param name="linkTo">Where a reporter answers; the whole address.</param>
    /// <param name="sender">Who asks.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        int seen,
        DateOnly lastDay,
        string message,
        Func<Key<Reporter>, string> linkTo,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var letters = new FactCheckLetters(db, post, clock);
        var outcome = await Begin(round, seen, lastDay, Source.Normalised(message), letters, sender, cancellation);
        return outcome is Outcome.Begun(var run)
            ? new Outcome.Opened(
                await letters.Send(
                    run,
                    to => FactCheckLetters.Asking(to, run.Round, run.Check, linkTo(to.ReporterId!), sender),
                    sender
                )
            )
            : outcome;
    }

    private async Task<Outcome> Begin(
        Key<Round> round,
        int seen,
        DateOnly lastDay,
        string message,
        FactCheckLetters letters,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var last = await db.FactChecksOf(round).FirstOrDefaultAsync(cancellation);
        if ((last?.Number ?? 0) != seen)
        {
            return new Outcome.Already();
        }

        var said = await compose.Run(round, cancellation);
        if (Problem(said, lastDay, message, sender) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        var now = clock.GetUtcNow();
        if (last is { ClosedAt: null })
        {
            last.ClosedAt = now;
        }

        var check = new FactCheck
        {
            Id = Id.New<FactCheck>(clock),
            RoundId = round,
            Number = seen + 1,
            LastDay = lastDay,
            Message = message,
            OpenedAt = now,
            OpenedBy = sender.Actor,
        };
        db.FactChecks.Add(check);
        db.FactCheckParts.AddRange(
            said!.Parts.Select(part => new FactCheckPart
            {
                FactCheckId = check.Id,
                ReporterId = part.Reporter.Id,
                Content = FactCheckJson.Write(part.Statements),
            })
        );
        var people = await db.PeopleWhoCanSignIn(round, sender, cancellation);
        var run = await letters.Begin(
            said.Round,
            check,
            said.Parts.SelectMany(part => ReporterPeople.Reminded(people[part.Reporter.Id])),
            cancellation
        );
        await db.Save(new Change(sender.Actor, "factcheck.open", $"{round}/{check.Number}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Begun(run);
    }

    private string? Problem(ComposeStatements.Result? said, DateOnly lastDay, string message, Visitor sender) =>
        !sender.May(Permission.ManageFactChecks) ? "Bara analytiker kan skicka ut en faktagranskning."
        : said is null ? "Omgången finns inte."
        : said.Parts.Count == 0
            ? "Rapporten säger inget om någon uppgiftslämnare än, så det finns inget att granska. Skriv kapitlen först."
        : DayProblem(lastDay, clock)
            ?? (
                Characters.CountIn(message) > FactCheck.MostCharacters
                    ? $"Meddelandet är för långt. Det får ha högst {FactCheck.MostCharacters} tecken."
                    : null
            );

    internal static string? DayProblem(DateOnly lastDay, TimeProvider clock) =>
        lastDay < SwedishTime.DayOf(clock.GetUtcNow())
            ? "Sista dagen har redan varit. Välj i dag eller en senare dag."
            : null;

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>It is saved, and no letter has gone yet. Nobody outside meets it.</summary>
        internal sealed record Begun(FactCheckLetters.Run Letters) : Outcome;

        /// <param name="Letters">What became of each letter.</param>
        public sealed record Opened(IReadOnlyList<PostOffice.Outcome> Letters) : Outcome;

        /// <summary>It has been opened since the page was shown; nothing was sent now.</summary>
        public sealed record Already : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
