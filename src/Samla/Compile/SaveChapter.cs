using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>An author saves a chapter. What cannot be filled in is saved too and shown as an alarm: nothing written is lost.</summary>
public sealed class SaveChapter(SamlaDb db, ClaimsInText claims, TimeProvider clock)
{
    /// <summary>No chapter is longer but by mistake.</summary>
    public const int MostCharacters = 1_000_000;

    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="text">Markdown with markers.</param>
    /// <param name="seenRevision">The revision that the author began from.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string text,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        if (text.Length > MostCharacters)
        {
            return new Outcome.Refused("Kapitlet är för långt för att sparas. Dela upp det.");
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var chapter = await db.Chapters.SingleOrDefaultAsync(
            c => c.RoundId == round && c.Id == chapterId,
            cancellation
        );
        if (chapter is null)
        {
            return new Outcome.Refused("Kapitlet finns inte.");
        }

        if (chapter.RemovedAt is not null)
        {
            return new Outcome.Refused(
                "Kapitlet har tagits bort ur rapporten. Lägg tillbaka det under Rapportens upplägg i en annan flik, och spara igen."
            );
        }

        if (chapter.Revision != seenRevision)
        {
            return new Outcome.Conflict(chapter.Text, chapter.Revision);
        }

        text = ChapterText.Of(text).TrimEnd() + "\n";
        if (text != chapter.Text)
        {
            await Write(chapter, text, actor, cancellation);
        }

        // What the same text counts may be new too: a code that it names has come since, or it was saved before anything was accepted.
        await claims.Follow(chapter, actor, cancellation);
        if (!db.ChangeTracker.HasChanges())
        {
            return new Outcome.Saved(chapter.Revision);
        }

        await db.Save(new Change(actor, "chapter.save", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Saved(chapter.Revision);
    }

    /// <summary>Gives the chapter its text, and keeps it beside those that it has had.</summary>
    private async Task Write(Chapter chapter, string text, string actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isKept = await db.ChapterRevisions.AnyAsync(
            one => one.RoundId == chapter.RoundId && one.ChapterId == chapter.Id && one.Number == chapter.Revision,
            cancellation
        );
        if (!isKept)
        {
            // It came with the sample, or was written before histories were kept.
            db.Keep(chapter, "", now);
        }

        chapter.Text = text;
        chapter.Revision++;
        db.Keep(chapter, actor, now);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Saved(int Revision) : Outcome;

        /// <summary>Somebody else has saved another text since the author began; nothing is overwritten.</summary>
        public sealed record Conflict(string TheirText, int Revision) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
