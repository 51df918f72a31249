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
        var found = MarkersIn(chapter.Text);
        var counted = CountedBy(found, await db.CodeGroupsFor(chapter.RoundId, found, cancellation));
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
        var found = chapters.ConvertAll(chapter => (Chapter: chapter, Markers: MarkersIn(chapter.Text)));
        var tabled = await db.CodeGroupsFor(round, found.SelectMany(one => one.Markers), cancellation);
        var all = found.ConvertAll(one => (one.Chapter, Counted: CountedBy(one.Markers, tabled).Values));
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

    private static List<Marker> MarkersIn(string text) => [.. MarkersInText.Find(text).Select(found => found.Marker)];

    private static Dictionary<string, Marker> CountedBy(List<Marker> markers, CodeGroups tabled) =>
        markers
            .SelectMany(
                IEnumerable<Marker> (marker) => marker is Marker.Exhibit exhibit ? exhibit.Rows(tabled) : [marker]
            )
            .Where(marker => marker.AcceptedAs is not null)
            .DistinctBy(marker => marker.AcceptedAs)
            .ToDictionary(marker => marker.AcceptedAs!, StringComparer.Ordinal);
}
