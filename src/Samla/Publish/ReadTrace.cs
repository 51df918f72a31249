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
    /// <param name="Requirement">What the answers answer; null where the codebook no longer has the code, or it is about documents.</param>
    /// <param name="Passages">In the Swedish order of the regions.</param>
    /// <param name="Attributed">Those who are counted without a passage, in the same order.</param>
    public sealed record Result(
        Requirement? Requirement,
        IReadOnlyList<ReadEdition.Passage> Passages,
        IReadOnlyList<Attributed> Attributed
    );

    public async Task<Result> Run(Edition edition, ReportClaim claim, CancellationToken cancellation)
    {
        var key = Key<Code>.Parse(claim.Code, null);
        var requirement = await (
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
        var passages = await readEdition.ReadPassages(edition.Id, key, cancellation);
        var attributed = await readEdition.ReadAttributed(edition.Id, key, cancellation);
        return new Result(
            requirement,
            [
                .. passages.OrderBy(passage =>
                    passage.County is { } county ? Regions.PlaceOf(county) : Regions.All.Count
                ),
            ],
            [.. attributed.OrderBy(one => PlaceOf(one.Reporter))]
        );
    }

    private static int PlaceOf(Reporter reporter) =>
        reporter.County is { } county ? Regions.PlaceOf(county) : Regions.All.Count;
}
