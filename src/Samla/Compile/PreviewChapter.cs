using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>What the report becomes if an author saves a chapter. Nothing is saved.</summary>
public sealed class PreviewChapter(SamlaDb db, ComposeReport compose)
{
    /// <summary>The whole report, since notes are numbered through it; null where there is no such chapter.</summary>
    public async Task<ReportDocument?> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        string text,
        CancellationToken cancellation
    )
    {
        var chapters = await db.ChaptersOf(round).AsNoTracking().ToListAsync(cancellation);
        if (chapters.Find(chapter => chapter.Id == chapterId) is not { } changed)
        {
            return null;
        }

        changed.Text = ChapterText.Of(text);
        return await compose.Run(round, chapters, cancellation);
    }
}
