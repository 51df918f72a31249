using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Says something about an answer to one's colleagues, and settles what was said.</summary>
public sealed class CommentOnAnswer(SamlaDb db, TimeProvider clock)
{
    /// <returns>Why it was not written, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        string text,
        string actor,
        CancellationToken cancellation
    )
    {
        text = Source.Normalised(text);
        if (text.Length == 0)
        {
            return "Skriv något först.";
        }

        var count = Characters.CountIn(text);
        if (count > AnswerComment.MostCharacters)
        {
            return $"Kommentaren är {count - AnswerComment.MostCharacters} tecken för lång. Korta den.";
        }

        var found = await db.Open(round, reporter, cancellation);
        if (found.Trouble is { } trouble)
        {
            return trouble;
        }

        var asked = await db
            .Requirements.AsNoTracking()
            .SingleOrDefaultAsync(r => r.TemplateId == found.Round!.TemplateId && r.Id == requirement, cancellation);
        if (asked?.Asks(found.Reporter!) != true)
        {
            return "Frågan ställs inte till er.";
        }

        db.AnswerComments.Add(
            new AnswerComment
            {
                Id = Id.New<AnswerComment>(clock),
                SubmissionId = found.Submission!.Id,
                RequirementId = requirement,
                Text = text,
                WrittenAt = clock.GetUtcNow(),
                WrittenBy = actor,
            }
        );
        await db.Save(new Change(actor, "comment.write", $"{round}/{reporter}/{requirement}"), cancellation);
        return null;
    }

    /// <summary>Says that nothing more is to be done about a comment, or that something is.</summary>
    /// <returns>Why it was not, in Swedish; null when it was.</returns>
    public async Task<string?> Settle(
        Key<Round> round,
        Key<Reporter> reporter,
        Id<AnswerComment> id,
        bool isSettled,
        string actor,
        CancellationToken cancellation
    )
    {
        var found = await db.Open(round, reporter, cancellation);
        if (found.Trouble is { } trouble)
        {
            return trouble;
        }

        var comment = await db.AnswerComments.SingleOrDefaultAsync(
            c => c.Id == id && c.SubmissionId == found.Submission!.Id,
            cancellation
        );
        if (comment is null)
        {
            return "Kommentaren finns inte längre.";
        }

        if (isSettled == (comment.SettledAt is not null))
        {
            return null;
        }

        comment.SettledAt = isSettled ? clock.GetUtcNow() : null;
        comment.SettledBy = isSettled ? actor : null;
        var action = isSettled ? "comment.settle" : "comment.reopen";
        await db.Save(new Change(actor, action, $"{round}/{reporter}/{comment.RequirementId}"), cancellation);
        return null;
    }
}
