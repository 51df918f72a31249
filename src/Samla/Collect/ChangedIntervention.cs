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
        /// The interventions that are new, changed or taken out since they were handed in, by those who may hand them in: each
        /// that has it in its register, or had when it was handed in. What came and went in between is nobody's.
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
                where
                    one.RoundId == round
                    && one.SubmittedRevision != one.Revision
                    && (reporter == null || whose.ReporterId == reporter)
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
                    IsIn = one.MergedIntoId == null && whose.RemovedAt == null,
                    // Large, and seldom needed.
                    State = one.MergedIntoId == null && whose.RemovedAt == null ? null : one.SubmittedState,
                }
            )
                .AsNoTracking()
                .ToListAsync(cancellation);
            return rows.Where(row =>
                    row.IsIn || (row.State is { } state && InterventionJson.Read(state).IsIn(row.ReporterId))
                )
                .OrderBy(row => row.Changed.Name, SwedishText.Order)
                .ToLookup(row => row.ReporterId, row => row.Changed);
        }
    }
}
