using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Who reports in a round, and how far each has come.</summary>
public sealed class ListSubmissions(SamlaDb db)
{
    /// <param name="Lines">Regions first, then county administrative boards and other authorities, each in Swedish order.</param>
    public sealed record Result(Round Round, IReadOnlyList<Line> Lines);

    /// <param name="Version">The latest submitted version; 0 before the first.</param>
    /// <param name="SubmittedAt">When that was submitted; null before the first.</param>
    /// <param name="IsLate">Whether that was after the last day.</param>
    /// <param name="HasDecision">Whether a decision on that version is stated.</param>
    /// <param name="IsReturned">Whether that version is returned for correction.</param>
    /// <param name="Delivery">How far the handing over of that version has come.</param>
    /// <param name="Answers">How many answers are not as in that version.</param>
    /// <param name="Interventions">How many interventions are not as they were handed in.</param>
    public sealed record Line(
        Reporter Reporter,
        int Version,
        DateTimeOffset? SubmittedAt,
        bool IsLate,
        bool HasDecision,
        bool IsReturned,
        DeliveryState Delivery,
        int Answers,
        int Interventions
    )
    {
        /// <summary>Whether there is something to hand in.</summary>
        public bool HasChanges => Answers + Interventions > 0;
    }

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }

        var changed = await ChangedAnswers(id, cancellation);
        var interventions = await db.UnsubmittedInterventions(id, reporter: null, cancellation);
        var deliveries = await Deliveries(id, cancellation);
        var latest = await Latest(id, cancellation);
        return new Result(
            round,
            [
                .. latest
                    .OrderBy(one => one.Reporter.Kind)
                    .ThenBy(one => one.Reporter.County is { } county ? Regions.PlaceOf(county) : int.MaxValue)
                    .ThenBy(one => one.Reporter.Name, SwedishText.Order)
                    .Select(one => new Line(
                        one.Reporter,
                        one.Submission.CurrentVersion,
                        one.SubmittedAt,
                        one.IsLate,
                        one.HasDecision,
                        one.IsReturned,
                        DeliveryState.Of([.. deliveries[one.Submission.Id]], one.Submission.CurrentVersion),
                        changed.GetValueOrDefault(one.Submission.Id),
                        interventions[one.Reporter.Id].Count()
                    )),
            ]
        );
    }

    /// <summary>How many answers are not as they were handed in, of the submissions that have such.</summary>
    private Task<Dictionary<Id<Submission>, int>> ChangedAnswers(Key<Round> round, CancellationToken cancellation) =>
        db.AnswersBesideSubmitted(round)
            .Where(one => one.IsChanged)
            .GroupBy(one => one.Submission.Id)
            .Select(one => new { Submission = one.Key, Answers = one.Count() })
            .ToDictionaryAsync(one => one.Submission, one => one.Answers, cancellation);

    private async Task<ILookup<Id<Submission>, Delivery>> Deliveries(
        Key<Round> round,
        CancellationToken cancellation
    ) =>
        (
            await (
                from submission in db.Submissions.AsNoTracking()
                join delivery in db.Deliveries.AsNoTracking() on submission.Id equals delivery.SubmissionId
                where submission.RoundId == round
                select delivery
            ).ToListAsync(cancellation)
        ).ToLookup(delivery => delivery.SubmissionId);

    private Task<List<LatestVersion>> Latest(Key<Round> round, CancellationToken cancellation) =>
        (
            from submission in db.Submissions.AsNoTracking()
            where submission.RoundId == round
            join reporter in db.Reporters.AsNoTracking() on submission.ReporterId equals reporter.Id
            join version in db.SubmissionVersions.AsNoTracking()
                on new { SubmissionId = submission.Id, Number = submission.CurrentVersion } equals new
                {
                    version.SubmissionId,
                    version.Number,
                }
                into latest
            from version in latest.DefaultIfEmpty()
            select new LatestVersion(
                submission,
                reporter,
                version == null ? null : version.SubmittedAt,
                version != null && version.IsLate,
                db.SubmissionReturns.Any(one =>
                    one.SubmissionId == submission.Id && one.Version == submission.CurrentVersion
                ),
                db.SubmissionDecisions.Any(decision =>
                    decision.SubmissionId == submission.Id && decision.Version == submission.CurrentVersion
                )
            )
        ).ToListAsync(cancellation);

    /// <summary>A submission with what is known of its latest version.</summary>
    private sealed record LatestVersion(
        Submission Submission,
        Reporter Reporter,
        DateTimeOffset? SubmittedAt,
        bool IsLate,
        bool IsReturned,
        bool HasDecision
    );
}
