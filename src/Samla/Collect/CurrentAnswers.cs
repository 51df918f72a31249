using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>An answer of the latest submitted version: what counts.</summary>
public sealed class CurrentAnswer
{
    public required Key<Reporter> ReporterId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    public required Id<Source> SourceId { get; init; }

    public required string? Rows { get; init; }

    public required int? ProseEnd { get; init; }
}

/// <summary>The answers that count, as a question others are built on.</summary>
public static class CurrentAnswerQueries
{
    extension(SamlaDb db)
    {
        /// <summary>The answers of each reporter's latest submitted version.</summary>
        public IQueryable<CurrentAnswer> CurrentAnswers(Key<Round> round) =>
            from submission in db.Submissions
            where submission.RoundId == round
            join answer in db.SubmittedAnswers
                on new { SubmissionId = submission.Id, Version = submission.CurrentVersion } equals new
                {
                    answer.SubmissionId,
                    answer.Version,
                }
            select new CurrentAnswer
            {
                ReporterId = submission.ReporterId,
                RequirementId = answer.RequirementId,
                SourceId = answer.SourceId,
                Rows = answer.Rows,
                ProseEnd = answer.ProseEnd,
            };
    }
}
