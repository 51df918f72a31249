using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>Keeps what is accepted in step with what a chapter's text counts.</summary>
public sealed class ClaimsInText(SamlaDb db, RegionGroups groups, TimeProvider clock)
{
    /// <summary>
    /// Whoever writes a claim accepts it as it is then; what was accepted before stands, and what is no longer counted is forgotten.
    /// Nothing is saved.
    /// </summary>
    internal async Task Follow(Chapter chapter, string actor, CancellationToken cancellation)
    {
        var counted = CountedIn(chapter.Text);
        var accepted = await db
            .AcceptedClaims.Where(claim => claim.RoundId == chapter.RoundId && claim.ChapterId == chapter.Id)
            .ToListAsync(cancellation);
        db.AcceptedClaims.RemoveRange(accepted.Where(claim => !counted.ContainsKey(claim.Who)));
        var known = accepted.Select(claim => claim.Who).ToHashSet(StringComparer.Ordinal);
        List<Marker> added = [.. from one in counted where !known.Contains(one.Key) select one.Value];
        if (added.Count > 0 && await ReportBasis.Read(db, chapter.RoundId, added, cancellation) is { } basis)
        {
            AddAll(chapter, added, basis, actor);
        }
    }

    /// <summary>The same for all chapters of a round that is new.</summary>
    internal async Task FollowAll(Key<Round> round, string actor, CancellationToken cancellation)
    {
        var chapters = await db.Chapters.AsNoTracking().Where(c => c.RoundId == round).ToListAsync(cancellation);
        var all = chapters.ConvertAll(chapter => (Chapter: chapter, Counted: CountedIn(chapter.Text).Values));
        if (await ReportBasis.Read(db, round, [.. all.SelectMany(one => one.Counted)], cancellation) is { } basis)
        {
            foreach (var (chapter, counted) in all)
            {
                AddAll(chapter, counted, basis, actor);
            }
        }
    }

    /// <summary>What cannot be counted is not accepted either: the chapter has an alarm that says why.</summary>
    private void AddAll(Chapter chapter, IEnumerable<Marker> markers, ReportBasis basis, string actor)
    {
        foreach (var one in markers)
        {
            if (CountedWho.Of(one, basis, groups) is CountedWho.Outcome.Found(var counted))
            {
                var claim = new AcceptedClaim
                {
                    RoundId = chapter.RoundId,
                    ChapterId = chapter.Id,
                    Who = one.AcceptedAs!,
                };
                counted.AcceptAs(claim, clock.GetUtcNow(), actor);
                db.AcceptedClaims.Add(claim);
            }
        }
    }

    private static Dictionary<string, Marker> CountedIn(string text) =>
        MarkersInText
            .Find(text)
            .Select(found => found.Marker)
            .Where(marker => marker.AcceptedAs is not null)
            .DistinctBy(marker => marker.AcceptedAs)
            .ToDictionary(marker => marker.AcceptedAs!, StringComparer.Ordinal);
}
