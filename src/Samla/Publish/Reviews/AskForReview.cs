using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Letters;

namespace Samla.Publish.Reviews;

/// <summary>An author of a chapter asks an expert to review it, by letter; or asks no longer.</summary>
public sealed class AskForReview(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <summary>The same asked within this time is a button pressed twice. After that it is asked anew, also where the letter did not go.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="expert">Whom.</param>
    /// <param name="dueOn">The day by which it is wanted; null for none.</param>
    /// <param name="link">Where the chapter is reviewed; the whole address.</param>
    /// <param name="sender">Who asks.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        Id<Account> expert,
        DateOnly? dueOn,
        string link,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        if (!sender.May(Permission.WriteChapters))
        {
            return new Outcome.Refused("Bara den som skriver kapitel kan be någon granska dem.");
        }

        if (dueOn < SwedishTime.DayOf(clock.GetUtcNow()))
        {
            return new Outcome.Refused("Dagen har redan varit. Välj i dag eller en senare dag.");
        }

        Letter letter;
        await using (var transaction = await db.BeginAlone(cancellation))
        {
            var experts = await ViewReview.Experts(db, sender, cancellation);
            var account = experts.FirstOrDefault(one => one.Id == expert);
            var chapter = await db.ChaptersOf(round).SingleOrDefaultAsync(one => one.Id == chapterId, cancellation);
            var about = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == round, cancellation);
            if (account is null || chapter is null || about is null)
            {
                return new Outcome.Refused("Välj en sakkunnig som har ett konto.");
            }

            var review = await db.ChapterReviews.FindAsync([round, chapterId, expert], cancellation);
            if (review?.DueOn == dueOn && review?.AskedAt > clock.GetUtcNow() - JustNow)
            {
                return new Outcome.Already();
            }

            if (review is null)
            {
                review = new ChapterReview
                {
                    RoundId = round,
                    ChapterId = chapterId,
                    AccountId = expert,
                };
                db.ChapterReviews.Add(review);
            }

            (review.AskedAt, review.AskedBy, review.DueOn) = (clock.GetUtcNow(), sender.Actor, dueOn);
            await db.Save(new Change(sender.Actor, "review.ask", $"{round}/{chapterId}/{expert}"), cancellation);
            await transaction!.CommitOwn(cancellation);
            letter = LetterTo(account, about, chapter, dueOn, link, sender);
        }

        return new Outcome.Asked(await post.Send(letter, CancellationToken.None));
    }

    /// <summary>Asks an expert no longer. A signature stands.</summary>
    /// <returns>Why not, in Swedish; null when it is done.</returns>
    public async Task<string?> Withdraw(
        Key<Round> round,
        Key<Chapter> chapterId,
        Id<Account> expert,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.WriteChapters))
        {
            return "Bara den som skriver kapitel kan ta tillbaka en förfrågan.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var review = await db.ChapterReviews.FindAsync([round, chapterId, expert], cancellation);
        if (review is not { AskedAt: not null, SignedAt: null })
        {
            return "Förfrågan finns inte längre, eller så är kapitlet redan signerat.";
        }

        db.ChapterReviews.Remove(review);
        await db.Save(new Change(visitor.Actor, "review.withdraw", $"{round}/{chapterId}/{expert}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    private static Letter LetterTo(
        Account to,
        Round round,
        Chapter chapter,
        DateOnly? dueOn,
        string link,
        Visitor sender
    ) =>
        new(
            to.Email,
            to.Name,
            $"Granska kapitel {chapter.Number} i {round.Title}",
            $"""
            Hej {to.Name}!

            Du ombeds granska kapitel {chapter.Number} i {round.Title}{(
                dueOn is { } day ? $", senast {SwedishTime.Of(day)}" : ""
            )}. Läs det mot de källor du känner till, kommentera det som inte stämmer och signera när du kan stå för det.

            {link}

            {sender.Name}, genom Samla

            """,
            to.IsSample || round.Origin != Origin.Reported
        );

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Letter">What became of the letter.</param>
        public sealed record Asked(PostOffice.Outcome Letter) : Outcome;

        /// <summary>The same was asked just now; no letter was sent.</summary>
        public sealed record Already : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
