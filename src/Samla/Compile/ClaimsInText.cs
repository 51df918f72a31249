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
        var counted = WhoIn(chapter.Text);
        var accepted = await db
            .AcceptedClaims.Where(claim => claim.RoundId == chapter.RoundId && claim.SectionId == chapter.SectionId)
            .ToListAsync(cancellation);
        db.AcceptedClaims.RemoveRange(accepted.Where(claim => !counted.ContainsKey(claim.Who)));
        var known = accepted.Select(claim => claim.Who).ToHashSet(StringComparer.Ordinal);
        List<Who> added = [.. from one in counted where !known.Contains(one.Key) select one.Value];
        if (added.Count > 0 && await ReportBasis.Read(db, chapter.RoundId, [], cancellation) is { } basis)
        {
            AddAll(chapter, added, basis, actor);
        }
    }

    /// <summary>The same for all chapters of a round that is new.</summary>
    internal async Task FollowAll(Key<Round> round, string actor, CancellationToken cancellation)
    {
        var chapters = await db.Chapters.AsNoTracking().Where(c => c.RoundId == round).ToListAsync(cancellation);
        if (await ReportBasis.Read(db, round, [], cancellation) is { } basis)
        {
            foreach (var chapter in chapters)
            {
                AddAll(chapter, WhoIn(chapter.Text).Values, basis, actor);
            }
        }
    }

    /// <summary>What cannot be counted is not accepted either: the chapter has an alarm that says why.</summary>
    private void AddAll(Chapter chapter, IEnumerable<Who> who, ReportBasis basis, string actor)
    {
        foreach (var one in who)
        {
            if (CountedWho.Of(one, basis.Codes, groups) is CountedWho.Outcome.Found(var counted))
            {
                var claim = new AcceptedClaim
                {
                    RoundId = chapter.RoundId,
                    SectionId = chapter.SectionId,
                    Who = $"{one}",
                };
                claim.Accept(counted.Standing, counted.Whole ?? [], counted.Unread, clock.GetUtcNow(), actor);
                db.AcceptedClaims.Add(claim);
            }
        }
    }

    private static Dictionary<string, Who> WhoIn(string text) =>
        MarkersInText
            .Find(text)
            .Select(found => found.Marker.Counted)
            .OfType<Who>()
            .DistinctBy(who => $"{who}", StringComparer.Ordinal)
            .ToDictionary(who => $"{who}", StringComparer.Ordinal);
}
