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
            [
                .. passages
                    .Where(passage =>
                        claim.Who is null || (passage.County is { } at && claim.Claim.Regions.Contains(at))
                    )
                    .OrderBy(passage => passage.County is { } county ? Regions.PlaceOf(county) : Regions.All.Count),
            ],
            [
                .. attributed
                    .Where(one =>
                        claim.Who is null || (one.Reporter.County is { } at && claim.Claim.Regions.Contains(at))
                    )
                    .OrderBy(one => PlaceOf(one.Reporter)),
            ]
        );
    }

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

    private static int PlaceOf(Reporter reporter) =>
        reporter.County is { } county ? Regions.PlaceOf(county) : Regions.All.Count;
}
