using System.Globalization;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>What the same count was in an earlier year, where the two can be laid beside each other.</summary>
/// <param name="Year">What the number is about.</param>
/// <param name="IsPrinted">Whether it was read from a report that is in print.</param>
/// <param name="Standing">Where the 21 stood.</param>
internal sealed record EarlierCount(int Year, bool IsPrinted, Standing Standing)
{
    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Found(EarlierCount Earlier) : Outcome;

        /// <param name="Message">What cannot be compared, and why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }

    /// <summary>
    /// The latest year of which all that is counted is known and comparable. Where there is none, the reason is that of the latest year of
    /// which all is known.
    /// </summary>
    public static Outcome Of(CountedWho counted, ILookup<Key<Code>, EarlierClaim> earlier, RegionGroups groups)
    {
        var codes = counted.Who.Codes;
        List<Dictionary<Key<Code>, EarlierClaim>> years =
        [
            .. codes
                .SelectMany(code => earlier[code])
                .GroupBy(claim => (claim.Year, claim.IsPrinted, claim.Round.Id))
                .Where(year => year.Count() == codes.Count)
                .OrderByDescending(year => year.Key.Year)
                .ThenBy(year => year.Key.IsPrinted)
                .ThenByDescending(year => year.First().Round.PeriodEnd)
                .Select(year => year.ToDictionary(claim => claim.Code.Id)),
        ];
        if (years.Find(year => year.Values.All(claim => claim.Comparability == Comparability.Comparable)) is { } found)
        {
            var one = found[codes[0]];
            return new Outcome.Found(
                new EarlierCount(
                    one.Year,
                    one.IsPrinted,
                    counted.Who.Place(code => found[code].Standing, group => groups.Find(group)!.Members)
                )
            );
        }

        return new Outcome.Refused(
            years is [var latest, ..]
            && latest.Values.First(claim => claim.Comparability != Comparability.Comparable) is var changed
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counted.Name} kan inte jämföras med {changed.Year}. {changed.WhyNot}"
                )
                : $"{counted.Name} har inget tidigare år att jämföras med."
        );
    }
}
