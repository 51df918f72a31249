using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>Follows a claim of an edition back: to what was asked, and to the words that say it.</summary>
public sealed class ReadTrace(SamlaDb db, ReadEdition readEdition)
{
    /// <param name="Requirement">
    /// What the answers answer; null where the codebook no longer has the code, it is about documents, or several are counted together.
    /// </param>
    /// <param name="Passages">Of those whom the claim counts, in the Swedish order of the regions.</param>
    /// <param name="Attributed">Those who are counted without a passage, in the same order.</param>
    public sealed record Result(
        Requirement? Requirement,
        IReadOnlyList<ReadEdition.Passage> Passages,
        IReadOnlyList<Attributed> Attributed
    );

    public async Task<Result> Run(Edition edition, ReportClaim claim, CancellationToken cancellation)
    {
        List<Key<Code>> codes = [.. claim.Codes.Select(code => Key<Code>.Parse(code, null))];
        var passages = new List<ReadEdition.Passage>();
        var attributed = new List<Attributed>();
        foreach (var code in codes)
        {
            passages.AddRange(await readEdition.ReadPassages(edition.Id, code, cancellation));
            attributed.AddRange(await readEdition.ReadAttributed(edition.Id, code, cancellation));
        }

        return new Result(
            codes.Count == 1 ? await RequirementOf(edition, codes[0], cancellation) : null,
            [.. passages.Where(one => IsCounted(claim, one.County)).OrderBy(one => PlaceOf(one.County))],
            [
                .. attributed
                    .Where(one => IsCounted(claim, one.Reporter.County))
                    .OrderBy(one => PlaceOf(one.Reporter.County)),
            ]
        );
    }

    /// <summary>Of several codes that are counted together, not all who have one of them are among those whom the claim counts.</summary>
    private static bool IsCounted(ReportClaim claim, RegionCode? county) =>
        claim.Who is null || (county is { } at && claim.Claim.Regions.Contains(at));

    private async Task<Requirement?> RequirementOf(Edition edition, Key<Code> key, CancellationToken cancellation) =>
        await (
            from code in db.Codes
            join round in db.Rounds on code.RoundId equals round.Id
            join asked in db.Requirements
                on new { round.TemplateId, Id = code.RequirementId } equals new
                {
                    asked.TemplateId,
                    Id = (Key<Requirement>?)asked.Id,
                }
            where code.RoundId == edition.RoundId && code.Id == key
            select asked
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);

    private static int PlaceOf(RegionCode? county) => county is { } at ? Regions.PlaceOf(at) : Regions.All.Count;
}
