using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Parts that make up a whole leave regions out, or count some twice.</summary>
/// <remarks>
/// Two signs tell that parts are meant to make up the whole: a word ("övriga", "de tre resterande"), or that neighbouring
/// lists add up to nearly all 21 regions with next to no overlap, which lists of chance hardly ever do.
/// </remarks>
public sealed class PartitionGap : IRule
{
    private const int MostParts = 6;
    private const int SmallestOfTwo = 3;

    public string Name => "partition-gap";

    public string Title => "Delar som inte går ihop";

    public IEnumerable<Finding> Judge(PublishedReport report) =>
        Rests(report).Concat(Neighbours(report)).Concat(Agencies(report));

    private IEnumerable<Finding> Rests(PublishedReport report)
    {
        foreach (var claim in report.ListedClaims.Where(claim => claim.Relation == ClaimRelation.Rest))
        {
            if (Partition.Nearest(report, claim) is { Misses: > 0 and <= Partition.FewMisses } parts)
            {
                var missing = RegionSet.All - parts.Whole - claim.Claim.Regions;
                if (!missing.IsEmpty)
                {
                    yield return new Finding
                    {
                        Rule = Name,
                        Severity = Severity.Error,
                        Message = $"Delarna ska tillsammans omfatta alla 21 regioner, men {missing.Names} saknas.",
                        Places = [claim.QuantifierPlace!.Value, report.PlaceOf(claim.Footnote!), .. parts.Places],
                        Footnote = claim.Footnote!.Footnote.Number,
                        RelatedFootnotes = parts.Footnotes,
                    };
                }
            }
        }
    }

    private IEnumerable<Finding> Neighbours(PublishedReport report)
    {
        var claims = report.ListedClaims;
        for (var first = 0; first < claims.Count; first++)
        {
            var parts = new List<ReadClaim>();
            List<ReadClaim>? nearlyWhole = null;
            for (
                var at = first;
                at < claims.Count && parts.Count < MostParts && IsPart(report, claims[first], claims[at]);
                at++
            )
            {
                parts.Add(claims[at]);
                var misses = Misses(parts);
                if (misses == 0)
                {
                    nearlyWhole = null;
                    break;
                }

                if (misses <= MostMisses(parts) && IsEnough(parts) && !Continues(report, claims, at))
                {
                    nearlyWhole ??= [.. parts];
                }
            }

            if (nearlyWhole is not null)
            {
                yield return Gap(report, nearlyWhole);
            }

            first += Misses(parts) == 0 || nearlyWhole is not null ? parts.Count - 1 : 0;
        }
    }

    // "Övriga länsstyrelser" are those of the report's own list that the section has not named.
    private IEnumerable<Finding> Agencies(PublishedReport report)
    {
        var boards = report
            .Claims.Where(claim => claim is { Claim.Subject: ClaimSubject.Agencies, Footnote: not null })
            .ToList();
        if (boards.MaxBy(claim => claim.Claim.Regions.Count) is not { } most)
        {
            yield break;
        }

        var whole = most.Claim.Regions;
        foreach (
            var claim in boards.Where(claim => claim.Claim.Regions != whole && claim.Relation == ClaimRelation.Rest)
        )
        {
            var named = BoardNames.Before(report, claim);
            var missing = whole - named - claim.Claim.Regions;
            if (!named.IsEmpty && !missing.IsEmpty)
            {
                yield return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Warning,
                    Message =
                        $"{SwedishText.Capitalized(Saying.Notes(most.Footnote!.Footnote.Number))} räknar upp {Saying.Count(whole.Count, ClaimSubject.Agencies)}. Av dem nämns {missing.Names} varken i avsnittet eller bland ”{report.TextOf(claim.QuantifierPlace!.Value)}”.",
                    Places =
                    [
                        claim.QuantifierPlace.Value,
                        report.PlaceOf(claim.Footnote!),
                        report.PlaceOf(most.Footnote),
                    ],
                    Footnote = claim.Footnote!.Footnote.Number,
                    RelatedFootnotes = [most.Footnote.Footnote.Number],
                };
            }
        }
    }

    private static bool IsPart(PublishedReport report, ReadClaim first, ReadClaim claim) =>
        claim.Sentence.Section == first.Sentence.Section
        && claim.Claim.Role == ClaimRole.Members
        && claim.Relation == ClaimRelation.None;

    // How many regions stand twice or nowhere.
    private static int Misses(List<ReadClaim> parts)
    {
        RegionSet union = [];
        var sum = 0;
        foreach (var part in parts)
        {
            union |= part.Claim.Regions;
            sum += part.Claim.Regions.Count;
        }

        return sum - union.Count + (RegionSet.All.Count - union.Count);
    }

    private static int MostMisses(List<ReadClaim> parts) => parts.Count > 3 ? 3 : 2;

    private static bool IsEnough(List<ReadClaim> parts) =>
        parts.Count > 2 || (parts.Count == 2 && parts.TrueForAll(part => part.Claim.Regions.Count >= SmallestOfTwo));

    // The next list may be just what was missing.
    private static bool Continues(PublishedReport report, IReadOnlyList<ReadClaim> claims, int at) =>
        at + 1 < claims.Count && claims[at + 1].Relation == ClaimRelation.Rest;

    private Finding Gap(PublishedReport report, List<ReadClaim> parts)
    {
        RegionSet union = [],
            twice = [];
        foreach (var part in parts)
        {
            twice |= union & part.Claim.Regions;
            union |= part.Claim.Regions;
        }

        var missing = RegionSet.All - union;
        var saying = (missing.IsEmpty, twice.IsEmpty) switch
        {
            (false, false) => $"{missing.Names} saknas och {twice.Names} står i mer än en lista",
            (false, true) => $"{missing.Names} saknas",
            _ => $"{twice.Names} står i mer än en lista",
        };
        return new Finding
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message = $"Listorna ser ut att tillsammans omfatta alla 21 regioner, men {saying}.",
            Places =
            [
                parts[0].QuantifierPlace ?? parts[0].Sentence.Place,
                .. parts.SelectMany(part => (Place[])[part.Sentence.Place, report.PlaceOf(part.Footnote!)]),
            ],
            Footnote = parts[0].Footnote!.Footnote.Number,
            RelatedFootnotes = [.. parts.Skip(1).Select(part => part.Footnote!.Footnote.Number)],
        };
    }
}
