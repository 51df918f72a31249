using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.Briefs;

/// <summary>One region on two pages, for who prepares a talk with it: what is new, results and how they are known, open challenges, sources.</summary>
public sealed class ReadRegionBrief(
    SamlaDb db,
    ReadRegion readRegion,
    ReadEdition readEdition,
    ReadEarlierClaims readEarlier
)
{
    /// <param name="Found">The region as its page shows it.</param>
    /// <param name="IsComparable">Whether there is an earlier year to compare anything with.</param>
    /// <param name="Came">What it says now and did not in an earlier year.</param>
    /// <param name="Went">What it said in an earlier year and does not now.</param>
    /// <param name="NewInterventions">Those that were not in the register of the round before; none where there is no such round.</param>
    /// <param name="Rare">What few others say, the rarest first.</param>
    /// <param name="Outcomes">What is best known first.</param>
    /// <param name="Challenges">What it says of challenges, what few others say first.</param>
    /// <param name="Messages">What it asks of others.</param>
    public sealed record Result(
        ReadRegion.Result Found,
        bool IsComparable,
        IReadOnlyList<Change> Came,
        IReadOnlyList<Change> Went,
        IReadOnlyList<Intervention> NewInterventions,
        IReadOnlyList<ReadRegion.Statement> Rare,
        IReadOnlyList<BriefOutcome> Outcomes,
        IReadOnlyList<ReadRegion.Statement> Challenges,
        IReadOnlyList<ReadRegion.Statement> Messages
    );

    /// <param name="Chapter">The chapter that the claim stands in.</param>
    /// <param name="Claim">The claim as it is in the edition.</param>
    /// <param name="Earlier">What is known of the earlier year.</param>
    public sealed record Change(ReportChapter Chapter, ReportClaim Claim, EarlierClaim Earlier);

    /// <summary>Null where nothing is published.</summary>
    public async Task<Result?> Run(RegionCode region, CancellationToken cancellation)
    {
        if (await readRegion.Run(region, cancellation) is not { } found)
        {
            return null;
        }

        var basis = await BriefBasis.Read(db, readEarlier, readEdition, found.Round, cancellation);
        var changes = Changes(found.Report, basis);
        List<ReadRegion.Statement> statements =
        [
            .. found
                .Region.Statements.DistinctBy(statement => statement.Sentence.Claim.Subject)
                .OrderBy(statement => statement.Sentence.Claim.Claim.Regions.Count),
        ];
        return new Result(
            found,
            basis.Earlier.Count > 0,
            [.. changes.Where(one => IsIn(one.Shift.Came)).Select(one => one.Change)],
            [.. changes.Where(one => IsIn(one.Shift.Went)).Select(one => one.Change)],
            found.Round.PreviousRoundId is null
                ? []
                : [.. found.Region.Interventions.Where(one => one.CarriedFromId is null)],
            [.. statements.Where(one => !IsApart(one))],
            BriefOutcome.Of(found.Region.Interventions),
            [.. statements.Where(one => basis.IsAbout(one.Sentence.Claim, CodeAspect.Challenge))],
            [.. statements.Where(one => basis.IsAbout(one.Sentence.Claim, CodeAspect.Message))]
        );

        bool IsIn(RegionSet regions) => regions.Contains(region);

        // What stands under a heading of its own is not told twice.
        bool IsApart(ReadRegion.Statement one) =>
            basis.IsAbout(one.Sentence.Claim, CodeAspect.Challenge)
            || basis.IsAbout(one.Sentence.Claim, CodeAspect.Message);
    }

    private static List<(Change Change, Standing.Shift Shift)> Changes(ReportDocument report, BriefBasis basis) =>
        [
            .. from one in report
                .Chapters.SelectMany(chapter => chapter.Claims.Select(claim => (Chapter: chapter, Claim: claim)))
                .DistinctBy(one => one.Claim.Subject)
            where one.Claim.Claim.Subject == ClaimSubject.Regions
            let earlier = basis.EarlierOf(one.Claim)
            where earlier is not null
            select (new Change(one.Chapter, one.Claim, earlier), earlier.ShiftTo(one.Claim.Standing)),
        ];
}
