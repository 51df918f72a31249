using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>An answer as it is being written, and whether it is as the latest submitted version has it.</summary>
internal sealed class AnswerBesideSubmitted
{
    public required Submission Submission { get; init; }

    public required Answer Answer { get; init; }

    /// <summary>Whether its text with its rows differs from the version's; from nothing, where that has no answer.</summary>
    public required bool IsChanged { get; init; }
}

/// <summary>What is written beside what was handed in, as a question others are built on: no text need leave the database.</summary>
internal static class AnswersBesideSubmittedQueries
{
    extension(SamlaDb db)
    {
        public IQueryable<AnswerBesideSubmitted> AnswersBesideSubmitted(Key<Round> round) =>
            from submission in db.Submissions
            where submission.RoundId == round
            join answer in db.Answers on submission.Id equals answer.SubmissionId
            join submitted in db.SubmittedAnswers
                on new
                {
                    SubmissionId = submission.Id,
                    Version = submission.CurrentVersion,
                    answer.RequirementId,
                } equals new
                {
                    submitted.SubmissionId,
                    submitted.Version,
                    submitted.RequirementId,
                }
                into inVersion
            from submitted in inVersion.DefaultIfEmpty()
            join source in db.Sources on submitted.SourceId equals source.Id into texts
            from source in texts.DefaultIfEmpty()
            select new AnswerBesideSubmitted
            {
                Submission = submission,
                Answer = answer,
                // As Answer.Whole has it.
                IsChanged =
                    answer.Text + (answer.Text != "" && answer.RowsText != "" ? "\n\n" : "") + answer.RowsText
                    != (source == null ? "" : source.Text),
            };
    }
}
