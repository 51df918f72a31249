using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A vague word stands for a number far outside the report's own use of it, or outside any use.</summary>
public sealed class QuantifierOutlier : IRule
{
    // With fewer uses the report has no use of its own to compare with.
    private const int FewestUses = 5;

    public string Name => "quantifier-outlier";

    public string Title => "Ovanlig användning av mängdord";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var vague = report.ListedClaims.Where(claim => IsVague(claim.Claim.Quantifier.Kind)).ToList();
        foreach (var word in vague.GroupBy(claim => Word(report, claim)))
        {
            var counts = word.Select(claim => claim.Claim.Regions.Count).Order().ToList();
            foreach (var claim in word)
            {
                var count = claim.Claim.Regions.Count;
                var range = Reasonable(claim.Claim.Quantifier.Kind, word.Key);
                if (vague.Exists(other => other != claim && other.QuantifierPlace == claim.QuantifierPlace))
                {
                    continue; // one word for two lists may be right of both together
                }

                if (count < range.Least || count > range.Greatest)
                {
                    yield return New(
                        report,
                        claim,
                        Severity.Warning,
                        $"”{report.TextOf(claim.QuantifierPlace!.Value)}” står för {Numeral.Write(count)} av 21 regioner. Det ligger utanför vad ordet brukar betyda."
                    );
                }
                else if (counts.Count >= FewestUses && IsFarOff(counts, count))
                {
                    yield return New(
                        report,
                        claim,
                        Severity.Info,
                        $"”{report.TextOf(claim.QuantifierPlace!.Value)}” står för {Numeral.Write(count)} regioner. I rapporten i övrigt står ordet oftast för {Usual(counts)}."
                    );
                }
            }
        }

        foreach (var claim in report.ListedClaims.Where(claim => IsBareDefinite(report, claim)))
        {
            yield return New(
                report,
                claim,
                Severity.Info,
                $"”Regionerna” läses som alla, men fotnoten räknar upp {Numeral.Write(claim.Claim.Regions.Count)}."
            );
        }
    }

    private static bool IsVague(QuantifierKind kind) => VagueWords.Range(kind, RegionSet.All.Count) is not null;

    private static string Word(PublishedReport report, ReadClaim claim) =>
        $"{claim.Claim.Quantifier.Kind} {string.Join(' ', Words.In(report.TextOf(claim.QuantifierPlace!.Value), 0, claim.QuantifierPlace.Value.Length).Select(word => word.Lower).Where(word => word is "flera" or "många" or "flertalet" or "antal" or "några" or "enstaka"))}";

    // Wider than what Samla itself writes (docs/method.md): these numbers no reader would accept for the word.
    private static (int Least, int Greatest) Reasonable(QuantifierKind kind, string word) =>
        kind switch
        {
            QuantifierKind.Several when word.EndsWith("många", StringComparison.Ordinal) => (4, 20),
            QuantifierKind.Several when word.EndsWith("flertalet", StringComparison.Ordinal) => (6, 20),
            QuantifierKind.AlmostAll => (15, 20),
            QuantifierKind.Majority => (11, 20),
            QuantifierKind.TwoThirds => (13, 15),
            QuantifierKind.Half => (8, 13),
            QuantifierKind.AlmostHalf => (7, 10),
            QuantifierKind.Several => (3, 13),
            QuantifierKind.Some => (2, 9),
            QuantifierKind.Few => (1, 6),
            QuantifierKind.Exact
            or QuantifierKind.All
            or QuantifierKind.AllButN
            or QuantifierKind.None
            or QuantifierKind.Unquantified => (0, 21),
        };

    // Outside the middle half by more than its own width and two.
    private static bool IsFarOff(List<int> counts, int count)
    {
        var (low, high) = (counts[counts.Count / 4], counts[counts.Count * 3 / 4]);
        var margin = high - low + 1;
        return count > high + margin || count < low - margin;
    }

    private static string Usual(List<int> counts)
    {
        var (low, high) = (counts[counts.Count / 4], counts[counts.Count * 3 / 4]);
        return low == high ? Numeral.Write(low) : $"{Numeral.Write(low)} till {Numeral.Write(high)}";
    }

    private static bool IsBareDefinite(PublishedReport report, ReadClaim claim)
    {
        if (claim is not { QuantifierPlace: null, Claim.Regions.Count: < 15 })
        {
            return false;
        }

        var block = report.Text.Blocks[claim.Sentence.Place.Block];
        var number = claim.Footnote!.Footnote.Number;
        return block
            .MarksIn(claim.Sentence.Place.Start, claim.Sentence.Place.End)
            .Any(mark =>
                mark.Number == number
                && block.Text.AsSpan(0, mark.Start).EndsWith("egionerna", StringComparison.Ordinal)
            );
    }

    private Finding New(PublishedReport report, ReadClaim claim, Severity severity, string message) =>
        new()
        {
            Rule = Name,
            Severity = severity,
            Message = message,
            Places = [claim.QuantifierPlace ?? claim.Sentence.Place, report.PlaceOf(claim.Footnote!)],
            Footnote = claim.Footnote!.Footnote.Number,
        };
}
