using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How an answer gets a new text, and keeps those that it had.</summary>
internal static class AnswerHistory
{
    extension(SamlaDb db)
    {
        /// <summary>Gives an answer a text; the caller saves.</summary>
        public async Task Write(
            Answer answer,
            string text,
            string actor,
            DateTimeOffset now,
            CancellationToken cancellation
        )
        {
            var latest = await db
                .AnswerRevisions.Where(r =>
                    r.SubmissionId == answer.SubmissionId && r.RequirementId == answer.RequirementId
                )
                .OrderByDescending(r => r.First)
                .FirstOrDefaultAsync(cancellation);
            if (latest is null && answer.Revision > 0)
            {
                // It came with the sample, or was written before histories were kept: its text must not be lost either.
                db.AnswerRevisions.Add(Begin(answer, 1, answer.Revision, answer.Text, "", answer.SavedAt));
            }

            answer.Text = text;
            answer.Revision++;
            answer.SavedAt = now;
            if (latest?.GoesOn(text, actor, now) == true)
            {
                latest.GoOn(text, answer.Revision, now);
            }
            else
            {
                db.AnswerRevisions.Add(Begin(answer, answer.Revision, answer.Revision, text, actor, now));
            }
        }
    }

    private static AnswerRevision Begin(
        Answer answer,
        int first,
        int last,
        string text,
        string actor,
        DateTimeOffset now
    ) =>
        new()
        {
            SubmissionId = answer.SubmissionId,
            RequirementId = answer.RequirementId,
            First = first,
            Last = last,
            Text = text,
            BegunAt = now,
            SavedAt = now,
            SavedBy = actor,
        };
}
