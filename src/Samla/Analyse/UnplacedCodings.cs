using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A coding of an answer that a later version replaced, which nobody has placed in the new one or let go.</summary>
internal sealed class UnplacedCoding
{
    public required Coding Coding { get; init; }

    public required Id<Submission> SubmissionId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    /// <summary>The answer that counts now; null where the new version leaves the question empty.</summary>
    public required Id<Source>? Current { get; init; }
}

/// <summary>Codings that wait for somebody, as a question others are built on.</summary>
internal static class UnplacedCodingQueries
{
    extension(SamlaDb db)
    {
        /// <summary>Those of a round. None of them counts.</summary>
        public IQueryable<UnplacedCoding> UnplacedCodings(Key<Round> round) =>
            from coding in db.Codings
            where coding.RoundId == round && coding.MovedToId == null && coding.DroppedBecause == null
            join source in db.Sources on coding.SourceId equals source.Id
            where source.Kind == SourceKind.Answer
            join submission in db.Submissions
                on new { source.RoundId, source.ReporterId } equals new
                {
                    submission.RoundId,
                    ReporterId = (Key<Reporter>?)submission.ReporterId,
                }
            where
                !db.SubmittedAnswers.Any(answer =>
                    answer.SubmissionId == submission.Id
                    && answer.Version == submission.CurrentVersion
                    && answer.SourceId == coding.SourceId
                )
            select new UnplacedCoding
            {
                Coding = coding,
                SubmissionId = submission.Id,
                ReporterId = submission.ReporterId,
                RequirementId = source.RequirementId!,
                Current = db
                    .SubmittedAnswers.Where(answer =>
                        answer.SubmissionId == submission.Id
                        && answer.Version == submission.CurrentVersion
                        && answer.RequirementId == source.RequirementId
                    )
                    .Select(answer => (Id<Source>?)answer.SourceId)
                    .FirstOrDefault(),
            };
    }
}
