using System.Globalization;
using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>What the same count was in an earlier year, where the two can be laid beside each other.</summary>
/// <param name="Year">What the number is about.</param>
/// <param name="IsPrinted">Whether it was read from a report that is in print.</param>
/// <param name="Standing">Where the 21 stood.</param>
/// <param name="Round">The round that it was counted in; null for what is in print.</param>
internal sealed record EarlierCount(int Year, bool IsPrinted, Standing Standing, Key<Round>? Round)
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
    public static Outcome Of(CountedWho counted, ReportBasis basis, RegionGroups groups)
    {
        var codes = counted.Who.Codes;
        List<Dictionary<Key<Code>, EarlierClaim>> years =
        [
            .. codes
                .SelectMany(code => basis.Earlier[code])
                .Where(claim => claim.Year < basis.Round.PeriodEnd.Year)
                .GroupBy(claim => (claim.Year, claim.IsPrinted, claim.Round.Id))
                .Where(year => year.Count() == codes.Count)
                .OrderByDescending(year => year.Key.Year)
                .ThenBy(year => year.Key.IsPrinted)
                .ThenByDescending(year => year.First().Round.PeriodEnd)
                .Select(year => year.ToDictionary(claim => claim.Code.Id)),
        ];
        if (years.Find(year => year.Values.All(claim => claim.IsComparableIn(basis.Round))) is { } found)
        {
            var one = found[codes[0]];
            return new Outcome.Found(
                new EarlierCount(
                    one.Year,
                    one.IsPrinted,
                    counted.Who.Place(
                        code => found[code].StandingBeside(basis.Codes[code].Standing),
                        group => groups.Find(group)!.Members
                    ),
                    one.IsPrinted ? null : one.Round.Id
                )
            );
        }

        return new Outcome.Refused(
            years is [var latest, ..] && latest.Values.First(claim => !claim.IsComparableIn(basis.Round)) is var changed
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counted.Name} kan inte jämföras med {changed.Year}. {changed.WhyNotIn(basis.Round)}"
                )
                : $"{counted.Name} har inget tidigare år att jämföras med."
        );
    }
}
