using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter saves an answer that is being written. A text that is too long is saved too: nothing written is lost.</summary>
public sealed class SaveAnswer(SamlaDb db, TimeProvider clock)
{
    /// <summary>A text longer than this is refused: no answer is a hundred times its limit but by mistake.</summary>
    public const int MostCharacters = 200_000;

    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose answer.</param>
    /// <param name="requirement">To what.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="seenRevision">The revision that the writer began from; 0 for a new answer.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        string text,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        if (text.Length > MostCharacters)
        {
            return new Outcome.Refused("Texten är för lång för att sparas. Dela upp den.");
        }

        // Whoever else saves this answer, or closes the round, waits here and sees what was saved before.
        await using var transaction = await db.BeginAlone(cancellation);
        var (submission, refusal) = await Find(round, reporter, requirement, cancellation);
        if (refusal is not null)
        {
            return new Outcome.Refused(refusal);
        }

        text = Source.Normalised(text);
        var answer = await db.Answers.SingleOrDefaultAsync(
            a => a.SubmissionId == submission && a.RequirementId == requirement,
            cancellation
        );
        if ((answer?.Revision ?? 0) != seenRevision)
        {
            return new Outcome.Conflict(answer?.Text ?? "", answer?.Revision ?? 0);
        }

        if (answer is null)
        {
            answer = new Answer
            {
                SubmissionId = submission,
                RequirementId = requirement,
                Text = "",
                Revision = 0,
                SavedAt = clock.GetUtcNow(),
            };
            db.Answers.Add(answer);
        }

        if (answer.Text == text && answer.Revision > 0)
        {
            return new Outcome.Saved(answer.Revision, Characters.CountIn(text));
        }

        await db.Write(answer, text, actor, clock.GetUtcNow(), cancellation);
        await db.Save(new Change(actor, "answer.save", $"{round}/{reporter}/{requirement}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Saved(answer.Revision, Characters.CountIn(text));
    }

    /// <summary>The submission that the answer belongs to, or why none can be saved.</summary>
    private async Task<(Id<Submission> Submission, string? Refusal)> Find(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        CancellationToken cancellation
    )
    {
        var found = await (
            from submission in db.Submissions
            join reporting in db.Rounds on submission.RoundId equals reporting.Id
            join whose in db.Reporters.AsNoTracking() on submission.ReporterId equals whose.Id
            join asked in db.Requirements.AsNoTracking()
                on new { reporting.TemplateId, Id = requirement } equals new { asked.TemplateId, asked.Id }
                into requirements
            from asked in requirements.DefaultIfEmpty()
            where submission.RoundId == round && submission.ReporterId == reporter
            select new
            {
                submission.Id,
                reporting.IsOpen,
                Whose = whose,
                Asked = asked,
            }
        ).SingleOrDefaultAsync(cancellation);
        return found switch
        {
            null => (default, "Redovisningen finns inte."),
            { IsOpen: false } => (default, "Omgången är stängd. Svaret kan läsas men inte ändras."),
            _ when found.Asked?.Asks(found.Whose) != true => (default, "Frågan ställs inte till er."),
            _ => (found.Id, null),
        };
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Revision">What the next save must say it has seen.</param>
        /// <param name="Characters">The text's length as the limit counts it.</param>
        public sealed record Saved(int Revision, int Characters) : Outcome;

        /// <summary>Somebody else has saved another text since the writer began; nothing is overwritten.</summary>
        public sealed record Conflict(string TheirText, int Revision) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
