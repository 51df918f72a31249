using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter states the decision on a version that is submitted already, or states it anew where it was wrong. What was stated before
/// stays, and does not count.
/// </summary>
public sealed class StateDecision(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round; it may be closed, since decisions often come after the last day.</param>
    /// <param name="reporter">Whose submission.</param>
    /// <param name="version">Which version was decided on.</param>
    /// <param name="seen">The number of the decision that the writer saw; 0 where there was none.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="actor">Who states it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        int seen,
        Decision decision,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var found = await (
            from submission in db.Submissions.AsNoTracking()
            join submitted in db.SubmissionVersions.AsNoTracking() on submission.Id equals submitted.SubmissionId
            where submission.RoundId == round && submission.ReporterId == reporter && submitted.Number == version
            select new
            {
                submission.Id,
                Latest = db
                    .SubmissionDecisions.Where(one => one.SubmissionId == submission.Id && one.Version == version)
                    .Max(one => (int?)one.Number),
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return new Outcome.Refused("Versionen finns inte. Ett beslut kan bara anges för det som är inlämnat.");
        }

        var latest = found.Latest ?? 0;
        if (latest != seen)
        {
            return new Outcome.Refused(
                "Någon har angett ett beslut sedan du öppnade sidan. Läs det som står där nu, och rätta det om det behövs."
            );
        }

        db.SubmissionDecisions.Add(
            SubmissionDecision.Of(decision, found.Id, version, latest + 1, actor, clock.GetUtcNow())
        );
        await db.Save(new Change(actor, "decision.state", $"{round}/{reporter}/v{version}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Stated();
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Stated : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
