using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>
/// The agency writes to those it chooses among a round's reporters. What is to be sent is saved first and what came of it
/// after each reporter, so that nobody is written to twice and no transaction waits for a mail server.
/// </summary>
public sealed class RemindReporters(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <summary>Who has been reminded within this time is asked about before being reminded again: two may have thought of it at once.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    private const string GivenUp =
        "Inget försök gjordes, eftersom breven före det inte gick att skicka. Se efter att e-posten fungerar och skicka en ny påminnelse.";

    /// <param name="visitor">Who sends.</param>
    /// <param name="round">The round.</param>
    /// <param name="key">Of the form: sent again it is the same reminder, and nothing is sent.</param>
    /// <param name="chosen">To whom.</param>
    /// <param name="handedIn">Those who had handed in when the form was shown: who has since is not reminded unseen.</param>
    /// <param name="text">With its places; kept with the round.</param>
    /// <param name="seen">The text that the round had when the form was shown.</param>
    /// <param name="isSure">Whether it goes also to those who have been reminded just now.</param>
    /// <param name="linkOf">Where a reporter goes on writing; the whole address.</param>
    /// <param name="cancellation">Stops before anything is sent. What is begun is finished, also where the one who asked has gone.</param>
    public async Task<Outcome> Run(
        Visitor visitor,
        Key<Round> round,
        Id<Reminder> key,
        IReadOnlyCollection<Key<Reporter>> chosen,
        IReadOnlyCollection<Key<Reporter>> handedIn,
        string text,
        string? seen,
        bool isSure,
        Func<Key<Reporter>, string> linkOf,
        CancellationToken cancellation
    )
    {
        var people = await db.PeopleWhoCanSignIn(round, visitor, cancellation);
        var begun = await Begin(
            visitor,
            round,
            key,
            chosen,
            handedIn,
            ReminderText.Normalised(text),
            seen,
            isSure,
            people,
            cancellation
        );
        if (begun is not Outcome.Begun(var reporting, var reporters, var reminder))
        {
            return begun;
        }

        var letters = new LetterRun(post, GivenUp);
        foreach (var to in reminder.Reporters)
        {
            var reporter = reporters[to.ReporterId];
            foreach (var person in ReporterPeople.Reminded(people[to.ReporterId]))
            {
                var letter = ReminderLetter.Of(
                    reminder.Text,
                    reporting,
                    reporter,
                    person,
                    linkOf(reporter.Id),
                    visitor.Name
                );
                Note(to, await letters.Send(letter, CancellationToken.None));
            }

            if (to.Recipients > 0)
            {
                await db.Save(
                    new Change(visitor.Actor, "reminder.send", $"{round}/{to.ReporterId}"),
                    CancellationToken.None
                );
            }
        }

        reminder.EndedAt = clock.GetUtcNow();
        await db.Save(new Change(visitor.Actor, "reminder.end", $"{round}/{reminder.Id}"), CancellationToken.None);
        return new Outcome.Done();
    }

    private async Task<Outcome> Begin(
        Visitor visitor,
        Key<Round> round,
        Id<Reminder> key,
        IReadOnlyCollection<Key<Reporter>> chosen,
        IReadOnlyCollection<Key<Reporter>> handedIn,
        string text,
        string? seen,
        bool isSure,
        ILookup<Key<Reporter>, Account> people,
        CancellationToken cancellation
    )
    {
        // The same form may come twice at once: the second finds what the first made.
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.Reminders.AnyAsync(reminder => reminder.Id == key, cancellation))
        {
            return new Outcome.Already();
        }

        var reporting = await db.Rounds.SingleOrDefaultAsync(r => r.Id == round, cancellation);
        var parts = await (
            from submission in db.Submissions
            join reporter in db.Reporters.AsNoTracking() on submission.ReporterId equals reporter.Id
            where submission.RoundId == round && chosen.Contains(submission.ReporterId)
            select new { Reporter = reporter, submission.CurrentVersion }
        ).ToListAsync(cancellation);
        var reporters = parts.ToDictionary(part => part.Reporter.Id, part => part.Reporter);
        var since = parts
            .Where(part => part.CurrentVersion > 0 && !handedIn.Contains(part.Reporter.Id))
            .Select(part => part.Reporter.Name)
            .Order(SwedishText.Order)
            .ToList();
        var trouble =
            since.Count > 0
                ? $"{SwedishText.Enumeration(since)} har lämnat in sedan du öppnade sidan. Se efter vilka som är valda och skicka igen."
            : reporting is null ? "Omgången finns inte."
            : !reporting.IsOpen ? "Omgången är stängd, så ingen kan lämna in. Öppna den först."
            : reporters.Count == 0 ? "Välj minst en uppgiftslämnare."
            : reporters.Count < chosen.Distinct().Count()
                ? "En av dem du valde är inte med i omgången längre. Se efter vilka som är valda och skicka igen."
            : ReminderText.TroubleWith(text) ?? ReminderText.ConflictIn(reporting, seen, text);
        if (trouble is not null)
        {
            return new Outcome.Refused(trouble);
        }

        if (!isSure && await Recent(round, reporters, cancellation) is { } recent)
        {
            return recent;
        }

        reporting!.ReminderText = ReminderText.IsDefault(text) ? null : text;
        var reminder = ReminderOf(visitor, round, key, text);
        reminder.Reporters.AddRange(
            from reporter in reporters.Values.OrderBy(one => one.Kind).ThenBy(one => one.Name, SwedishText.Order)
            select new RemindedReporter
            {
                ReminderId = key,
                ReporterId = reporter.Id,
                Recipients = ReporterPeople.Reminded(people[reporter.Id]).Count,
            }
        );
        db.Reminders.Add(reminder);
        await db.Save(new Change(visitor.Actor, "reminder.begin", $"{round}/{key}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Begun(reporting, reporters, reminder);
    }

    /// <summary>Those who have been reminded just now; null where none has.</summary>
    private async Task<Outcome.Recent?> Recent(
        Key<Round> round,
        Dictionary<Key<Reporter>, Reporter> reporters,
        CancellationToken cancellation
    )
    {
        var since = clock.GetUtcNow() - JustNow;
        var reminded = await (
            from reminder in db.Reminders.AsNoTracking()
            where reminder.RoundId == round && reminder.BegunAt > since
            from to in reminder.Reporters
            where to.Failed < to.Recipients
            select new { to.ReporterId, reminder.BegunAt }
        ).ToListAsync(cancellation);
        var again = reminded.FindAll(to => reporters.ContainsKey(to.ReporterId));
        return again.Count == 0
            ? null
            : new Outcome.Recent(
                again.Max(to => to.BegunAt),
                [.. again.Select(to => reporters[to.ReporterId].Name).Distinct().Order(SwedishText.Order)]
            );
    }

    private Reminder ReminderOf(Visitor visitor, Key<Round> round, Id<Reminder> key, string text) =>
        new()
        {
            Id = key,
            RoundId = round,
            Text = text,
            SentBy = visitor.Actor,
            BegunAt = clock.GetUtcNow(),
        };

    /// <summary>Writes down what came of a letter.</summary>
    private static void Note(RemindedReporter to, PostOffice.Outcome outcome)
    {
        switch (outcome)
        {
            case PostOffice.Outcome.Sent:
                to.Sent++;
                break;
            case PostOffice.Outcome.Kept:
                to.Kept++;
                break;
            case PostOffice.Outcome.Uncertain(var why):
                to.Uncertain++;
                to.Trouble ??= why;
                break;
            case PostOffice.Outcome.NotSent(var why):
                to.Failed++;
                to.Trouble ??= why;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>The reminder is saved, and no letter has gone yet. Nobody outside meets it.</summary>
        internal sealed record Begun(Round Round, Dictionary<Key<Reporter>, Reporter> Reporters, Reminder Reminder)
            : Outcome;

        /// <summary>All letters have been tried; what came of each is kept with the reminder.</summary>
        public sealed record Done : Outcome;

        /// <summary>The same form has been sent before; nothing was sent now.</summary>
        public sealed record Already : Outcome;

        /// <summary>Some of those who were chosen have been reminded just now. Nothing was sent; whoever is sure sends again.</summary>
        /// <param name="At">When the latest reminder began.</param>
        /// <param name="Names">Of them, in Swedish order.</param>
        public sealed record Recent(DateTimeOffset At, IReadOnlyList<string> Names) : Outcome;

        /// <param name="Message">Why nothing was sent, and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
