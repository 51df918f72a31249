using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>Keeps what is accepted in step with what a chapter's text counts.</summary>
public sealed class ClaimsInText(
    SamlaDb db,
    ReadReportBasis readBasis,
    RegionGroups groups,
    GrantTerms grants,
    TimeProvider clock
)
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
        if (added.Count > 0 && await readBasis.Run(chapter.RoundId, added, cancellation) is { } basis)
        {
            AddAll(chapter, added, basis, actor);
        }

        await FollowAmounts(chapter, found, actor, cancellation);
    }

    private async Task FollowAmounts(Chapter chapter, List<Marker> found, string actor, CancellationToken cancellation)
    {
        var asked = found.OfType<Marker.Amount>().Select(amount => amount.Asked).ToHashSet();
        var accepted = await db
            .AcceptedAmounts.Where(amount => amount.RoundId == chapter.RoundId && amount.ChapterId == chapter.Id)
            .ToDictionaryAsync(amount => amount.Asked, cancellation);
        var wanted = asked.ToDictionary(one => $"{one}");
        db.AcceptedAmounts.RemoveRange(accepted.Values.Where(amount => !wanted.ContainsKey(amount.Asked)));
        List<AmountAsked> added = [.. from one in wanted where !accepted.ContainsKey(one.Key) select one.Value];
        var figures = added.Count > 0 ? await GrantFigures.Read(db, cancellation) : GrantFigures.None;
        foreach (var one in added)
        {
            db.AcceptedAmounts.Add(
                new AcceptedAmount
                {
                    RoundId = chapter.RoundId,
                    ChapterId = chapter.Id,
                    Asked = $"{one}",
                    // One that cannot be told yet is marked when it can.
                    Words = BoundAmount.Of(one, figures, grants).Amount?.Words ?? "",
                    AcceptedAt = clock.GetUtcNow(),
                    AcceptedBy = actor,
                }
            );
        }
    }

    /// <summary>The same for all chapters of a round that is new.</summary>
    internal async Task FollowAll(Key<Round> round, string actor, CancellationToken cancellation)
    {
        var chapters = await db.Chapters.AsNoTracking().Where(c => c.RoundId == round).ToListAsync(cancellation);
        var found = chapters.ConvertAll(chapter => (Chapter: chapter, Markers: MarkersIn(chapter.Text)));
        var tabled = await db.CodeGroupsFor(round, found.SelectMany(one => one.Markers), cancellation);
        var all = found.ConvertAll(one => (one.Chapter, Counted: CountedBy(one.Markers, tabled).Values));
        if (await readBasis.Run(round, [.. all.SelectMany(one => one.Counted)], cancellation) is { } basis)
        {
            foreach (var (chapter, counted) in all)
            {
                AddAll(chapter, counted, basis, actor);
            }
        }

        foreach (var (chapter, markers) in found.Where(one => one.Markers.Any(marker => marker is Marker.Amount)))
        {
            await FollowAmounts(chapter, markers, actor, cancellation);
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
