using Samla.Access;
using Samla.Check;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.Reviews;

/// <summary>An expert stands for a chapter as it is, or no longer does. What is signed is kept, so that what changes after it can be shown.</summary>
public sealed class SignChapter(SamlaDb db, CheckRound checkRound, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="seen">The chapter as the page showed it: <see cref="ViewReview.Result.Seen"/>.</param>
    /// <param name="visitor">Who signs.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not signed, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string seen,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.SignChapters))
        {
            return "Bara sakkunniga kan signera kapitel.";
        }

        // Nobody may change the chapter between the comparing and the signing.
        await using var transaction = await db.BeginAlone(cancellation);
        var report = await checkRound.Run(round, cancellation);
        if (report?.Report.Chapters.FirstOrDefault(one => one.Id == chapterId.Value) is not { } chapter)
        {
            return "Kapitlet finns inte.";
        }

        if (ChapterChange.Fingerprint(chapter) != seen)
        {
            return "Kapitlet har ändrats sedan du öppnade sidan, så det är inte signerat. Läs det som står nu.";
        }

        var review = await db.ChapterReviews.FindAsync([round, chapterId, visitor.Account], cancellation);
        if (review is null)
        {
            review = new ChapterReview
            {
                RoundId = round,
                ChapterId = chapterId,
                AccountId = visitor.Account,
            };
            db.ChapterReviews.Add(review);
        }

        (review.SignedAt, review.Signed) = (clock.GetUtcNow(), EditionJson.Write(chapter));
        await db.Save(new Change(visitor.Actor, "review.sign", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    /// <summary>Takes one's signature back.</summary>
    /// <returns>Why not, in Swedish; null when it is done.</returns>
    public async Task<string?> Withdraw(
        Key<Round> round,
        Key<Chapter> chapterId,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.SignChapters))
        {
            return "Bara sakkunniga kan ta tillbaka en signatur.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var review = await db.ChapterReviews.FindAsync([round, chapterId, visitor.Account], cancellation);
        if (review is not { SignedAt: not null })
        {
            return "Du har inte signerat kapitlet.";
        }

        if (review.AskedAt is null)
        {
            db.ChapterReviews.Remove(review);
        }
        else
        {
            (review.SignedAt, review.Signed) = (null, null);
        }

        await db.Save(new Change(visitor.Actor, "review.unsign", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
