using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;

namespace Samla.Compile;

/// <summary>Reads what chapters are filled in from.</summary>
public sealed class ReadReportBasis(SamlaDb db, ReadMatrix matrix, ReadEarlierClaims earlier)
{
    /// <summary>Reads what the chapters of a round need; null where there is no such round.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="markers">What the chapters ask for: passages are read only of what is quoted, and earlier years only where something is compared.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<ReportBasis?> Run(
        Key<Round> roundId,
        IReadOnlyCollection<Marker> markers,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        var rows = await matrix.Run(roundId, cancellation);
        if (round is null || rows is null)
        {
            return null;
        }

        var merged = await db
            .Codes.Where(code => code.RoundId == roundId && code.MergedIntoId != null)
            .ToDictionaryAsync(code => code.Id, code => code.MergedIntoId!, cancellation);
        var wanted = markers
            .OfType<Marker.Quotation>()
            .Select(quotation => merged.GetValueOrDefault(quotation.Code, quotation.Code))
            .Distinct()
            .ToList();
        var quotations = await (
            from current in db.CurrentSources(roundId)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            where wanted.Contains(coding.CodeId)
            orderby coding.IsStarred descending, coding.Start, coding.Length descending, coding.SourceId
            select new
            {
                coding.CodeId,
                current.Source.ReporterId,
                Title = (string?)current.Document!.Title,
                current.Document.County,
                coding.Quote,
                coding.SourceId,
            }
        ).ToListAsync(cancellation);
        var interventions = await db
            .Interventions.Whole.Where(intervention => intervention.RoundId == roundId)
            .AsSubmitted(cancellation);
        var standing = interventions.ToDictionary(intervention => intervention.Id);
        var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(reporter => reporter.Id, cancellation);
        var codes = rows.ToDictionary(row => row.Code.Id);
        // A chapter names a document by the region of its county.
        var words = (
            from one in quotations
            let reporter = one.ReporterId
                ?? (one.County is { } county ? Reporter.KeyOf(county, ReporterKind.Region) : null)
            where reporter is not null
            select (Key: (one.CodeId, reporter), Words: new ReportBasis.Quoted(one.Quote, one.SourceId, one.Title))
        )
            .GroupBy(one => one.Key, one => one.Words)
            .ToDictionary(one => one.Key, IReadOnlyList<ReportBasis.Quoted> (one) => [.. one]);
        // A chapter may still name a code that was merged into another: it then says what that one does.
        foreach (var (gone, into) in merged)
        {
            codes[gone] = codes[into];
            foreach (var ((_, reporter), quotation) in words.Where(one => one.Key.CodeId == into).ToList())
            {
                words[(gone, reporter)] = quotation;
            }
        }

        List<Key<Code>> compared =
        [
            .. markers
                .OfType<Marker.Comparison>()
                .SelectMany(comparison => comparison.Who.Codes)
                .Select(code => merged.GetValueOrDefault(code, code))
                .Distinct(),
        ];
        var hasAmounts = markers.Any(marker => marker is Marker.Amount);
        return new ReportBasis(
            round,
            codes,
            words,
            interventions
                .Select(one => (one.Id, Standing: Standing(one, standing)))
                .Where(one => one.Standing is not null)
                .ToDictionary(one => one.Id, one => one.Standing!),
            reporters,
            await db
                .AcceptedClaims.AsNoTracking()
                .Where(claim => claim.RoundId == roundId)
                .ToDictionaryAsync(claim => (claim.ChapterId, claim.Who), cancellation),
            compared.Count == 0
                ? Enumerable.Empty<EarlierClaim>().ToLookup(claim => claim.Code.Id)
                : (await earlier.Run(roundId, compared, cancellation))!,
            await db.CodeGroupsFor(roundId, markers, cancellation),
            hasAmounts ? await GrantFigures.Read(db, cancellation) : GrantFigures.None,
            hasAmounts
                ? await db
                    .AcceptedAmounts.AsNoTracking()
                    .Where(amount => amount.RoundId == roundId)
                    .ToDictionaryAsync(amount => (amount.ChapterId, amount.Asked), cancellation)
                : []
        );
    }

    /// <summary>The intervention that stands for one that was merged into it, so that a chapter's marker goes on to say something; null while that one is not handed in.</summary>
    private static Intervention? Standing(
        Intervention? intervention,
        Dictionary<Key<Intervention>, Intervention> interventions
    )
    {
        while (intervention?.MergedIntoId is { } into)
        {
            intervention = interventions.GetValueOrDefault(into);
        }

        return intervention;
    }
}
