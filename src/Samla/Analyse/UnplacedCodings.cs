using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A coding of an answer or a document that a later version replaced, which nobody has placed in the new one or let go.</summary>
internal sealed class UnplacedCoding
{
    public required Coding Coding { get; init; }

    /// <summary>The submission that the answer is in; null for a document, as are the reporter and the requirement.</summary>
    public Id<Submission>? SubmissionId { get; init; }

    public Key<Reporter>? ReporterId { get; init; }

    public Key<Requirement>? RequirementId { get; init; }

    /// <summary>The document; null for an answer.</summary>
    public Id<Document>? DocumentId { get; init; }

    /// <summary>The text that counts now; null where the new version leaves the question empty.</summary>
    public required Id<Source>? Current { get; init; }
}

/// <summary>Codings that wait for somebody, as a question others are built on.</summary>
internal static class UnplacedCodingQueries
{
    extension(SamlaDb db)
    {
        /// <summary>Those of a round's documents. None of them counts; those of documents that are taken out do not wait.</summary>
        public IQueryable<UnplacedCoding> UnplacedInDocuments(Key<Round> round) =>
            from coding in db.Codings
            where coding.RoundId == round && coding.MovedToId == null && coding.DroppedBecause == null
            join version in db.DocumentVersions on coding.SourceId equals version.SourceId
            join document in db.Documents on version.DocumentId equals document.Id
            join current in db.DocumentVersions
                on new { DocumentId = document.Id, Number = document.CurrentVersion } equals new
                {
                    current.DocumentId,
                    current.Number,
                }
            where document.RemovedAt == null && version.Number != document.CurrentVersion
            select new UnplacedCoding
            {
                Coding = coding,
                DocumentId = document.Id,
                Current = current.SourceId,
            };

        /// <summary>Those of a round's answers. None of them counts.</summary>
        public IQueryable<UnplacedCoding> UnplacedInAnswers(Key<Round> round) =>
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
                RequirementId = source.RequirementId,
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
