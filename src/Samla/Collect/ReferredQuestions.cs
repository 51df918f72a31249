using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// Which questions reporters refer to interventions from. A question for interventions (<see cref="RequirementKind.Table"/>) shows
/// all of its section's, so any of them answers it.
/// </summary>
internal static class ReferredQuestions
{
    /// <param name="IsHandedIn">Whether the reporter's latest version holds the intervention as it is.</param>
    internal sealed record Referred(Key<Reporter> Reporter, Key<Requirement> Requirement, bool IsHandedIn);

    extension(SamlaDb db)
    {
        /// <summary>Each question once for what is handed in and once for what is not.</summary>
        /// <param name="round">The round.</param>
        /// <param name="reporter">Whose answers; null for all.</param>
        /// <param name="cancellation">Stops the question.</param>
        public async Task<List<Referred>> QuestionsWithInterventions(
            Key<Round> round,
            Key<Reporter>? reporter,
            CancellationToken cancellation
        ) =>
            [
                .. (
                    await (
                        from one in db.Interventions
                        where one.RoundId == round && one.MergedIntoId == null
                        from reference in one.References
                        where
                            (reporter == null || reference.ReporterId == reporter)
                            && one.Reporters.Any(whose =>
                                whose.ReporterId == reference.ReporterId && whose.RemovedAt == null
                            )
                        select new
                        {
                            reference.ReporterId,
                            reference.RequirementId,
                            IsHandedIn = db.Submissions.Any(submission =>
                                submission.RoundId == round
                                && submission.ReporterId == reference.ReporterId
                                && db.SubmittedInterventions.Any(held =>
                                    held.SubmissionId == submission.Id
                                    && held.Version == submission.CurrentVersion
                                    && held.InterventionId == one.Id
                                    && held.Revision == one.Revision
                                )
                            ),
                        }
                    )
                        .Distinct()
                        .ToListAsync(cancellation)
                ).Select(one => new Referred(one.ReporterId, one.RequirementId, one.IsHandedIn)),
            ];
    }

    extension(IEnumerable<Referred> referred)
    {
        /// <summary>Those that answer a question of a section; none where it asks for no interventions.</summary>
        public IEnumerable<Referred> Answering(Requirement requirement, IEnumerable<Requirement> section) =>
            requirement.Kind == RequirementKind.Table
                ? referred.Where(one => section.Any(asked => asked.Id == one.Requirement))
                : [];
    }
}
