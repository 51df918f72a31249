using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>A source of a double coding as one of the coders sees it: the text and their own work, and nothing of anybody else's.</summary>
public sealed class ViewBlindSource(SamlaDb db)
{
    /// <param name="Codings">The coder's own, in the order of the text.</param>
    /// <param name="Codes">Those of the source's requirement, in the codebook's order.</param>
    /// <param name="Parts">All that the coder is to code, in the order to take them.</param>
    /// <param name="IsRead">Whether the coder has read it to its end.</param>
    public sealed record Result(
        Round Round,
        DoubleCoding Coding,
        Source Source,
        Reporter Reporter,
        Requirement Requirement,
        IReadOnlyList<BlindCoding> Codings,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<Part> Parts,
        bool IsRead
    );

    /// <param name="Codings">How many codes the coder has given in it.</param>
    public sealed record Part(Id<Source> Source, Reporter Reporter, Requirement Requirement, int Codings, bool IsRead);

    /// <summary>Null where it is not the coder's to code, or they have handed it in.</summary>
    public async Task<Result?> Run(
        Id<DoubleCoding> id,
        Id<Source> sourceId,
        string coder,
        CancellationToken cancellation
    )
    {
        if (await db.WhyNotCodeBlind(id, sourceId, coder, cancellation) is not null)
        {
            return null;
        }

        var coding = await db.DoubleCodings.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        var round = await db.Rounds.AsNoTracking().SingleAsync(one => one.Id == coding.RoundId, cancellation);
        var source = await db.Sources.AsNoTracking().SingleAsync(one => one.Id == sourceId, cancellation);
        var parts = await Parts(coding, coder, cancellation);
        var own = parts.Single(part => part.Source == sourceId);
        var codings = await db
            .BlindCodings.AsNoTracking()
            .Where(one => one.DoubleCodingId == id && one.SourceId == sourceId && one.Coder == coder)
            .OrderBy(one => one.Start)
            .ThenByDescending(one => one.Length)
            .ThenBy(one => one.Id)
            .ToListAsync(cancellation);
        return new Result(
            round,
            coding,
            source,
            own.Reporter,
            own.Requirement,
            codings,
            await db.CodesFor(source, cancellation),
            parts,
            own.IsRead
        );
    }

    /// <summary>All sources of a double coding, with how far somebody has come in each; by requirement, and by reporter within it.</summary>
    public async Task<IReadOnlyList<Part>> Parts(DoubleCoding coding, string coder, CancellationToken cancellation)
    {
        var parts = await (
            from part in db.DoubleCodingSources
            join source in db.Sources on part.SourceId equals source.Id
            join round in db.Rounds on source.RoundId equals round.Id
            join reporter in db.Reporters.AsNoTracking() on source.ReporterId equals reporter.Id
            join requirement in db.Requirements.AsNoTracking()
                on new { round.TemplateId, Id = source.RequirementId } equals new
                {
                    requirement.TemplateId,
                    Id = (Key<Requirement>?)requirement.Id,
                }
            join section in db.Sections
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            where part.DoubleCodingId == coding.Id
            orderby section.Order, requirement.Order
            select new Part(
                source.Id,
                reporter,
                requirement,
                db.BlindCodings.Count(one =>
                    one.DoubleCodingId == coding.Id && one.SourceId == source.Id && one.Coder == coder
                ),
                db.BlindReadings.Any(one =>
                    one.DoubleCodingId == coding.Id && one.SourceId == source.Id && one.Reader == coder
                )
            )
        ).ToListAsync(cancellation);
        return
        [
            .. parts
                .GroupBy(part => part.Requirement.Id)
                .SelectMany(group => group.OrderBy(part => part.Reporter.ShortName, SwedishText.Order)),
        ];
    }
}
