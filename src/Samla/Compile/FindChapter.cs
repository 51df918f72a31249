using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>Finds the chapter that compiles a requirement.</summary>
public sealed class FindChapter(SamlaDb db)
{
    /// <summary>The first chapter of the report that rests on it; null where none does.</summary>
    public async Task<Key<Chapter>?> Run(Key<Round> round, Key<Requirement> requirement, CancellationToken cancellation)
    {
        var chapters = await db.ChaptersOf(round)
            .Select(chapter => new { chapter.Id, chapter.RestsOn })
            .ToListAsync(cancellation);
        return chapters.Find(chapter => chapter.RestsOn.Contains(requirement))?.Id;
    }
}
