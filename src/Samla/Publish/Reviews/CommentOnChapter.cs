using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Check;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.Reviews;

/// <summary>Says something of a chapter or one of its claims, takes it back, and settles what was said.</summary>
public sealed class CommentOnChapter(SamlaDb db, CheckRound checkRound, TimeProvider clock)
{
    private const string Missing = "Kommentaren är borttagen av den som skrev den.";

    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="claim">The claim's id; null for the whole chapter.</param>
    /// <param name="who">Whom the claim counted when the form was shown, since ids move; null for the whole chapter.</param>
    /// <param name="text">What is said.</param>
    /// <param name="document">The document that the claim was held against; null for none.</param>
    /// <param name="visitor">Who says it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string? claim,
        string? who,
        string text,
        Id<Document>? document,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.ReviewChapters))
        {
            return "Bara den som granskar kapitel kan kommentera dem.";
        }

        if (ProblemOf(ref text, "Kommentaren är tom", "Kommentaren är för lång", mayBeEmpty: false) is { } problem)
        {
            return problem;
        }

        var report = await checkRound.Run(round, cancellation);
        if (report?.Report.Chapters.FirstOrDefault(one => one.Id == chapterId.Value) is not { } chapter)
        {
            return "Kapitlet finns inte.";
        }

        var about = who is null ? null : ViewReview.Find(chapter, claim, who);
        if (who is not null && about is null)
        {
            return "Påståendet finns inte längre i kapitlet. Kommentera kapitlet i stället.";
        }

        if (
            document is { } id
            && !await db.Documents.AnyAsync(one => one.Id == id && one.RoundId == round, cancellation)
        )
        {
            return "Dokumentet finns inte i omgången.";
        }

        db.ChapterComments.Add(
            new ChapterComment
            {
                Id = Id.New<ChapterComment>(clock),
                RoundId = round,
                ChapterId = chapterId,
                Who = who,
                Sentence = about?.Text ?? "",
                Text = text,
                DocumentId = document,
                WrittenAt = clock.GetUtcNow(),
                WrittenBy = visitor.Actor,
            }
        );
        await db.Save(new Change(visitor.Actor, "review.comment", $"{round}/{chapterId}"), cancellation);
        return null;
    }

    /// <summary>What a form tells of a comment as it was shown.</summary>
    public static string SeenOf(ChapterComment comment) => Source.HashOf($"{comment.IsHeeded}\n{comment.Reply}")[..16];

    /// <summary>Takes a comment of one's own back, as long as it is not settled.</summary>
    /// <returns>Why it was not, in Swedish; null when it was.</returns>
    public Task<string?> Withdraw(
        Key<Round> round,
        Id<ChapterComment> comment,
        Visitor visitor,
        CancellationToken cancellation
    ) =>
        Change(
            round,
            comment,
            visitor,
            "review.recall",
            found =>
                found.WrittenBy != visitor.Actor ? "Bara den som har skrivit en kommentar kan ta bort den."
                : found.SettledAt is not null ? "Kommentaren är redan besvarad."
                : null,
            found => found.WithdrawnAt = clock.GetUtcNow(),
            cancellation
        );

    /// <summary>Settles a comment, with a reply or without one where the chapter is changed. It can be put right; the trail has what it was before.</summary>
    /// <param name="round">The round.</param>
    /// <param name="comment">What is settled.</param>
    /// <param name="text">The reply.</param>
    /// <param name="isHeeded">Whether the chapter is changed for it; null where that was not said.</param>
    /// <param name="seen">What the form was shown with: <see cref="SeenOf"/>.</param>
    /// <param name="visitor">Who settles it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Settle(
        Key<Round> round,
        Id<ChapterComment> comment,
        string text,
        bool? isHeeded,
        string seen,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.WriteChapters))
        {
            return "Bara den som skriver kapitel kan svara på kommentarer.";
        }

        if (isHeeded is null)
        {
            return "Välj om kapitlet är ändrat eller inte.";
        }

        return ProblemOf(ref text, "Svaret är tomt", "Svaret är för långt", mayBeEmpty: isHeeded == true)
            ?? await Change(
                round,
                comment,
                visitor,
                "review.settle",
                found =>
                    SeenOf(found) == seen
                        ? null
                        : "Någon annan har svarat sedan du öppnade sidan. Läs svaret, och spara igen om ditt ska gälla.",
                found =>
                {
                    (found.Reply, found.IsHeeded) = (text, isHeeded);
                    (found.SettledAt, found.SettledBy) = (clock.GetUtcNow(), visitor.Actor);
                },
                cancellation
            );
    }

    private async Task<string?> Change(
        Key<Round> round,
        Id<ChapterComment> comment,
        Visitor visitor,
        string action,
        Func<ChapterComment, string?> problemWith,
        Action<ChapterComment> change,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var found = await db.ChapterComments.SingleOrDefaultAsync(
            one => one.Id == comment && one.RoundId == round && one.WithdrawnAt == null,
            cancellation
        );
        if (found is null)
        {
            return Missing;
        }

        if (problemWith(found) is { } problem)
        {
            return problem;
        }

        change(found);
        await db.Save(new Change(visitor.Actor, action, $"{round}/{found.ChapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    private static string? ProblemOf(ref string text, string empty, string tooLong, bool mayBeEmpty)
    {
        text = Source.Normalised(text);
        var over = Characters.CountIn(text) - ChapterComment.MostCharacters;
        return text.Length == 0 && !mayBeEmpty ? $"{empty}. Skriv något först."
            : over > 0 ? $"{tooLong}. Ta bort minst {over} tecken."
            : null;
    }
}
