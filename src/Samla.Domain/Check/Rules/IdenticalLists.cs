namespace Samla.Domain.Check.Rules;

/// <summary>Two notes hold the same list where their claims make that unlikely: copied, perhaps, and not changed.</summary>
public sealed class IdenticalLists : IRule
{
    // Shorter lists may well be the same by chance, and nearly complete ones must often be.
    private const int Shortest = 5;
    private const int Longest = 17;

    private static readonly HashSet<RegionSet> Collaborations =
    [
        .. Collaboration.All.Select(collaboration => collaboration.Members),
    ];

    public string Name => "identical-lists";

    public string Title => "Likadana listor";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var seen = new Dictionary<RegionSet, ReadClaim>();
        foreach (var claim in report.ListedClaims)
        {
            var regions = claim.Footnote!.Footnote.Regions;
            if (regions.Count is < Shortest or > Longest || Collaborations.Contains(regions))
            {
                continue;
            }

            if (
                seen.TryGetValue(regions, out var first)
                && first.Footnote != claim.Footnote
                && !MayBeSame(report, first, claim)
            )
            {
                yield return New(report, first, claim);
            }

            seen[regions] = claim;
        }
    }

    // Claims after each other in one paragraph, its bullets, or with "dessa" and "alla som" may speak of the same regions on purpose.
    private static bool MayBeSame(PublishedReport report, ReadClaim first, ReadClaim second)
    {
        if (second.Sentence == first.Sentence)
        {
            return false;
        }

        var isNear =
            second.Sentence.Place.Block == first.Sentence.Place.Block
            || report.Text.Blocks[second.Sentence.Place.Block].Kind == BlockKind.Bullet
                && second.Sentence.Section == first.Sentence.Section;
        var firstWord = second.QuantifierPlace is { } place
            ? report.TextOf(place).Split(' ')[0].ToLowerInvariant()
            : "";
        return isNear
            || firstWord is "alla" or "samtliga" or "de" or "dessa"
            || second.Relation is ClaimRelation.Part or ClaimRelation.Same;
    }

    private Finding New(PublishedReport report, ReadClaim first, ReadClaim second) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message =
                $"{SwedishText.Capitalized(Saying.Notes([first.Footnote!.Footnote.Number, second.Footnote!.Footnote.Number]))} räknar upp precis samma {Numeral.Write(second.Footnote.Footnote.Regions.Count)} regioner, fast meningarna ser ut att handla om olika saker. Kontrollera att ingen lista är kopierad av misstag.",
            Places =
            [
                second.QuantifierPlace ?? second.Sentence.Place,
                report.PlaceOf(second.Footnote),
                first.Sentence.Place,
                report.PlaceOf(first.Footnote),
            ],
            Footnote = second.Footnote.Footnote.Number,
            RelatedFootnotes = [first.Footnote.Footnote.Number],
        };
}
