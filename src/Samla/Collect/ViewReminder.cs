using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reminder, and what came of it for each reporter.</summary>
public sealed class ViewReminder(SamlaDb db, ActorNames names)
{
    /// <param name="By">Who sent it, by name.</param>
    /// <param name="Lines">Regions first, then the others, each in Swedish order.</param>
    public sealed record Result(Round Round, Reminder Reminder, string By, IReadOnlyList<Line> Lines);

    public sealed record Line(Reporter Reporter, RemindedReporter To);

    /// <summary>Null where the round has no such reminder.</summary>
    public async Task<Result?> Run(Key<Round> round, Id<Reminder> id, CancellationToken cancellation)
    {
        var found = await (
            from one in db.Reminders.AsNoTracking()
            join reporting in db.Rounds.AsNoTracking() on one.RoundId equals reporting.Id
            where one.Id == id && one.RoundId == round
            select new { Reminder = one, Round = reporting }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var lines = await (
            from to in db.RemindedReporters.AsNoTracking()
            join reporter in db.Reporters.AsNoTracking() on to.ReporterId equals reporter.Id
            where to.ReminderId == id
            select new Line(reporter, to)
        ).ToListAsync(cancellation);
        var by = await names.Run([found.Reminder.SentBy], cancellation);
        return new Result(
            found.Round,
            found.Reminder,
            by[found.Reminder.SentBy],
            [.. lines.OrderBy(line => line.Reporter.Kind).ThenBy(line => line.Reporter.Name, SwedishText.Order)]
        );
    }
}
