using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>An intervention that is not as it was handed in.</summary>
/// <param name="IsRemoved">Whether the reporter has taken it out of its register.</param>
/// <param name="IsReferred">Whether any of the reporter's answers refers to it.</param>
public sealed record ChangedIntervention(
    Key<Intervention> Id,
    string Name,
    int Revision,
    bool IsRemoved,
    bool IsReferred
);

/// <summary>What reporters have to hand in beside their answers.</summary>
internal static class ChangedInterventionQueries
{
    extension(SamlaDb db)
    {
        /// <summary>
        /// The interventions that are not as each reporter's latest version holds them, also where a partner changed them: new,
        /// changed or taken out. What came and went in between is nobody's.
        /// </summary>
        /// <param name="round">The round.</param>
        /// <param name="reporter">The one asked for; null for all.</param>
        /// <param name="cancellation">Stops the question.</param>
        public async Task<ILookup<Key<Reporter>, ChangedIntervention>> UnsubmittedInterventions(
            Key<Round> round,
            Key<Reporter>? reporter,
            CancellationToken cancellation
        )
        {
            var rows = await (
                from whose in db.InterventionReporters
                join one in db.Interventions on whose.InterventionId equals one.Id
                join submission in db.Submissions
                    on new { one.RoundId, whose.ReporterId } equals new { submission.RoundId, submission.ReporterId }
                from version in db
                    .SubmissionVersions.Where(version =>
                        version.SubmissionId == submission.Id && version.Number == submission.CurrentVersion
                    )
                    .DefaultIfEmpty()
                from held in db
                    .SubmittedInterventions.Where(held =>
                        held.SubmissionId == submission.Id
                        && held.Version == submission.CurrentVersion
                        && held.InterventionId == one.Id
                    )
                    .DefaultIfEmpty()
                where one.RoundId == round && (reporter == null || whose.ReporterId == reporter)
                let isIn = one.MergedIntoId == null && whose.RemovedAt == null
                // Of a version that holds none, what was handed in last stands for what it would hold.
                where
                    version == null ? isIn
                    : !version.HoldsInterventions ? one.SubmittedRevision != one.Revision
                    : isIn ? (int?)held!.Revision != one.Revision
                    : held != null
                select new
                {
                    whose.ReporterId,
                    Changed = new ChangedIntervention(
                        one.Id,
                        one.Name,
                        one.Revision,
                        whose.RemovedAt != null,
                        one.References.Any(reference => reference.ReporterId == whose.ReporterId)
                    ),
                    IsKnown = isIn || version!.HoldsInterventions,
                    // Large, and seldom needed.
                    State = isIn || version!.HoldsInterventions ? null : one.SubmittedState,
                }
            )
                .AsNoTracking()
                .ToListAsync(cancellation);
            return rows.Where(row =>
                    row.IsKnown || (row.State is { } state && InterventionJson.Read(state).IsIn(row.ReporterId))
                )
                .OrderBy(row => row.Changed.Name, SwedishText.Order)
                .ToLookup(row => row.ReporterId, row => row.Changed);
        }
    }
}
