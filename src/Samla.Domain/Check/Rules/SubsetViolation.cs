namespace Samla.Domain.Check.Rules;

/// <summary>A region stands in a part ("fyra av dem", a special case) and not in the whole.</summary>
/// <remarks>
/// Where words say so ("av dessa", "varav") one region outside is an error. Where only the build of the section says so,
/// the lists themselves must show it: nearly all members of the special cases stand in the whole, far more than chance
/// would have.
/// </remarks>
public sealed class SubsetViolation : IRule
{
    // Chance of so many members inside by coincidence, below which the cases are taken as parts of the whole.
    private const double ByChance = 0.002;
    private const double ByChanceWithSharedWords = 0.08;

    // A shared word is telling if at most one sentence in fifty has it.
    private static readonly double Telling = Math.Log(50);

    private const int InsideForEachOutside = 3;
    private const int MostCases = 12;

    public string Name => "subset-violation";

    public string Title => "Del utanför helheten";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var said = Said(report).ToList();
        var reported = said.Select(finding => finding.Footnote).ToHashSet();
        // Of several wholes the first is the one that the paragraph is about.
        return said.Concat(
            Shown(report).Where(finding => !reported.Contains(finding.Footnote)).DistinctBy(finding => finding.Footnote)
        );
    }

    private IEnumerable<Finding> Said(PublishedReport report)
    {
        foreach (var part in report.ListedClaims)
        {
            if (part.Relation is not (ClaimRelation.Part or ClaimRelation.Same))
            {
                continue;
            }

            if (
                WholeOf(report, part) is { } whole
                && (part.Claim.Regions - whole.Claim.Regions) is { IsEmpty: false } outside
            )
            {
                yield return New(report, part, whole, outside, Severity.Error);
            }
        }
    }

    // "Sex av dessa fjorton regioner" means the claim of fourteen; else the nearest with a list that is no part itself.
    private static ReadClaim? WholeOf(PublishedReport report, ReadClaim part)
    {
        var before = Preceding.Claims(report, part).ToList();
        if (part.Relation == ClaimRelation.Same)
        {
            return before.Find(claim => claim.Claim.Quantifier == part.Claim.Quantifier);
        }

        var numbers = report
            .TextOf(part.QuantifierPlace!.Value)
            .Split(' ')
            .Skip(1)
            .Select(word => Numeral.Read(word))
            .Where(number => number is not null)
            .ToList();
        return before.Find(claim => numbers.Contains(claim.Claim.Quantifier.Count))
            ?? before.Find(claim => claim.Relation != ClaimRelation.Part);
    }

    private IEnumerable<Finding> Shown(PublishedReport report)
    {
        var claims = report.ListedClaims;
        for (var at = 0; at + 1 < claims.Count; at++)
        {
            var whole = claims[at];
            if (whole.Claim.Regions.Count is < 4 or > 19)
            {
                continue;
            }

            var cases = CasesOf(report, claims, at);
            foreach (var finding in Outsiders(report, whole, cases))
            {
                yield return finding;
            }
        }
    }

    // The special cases of a claim: the claims after it in its paragraph, and the bullets that the paragraph leads to.
    private static List<ReadClaim> CasesOf(PublishedReport report, IReadOnlyList<ReadClaim> claims, int whole)
    {
        var first = claims[whole];
        var cases = new List<ReadClaim>();
        if (report.Text.Blocks[first.Sentence.Place.Block].Kind == BlockKind.Bullet)
        {
            return cases;
        }

        for (
            var at = whole + 1;
            at < claims.Count && cases.Count < MostCases && claims[at].Sentence.Section == first.Sentence.Section;
            at++
        )
        {
            var block = report.Text.Blocks[claims[at].Sentence.Place.Block];
            var isBullet = block.Kind == BlockKind.Bullet && LeadsTo(report, first, block);
            var isBelow = block.Index == first.Sentence.Place.Block || isBullet;
            if (!isBelow || claims[at].Relation is ClaimRelation.Rest or ClaimRelation.Others)
            {
                break;
            }

            if (claims[at].Sentence != first.Sentence)
            {
                cases.Add(claims[at]);
            }
        }

        return cases;
    }

    private static bool LeadsTo(PublishedReport report, ReadClaim claim, Block bullet)
    {
        for (var at = bullet.Index - 1; at > claim.Sentence.Place.Block; at--)
        {
            if (report.Text.Blocks[at].Kind is not (BlockKind.Bullet or BlockKind.Note))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<Finding> Outsiders(PublishedReport report, ReadClaim whole, List<ReadClaim> cases)
    {
        var members = cases.Sum(part => part.Claim.Regions.Count);
        var inside = cases.Sum(part => (part.Claim.Regions & whole.Claim.Regions).Count);
        var asGroup = Chance.AtLeast(inside, members, whole.Claim.Regions.Count / 21.0);
        foreach (var part in cases)
        {
            var outside = part.Claim.Regions - whole.Claim.Regions;
            var partInside = part.Claim.Regions.Count - outside.Count;
            if (
                outside.IsEmpty
                || partInside < InsideForEachOutside * outside.Count
                || part.Claim.Regions.Count > whole.Claim.Regions.Count
            )
            {
                continue;
            }

            var alone = Chance.AtLeast(partInside, part.Claim.Regions.Count, whole.Claim.Regions.Count / 21.0);
            if (
                asGroup < ByChance
                || (Math.Min(alone, asGroup) < ByChanceWithSharedWords && SharesTellingWord(report, whole, part))
            )
            {
                yield return New(report, part, whole, outside, Severity.Warning);
            }
        }
    }

    private static bool SharesTellingWord(PublishedReport report, ReadClaim a, ReadClaim b)
    {
        var (first, second) = (report.Contents.Of(a.Sentence), report.Contents.Of(b.Sentence));
        return first.Any(stem =>
            report.Contents.Weight(stem) > Telling
            && second.Any(other =>
                other.StartsWith(stem, StringComparison.Ordinal) || stem.StartsWith(other, StringComparison.Ordinal)
            )
        );
    }

    private Finding New(
        PublishedReport report,
        ReadClaim part,
        ReadClaim whole,
        RegionSet outside,
        Severity severity
    ) =>
        new()
        {
            Rule = Name,
            Severity = severity,
            Message =
                severity == Severity.Error
                    ? $"{outside.Names} räknas upp här men finns inte i den grupp som listan ska vara en del av ({Saying.Notes(whole.Footnote!.Footnote.Number)})."
                    : $"Listan ser ut att vara en del av listan i {Saying.Notes(whole.Footnote!.Footnote.Number)}, men {outside.Names} saknas där.",
            Places =
            [
                part.QuantifierPlace ?? part.Sentence.Place,
                report.PlaceOf(part.Footnote!),
                whole.Sentence.Place,
                report.PlaceOf(whole.Footnote!),
            ],
            Footnote = part.Footnote!.Footnote.Number,
            RelatedFootnotes = [whole.Footnote.Footnote.Number],
        };
}
