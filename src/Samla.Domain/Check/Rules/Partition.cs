namespace Samla.Domain.Check.Rules;

/// <summary>Finds what a rest ("övriga", "de tre resterande") is the rest of: the sets before it that fill up the whole with it.</summary>
internal static class Partition
{
    /// <summary>Up to this many regions too many or too few, the sets are meant to make up the whole.</summary>
    public const int FewMisses = 3;

    private const int MostParts = 5;

    /// <summary>The sets that come nearest to filling up the whole with a rest.</summary>
    /// <param name="Whole">Their regions together.</param>
    /// <param name="Misses">How many regions are in both, or in neither.</param>
    /// <param name="Footnotes">Their notes.</param>
    /// <param name="Places">Their sentences and notes.</param>
    public sealed record Parts(RegionSet Whole, int Misses, IReadOnlyList<int> Footnotes, IReadOnlyList<Place> Places);

    /// <summary>The parts before a rest that come nearest to filling up the whole with it; null if none are there.</summary>
    public static Parts? Nearest(PublishedReport report, ReadClaim rest)
    {
        Parts? best = null;
        var chosen = new List<ReadClaim>();
        RegionSet union = [];
        foreach (var part in Preceding.Claims(report, rest).Take(MostParts))
        {
            chosen.Add(part);
            union |= part.Claim.Regions;
            var alone = Of(report, [part], part.Claim.Regions, rest);
            var together = Of(report, chosen, union, rest);
            var named = Preceding.Named(report, part.Sentence, rest.QuantifierPlace ?? rest.Sentence.Place);
            var withNamed = Of(report, chosen, union | named, rest);
            foreach (var candidate in (Parts[])[alone, together, withNamed])
            {
                best = best is null || candidate.Misses < best.Misses ? candidate : best;
            }
        }

        return best;
    }

    private static Parts Of(PublishedReport report, List<ReadClaim> parts, RegionSet union, ReadClaim rest)
    {
        var misses = (union & rest.Claim.Regions).Count + (RegionSet.All - union - rest.Claim.Regions).Count;
        return new Parts(
            union,
            misses,
            [.. parts.Select(part => part.Footnote!.Footnote.Number)],
            [.. parts.SelectMany(part => (Place[])[part.Sentence.Place, report.PlaceOf(part.Footnote!)])]
        );
    }
}
