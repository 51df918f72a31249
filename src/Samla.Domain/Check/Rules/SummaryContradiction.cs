using Samla.Domain.Check.Understanding;
using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Analysis, summary or conclusions give another number, or a word that cannot stand for it, than the body.</summary>
public sealed class SummaryContradiction : IRule
{
    // How much of the body's claim, or of the summary's, must be said in the other for the two to be about the same thing.
    private const double SameMatter = 0.75;

    // How telling the shared words must be: about one that stands in one sentence in five hundred, or two in twenty.
    private const double Telling = 6;

    private static readonly HashSet<string> Negations = ["inte", "ej", "inga", "ingen"];

    public string Name => "summary-contradiction";

    public string Title => "Sammanfattningen säger annat";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var bodies = report
            .Claims.Where(claim =>
                claim.Sentence.Section.Role == SectionRole.Body
                && (
                    claim.Footnote is not null
                    || claim.Claim.Quantifier.Kind
                        is QuantifierKind.All
                            or QuantifierKind.AllButN
                            or QuantifierKind.Exact
                )
            )
            .ToLookup(claim => claim.Sentence.Section.Chapter);
        foreach (
            var claim in report.Claims.Where(claim =>
                claim is { Footnote: null } && claim.Sentence.Section.Role != SectionRole.Body
            )
        )
        {
            var chapter = claim.Sentence.Section.Chapter;
            var body = bodies[chapter].ToList();
            if ((Contradicted(report, claim, body) ?? NumberNowhere(report, claim, body)) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding? Contradicted(PublishedReport report, ReadClaim claim, List<ReadClaim> bodies)
    {
        var said = Predicate(report, claim);
        if (
            report.WordsOf(claim.Sentence).Any(word => Negations.Contains(word.Lower))
            || bodies.Exists(body => Supports(report, claim, said, body))
        )
        {
            return null;
        }

        var contradicting = bodies
            .Where(body => Contradiction(claim.Claim, body.Claim) is not null && !PointsBack(report, body))
            .Where(body => IsSameMatter(report, claim, said, body))
            .MaxBy(body => report.Contents.Shared(said, Predicate(report, body)));
        return contradicting is null
            ? null
            : new Finding
            {
                Rule = Name,
                Severity = Severity.Warning,
                Message =
                    $"{Where(claim)} säger ”{report.TextOf(claim.QuantifierPlace!.Value)}”, men {Contradiction(claim.Claim, contradicting.Claim)} i avsnitt {contradicting.Sentence.Section.Number}.",
                Places =
                [
                    claim.QuantifierPlace.Value,
                    contradicting.QuantifierPlace ?? contradicting.Sentence.Place,
                    .. contradicting.Footnote is { } note ? (Place[])[report.PlaceOf(note)] : [],
                ],
                RelatedFootnotes = contradicting.Footnote is { } related ? [related.Footnote.Number] : [],
            };
    }

    // "… inom detta område" is about less than its words say.
    private static bool PointsBack(PublishedReport report, ReadClaim body) =>
        report
            .WordsOf(body.Sentence)
            .Any(word => word.Lower is "detta" or "denna" or "dessa" or "sådan" or "sådana" or "sådant");

    // The body has the same claim in other words: then another claim that is only alike does not contradict.
    private static bool Supports(PublishedReport report, ReadClaim claim, IReadOnlySet<string> said, ReadClaim body)
    {
        var there = Predicate(report, body);
        var shared = report.Contents.Shared(said, there);
        return Contradiction(claim.Claim, body.Claim) is null
            && shared >= Telling / 2
            && shared >= SameMatter * Math.Min(report.Contents.Total(there), report.Contents.Total(said));
    }

    private static bool IsSameMatter(PublishedReport report, ReadClaim claim, IReadOnlySet<string> said, ReadClaim body)
    {
        var there = Predicate(report, body);
        var shared = report.Contents.Shared(said, there);
        if (shared < Telling)
        {
            return false;
        }

        // "Samtliga gör A" is not denied by "sex gör A och B"; "sju gör A" is by "sex gör A, B och C".
        var saysAllOfBody = shared >= SameMatter * report.Contents.Total(there);
        var isSaidInBody = shared >= SameMatter * report.Contents.Total(said);
        var isVague =
            body.Claim.Quantifier.Kind is not (QuantifierKind.Exact or QuantifierKind.All or QuantifierKind.AllButN);
        return claim.Claim.Quantifier.Kind switch
        {
            QuantifierKind.Exact when isVague => saysAllOfBody && isSaidInBody,
            QuantifierKind.All or QuantifierKind.AlmostAll or QuantifierKind.Majority or QuantifierKind.Several =>
                saysAllOfBody,
            _ => saysAllOfBody || isSaidInBody,
        };
    }

    // What is said of those counted: the words after the quantifier, or the whole sentence where these are few.
    private static IReadOnlySet<string> Predicate(PublishedReport report, ReadClaim claim)
    {
        var whole = claim.Sentence.Place;
        if (claim.QuantifierPlace is { } quantifier)
        {
            var end = report
                .WordsOf(claim.Sentence)
                .Where(word => word.Start > quantifier.End && word.Lower is ("medan" or "men"))
                .Select(word => word.Start)
                .FirstOrDefault(whole.End);
            var after = ContentWords.In(report, new Place(whole.Block, quantifier.End, end - quantifier.End));
            if (after.Count > 1)
            {
                return after;
            }
        }

        return report.Contents.Of(claim.Sentence);
    }

    // A number in a summary must be found somewhere in what it sums up.
    private Finding? NumberNowhere(PublishedReport report, ReadClaim claim, List<ReadClaim> bodies)
    {
        if (
            claim.Claim.Quantifier is not { Kind: QuantifierKind.Exact, Count: > 2 and < 21 and var number }
            || bodies.Count < 5
            || claim.Claim.Subject != ClaimSubject.Regions
            || bodies.Exists(body =>
                body.Claim.Regions.Count == number
                || body.Claim.Quantifier.Count == number
                || 21 - body.Claim.Regions.Count == number
            )
        )
        {
            return null;
        }

        return new Finding
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message =
                $"{Where(claim)} säger ”{report.TextOf(claim.QuantifierPlace!.Value)}”, men inget påstående i kapitlet har det antalet.",
            Places = [claim.QuantifierPlace.Value],
        };
    }

    private static string Where(ReadClaim claim) =>
        claim.Sentence.Section.Role switch
        {
            SectionRole.Analysis => "Analysen",
            SectionRole.Conclusions => "Slutsatserna",
            SectionRole.Summary or SectionRole.Body => "Sammanfattningen",
        };

    // Why a claim cannot be said of what the body has, in words that follow "men"; null if it can.
    private static string? Contradiction(Claim claim, Claim body)
    {
        var (said, there) = (claim.Quantifier, body.Quantifier);
        if (body.Regions.IsEmpty && there.Kind != QuantifierKind.Exact)
        {
            return null;
        }

        var count = body.Regions.IsEmpty ? there.Count!.Value : body.Regions.Count;
        var fits = said.Kind switch
        {
            QuantifierKind.Exact => said.Count == count,
            QuantifierKind.All => count == 21,
            QuantifierKind.AllButN => 21 - count == said.Count || said.Count is null,
            QuantifierKind.AlmostAll => count >= 14,
            QuantifierKind.Majority => count >= 10,
            QuantifierKind.TwoThirds => count is >= 12 and <= 16,
            QuantifierKind.Half => count is >= 8 and <= 13,
            QuantifierKind.AlmostHalf => count is >= 6 and <= 11,
            QuantifierKind.Several => count is >= 3 and <= 14,
            QuantifierKind.Some => count <= 11,
            QuantifierKind.Few => count <= 6,
            QuantifierKind.None => count == 0,
            QuantifierKind.Unquantified => true,
        };
        return fits ? null : $"det är {Numeral.Write(count)} av 21";
    }
}
