using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Compile;

/// <summary>Those whom a claim counts, each with some of its words: what an author looks at in passing.</summary>
public sealed class ReadClaimWords(SamlaDb db, ReadCounted readCounted)
{
    /// <param name="Region">Whom.</param>
    /// <param name="Words">The starred passage, else the first, of those with one of the codes; null where there is none.</param>
    public sealed record Line(Region Region, string? Words);

    /// <summary>In the Swedish order of the regions.</summary>
    /// <param name="round">The round.</param>
    /// <param name="codes">The codes that the claim counts.</param>
    /// <param name="counties">Those that it counts.</param>
    /// <param name="cancellation">Stops the question.</param>
    public async Task<IReadOnlyList<Line>> Run(
        Key<Round> round,
        IReadOnlyCollection<Key<Code>> codes,
        RegionSet counties,
        CancellationToken cancellation
    )
    {
        var passages = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            join code in db.Codes on new { coding.RoundId, Id = coding.CodeId } equals new { code.RoundId, code.Id }
            where codes.Contains(coding.CodeId)
            // A county administrative board may say it of its own accord, and is not the region.
            where current.Document != null || current.Reporter!.Kind == code.Subject
            orderby coding.IsStarred descending, coding.Start, coding.Length descending, coding.SourceId
            select new { County = current.Reporter!.County ?? current.Document!.County, coding.Quote }
        ).ToListAsync(cancellation);
        var counted = await readCounted.Run(round, code => codes.Contains(code.Id), cancellation);
        var byCounty = passages
            .Select(one => (one.County, one.Quote))
            .Concat(
                from one in counted
                where one.Reporter.County is not null
                select (County: one.Reporter.County!, Quote: one.Reason)
            )
            .ToLookup(one => one.County, one => one.Quote);
        return [.. from county in counties select new Line(Regions.Of(county), byCounty[county].FirstOrDefault())];
    }
}
