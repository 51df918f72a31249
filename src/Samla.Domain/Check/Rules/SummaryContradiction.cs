using Samla.Domain.Check.Understanding;
using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Analysis, summary or conclusions give another number, or a word that cannot stand for it, than the body.</summary>
public sealed class SummaryContradiction : IRule
{
    // How much of the body's claim must be said again for the two to be about the same thing.
    private const double SameMatter = 0.62;

    // … and how telling that must be: about two words that stand in one sentence in a hundred.
    private const double Telling = 9;

    public string Name => "summary-contradiction";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var bodies = report
            .Claims.Where(claim => claim.Sentence.Section.Role == SectionRole.Body && (claim.Footnote is not null || claim.Claim.Quantifier.Kind is QuantifierKind.All or QuantifierKind.AllButN or QuantifierKind.Exact))
            .ToLookup(claim => claim.Sentence.Section.Chapter);
        foreach (var claim in report.Claims.Where(claim => claim is { Footnote: null } && claim.Sentence.Section.Role != SectionRole.Body))
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
        var said = report.Contents.Of(claim.Sentence);
        var likest = bodies
            .Select(body => (body, likeness: Likeness(report, said, report.Contents.Of(body.Sentence))))
            .Where(pair => pair.likeness > 0)
            .OrderByDescending(pair => pair.likeness)
            .Take(3)
            .ToList();
        foreach (var (body, likeness) in likest.Where(pair => pair.likeness > 0.75 * likest[0].likeness))
        {
            if (Contradiction(claim.Claim, body.Claim) is { } why)
            {
                return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Warning,
                    Message = $"{Where(claim)} säger ”{report.TextOf(claim.QuantifierPlace!.Value)}”, men {why} i avsnitt {body.Sentence.Section.Number}.",
                    Places =
                    [
                        claim.QuantifierPlace.Value,
                        body.QuantifierPlace ?? body.Sentence.Place,
                        .. body.Footnote is { } note ? (Place[])[report.PlaceOf(note)] : [],
                    ],
                    RelatedFootnotes = body.Footnote is { } related ? [related.Footnote.Number] : [],
                };
            }
        }

        return null;
    }

    // A number in a summary must be found somewhere in what it sums up.
    private Finding? NumberNowhere(PublishedReport report, ReadClaim claim, List<ReadClaim> bodies)
    {
        if (
            claim.Claim.Quantifier is not { Kind: QuantifierKind.Exact, Count: > 2 and < 21 and var number }
            || bodies.Count < 5
            || claim.Claim.Subject != ClaimSubject.Regions
            || bodies.Exists(body => body.Claim.Regions.Count == number || body.Claim.Quantifier.Count == number || 21 - body.Claim.Regions.Count == number)
        )
        {
            return null;
        }

        return new Finding
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message = $"{Where(claim)} säger ”{report.TextOf(claim.QuantifierPlace!.Value)}”, men inget påstående i kapitlet har det antalet.",
            Places = [claim.QuantifierPlace.Value],
        };
    }

    private static double Likeness(PublishedReport report, IReadOnlySet<string> summary, IReadOnlySet<string> body)
    {
        var shared = report.Contents.Shared(summary, body);
        var total = Math.Min(report.Contents.Total(summary), report.Contents.Total(body));
        return shared >= Telling && total > 0 && shared / total >= SameMatter ? shared : 0;
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
            QuantifierKind.Exact => said.Count == count || there.Kind is not (QuantifierKind.Exact or QuantifierKind.All),
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
