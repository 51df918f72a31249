using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Search;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Questions;

/// <summary>
/// Keeps what was last read for questions: a source never changes, so what was read of a set of them holds as long as the set does.
/// </summary>
public sealed class PassageRankings
{
    /// <summary>A team works with the documents of a round or two at a time, and a set of them takes some megabytes.</summary>
    private const int MostKept = 3;

    private readonly Lock _lock = new();
    private readonly List<(IReadOnlyList<Id<Source>> Sources, PassageRanking Ranking)> _kept = [];

    /// <summary>The passages of sources, in the order of the sources.</summary>
    internal async Task<PassageRanking> Of(
        SamlaDb db,
        IReadOnlyList<Id<Source>> sources,
        CancellationToken cancellation
    )
    {
        lock (_lock)
        {
            if (_kept.Find(one => one.Sources.SequenceEqual(sources)) is { Ranking: { } known })
            {
                return known;
            }
        }

        var texts = await db
            .Sources.Where(one => sources.Contains(one.Id))
            .Select(one => new { one.Id, one.Text })
            .ToDictionaryAsync(one => one.Id, one => one.Text, cancellation);
        var ranking = new PassageRanking([.. sources.Select(id => texts[id])], SearchAnalyzer.Shipped);
        lock (_lock)
        {
            _kept.Add((sources, ranking));
            _kept.RemoveRange(0, Math.Max(0, _kept.Count - MostKept));
        }

        return ranking;
    }
}
