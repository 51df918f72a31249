using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>
/// The chapters of the editions that were read last, ready made. An edition never changes, so what was read once stays true;
/// making them out of the database costs a page more than all the rest of it.
/// </summary>
public sealed class FrozenChapters
{
    /// <summary>Readers read the latest edition of a round or two; each takes some megabytes.</summary>
    private const int MostEditions = 4;

    private readonly ConcurrentDictionary<Id<Edition>, IReadOnlyList<ReportChapter>> _read = new();

    /// <summary>The chapters of an edition in order.</summary>
    public async Task<IReadOnlyList<ReportChapter>> Of(SamlaDb db, Id<Edition> edition, CancellationToken cancellation)
    {
        if (_read.TryGetValue(edition, out var known))
        {
            return known;
        }

        var contents = await db
            .EditionChapters.Where(chapter => chapter.EditionId == edition)
            .OrderBy(chapter => chapter.Number)
            .Select(chapter => chapter.Content)
            .ToListAsync(cancellation);
        if (_read.Count >= MostEditions)
        {
            _read.Clear();
        }

        return _read[edition] = [.. contents.Select(EditionJson.Read)];
    }
}
