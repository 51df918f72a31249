using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>The text gives a number, and the list behind it holds another number of distinct regions.</summary>
public sealed class CountMismatch : IRule
{
    public string Name => "count-mismatch";

    public string Title => "Fel antal";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        foreach (var claim in report.Claims)
        {
            if (
                claim is { Footnote: { List: { } list } footnote, QuantifierPlace: { } place }
                && claim.Claim.Quantifier
                    is { Kind: QuantifierKind.Exact or QuantifierKind.AllButN or QuantifierKind.All, Count: { } said }
                && list.Regions.Count is var listed
                && !Hedge.Allows(report, place, said, listed)
            )
            {
                yield return new Finding
                {
                    Rule = Name,
                    Severity = Severity.Error,
                    Message = Message(claim.Claim, said, list),
                    Places = [place, report.PlaceOf(footnote)],
                    Footnote = footnote.Footnote.Number,
                    Suggestion = Suggestion(claim.Claim, listed),
                };
            }
        }
    }

    private static string Message(Claim claim, int said, RegionList.Read list)
    {
        var text =
            claim.Role == ClaimRole.Exceptions
                ? $"{Saying.Count(said, claim.Subject)} som undantag"
                : Saying.Count(said, claim.Subject);
        var listed = list.Regions.Count;
        var twice = list
            .Items.CountBy(item => item.Region)
            .Where(count => count.Value > 1)
            .Select(count => count.Key)
            .ToList();
        var distinct = twice.Count == 0 ? Numeral.Write(listed) : $"{Numeral.Write(listed)} olika";
        var because =
            twice.Count == 0
                ? ""
                : $" ({SwedishText.Enumeration([.. twice.Select(region => region.Name)])} står mer än en gång)";
        return $"Texten säger {text}, fotnoten räknar upp {distinct}{because}.";
    }

    private static string Suggestion(Claim claim, int listed) =>
        claim.Role == ClaimRole.Exceptions
            ? SwedishText.Capitalized(ClaimGrammar.Write(new Quantifier(QuantifierKind.AllButN, listed), claim.Subject))
            : SwedishText.Capitalized(Saying.Count(listed, claim.Subject));
}
