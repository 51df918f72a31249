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
    /// <param name="Requirement">What the text answers; null for a document.</param>
    /// <param name="Name">Whose it is: a region's short name, a reporter's own, or a document's title.</param>
    /// <param name="Codes">Those that it can be given, in the codebook's order.</param>
    /// <param name="Parts">All that the coder is to code, in the order to take them.</param>
    /// <param name="IsRead">Whether the coder has read it to its end.</param>
    /// <param name="WhyNot">Why nothing can be changed, in Swedish, such as that it is handed in; null while it can.</param>
    public sealed record Result(
        Round Round,
        DoubleCoding Coding,
        Source Source,
        Requirement? Requirement,
        string Name,
        IReadOnlyList<BlindCoding> Codings,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<Part> Parts,
        bool IsRead,
        string? WhyNot
    );

    /// <param name="Name">As in <see cref="Result"/>.</param>
    /// <param name="Requirement">Null for a document.</param>
    /// <param name="Codings">How many codes the coder has given in it.</param>
    public sealed record Part(Id<Source> Source, string Name, Requirement? Requirement, int Codings, bool IsRead);

    /// <summary>Null where it is not the coder's to code.</summary>
    public async Task<Result?> Run(
        Id<DoubleCoding> id,
        Id<Source> sourceId,
        string coder,
        CancellationToken cancellation
    )
    {
        var work = await db.BlindWorkOn(id, sourceId, coder).AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (work is null)
        {
            return null;
        }

        var coding = work.Coding;
        var round = await db.Rounds.AsNoTracking().SingleAsync(one => one.Id == coding.RoundId, cancellation);
        var text = await db.DoubleCodingTexts(id)
            .AsNoTracking()
            .SingleAsync(one => one.Source.Id == sourceId, cancellation);
        var source = text.Source;
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
            own.Requirement,
            own.Name,
            codings,
            await db.CodesFor(round.Id, source.RequirementId, text.Reporter?.Kind).ToListAsync(cancellation),
            parts,
            own.IsRead,
            work.WhyNot
        );
    }

    /// <summary>All sources of a double coding, with how far somebody has come in each: by requirement, documents last, and by name within each.</summary>
    public async Task<IReadOnlyList<Part>> Parts(DoubleCoding coding, string coder, CancellationToken cancellation)
    {
        var parts = await (
            from text in db.DoubleCodingTexts(coding.Id)
            from requirement in db
                .Requirements.AsNoTracking()
                .Where(one =>
                    one.Id == text.Source.RequirementId
                    && db.Rounds.Any(round => round.Id == coding.RoundId && round.TemplateId == one.TemplateId)
                )
                .DefaultIfEmpty()
            from section in db
                .Sections.Where(one => one.TemplateId == requirement.TemplateId && one.Id == requirement.SectionId)
                .DefaultIfEmpty()
            select new
            {
                Text = text,
                Requirement = requirement,
                Order = (int?)section.Order,
                Codings = db.BlindCodings.Count(one =>
                    one.DoubleCodingId == coding.Id && one.SourceId == text.Source.Id && one.Coder == coder
                ),
                IsRead = db.BlindReadings.Any(one =>
                    one.DoubleCodingId == coding.Id && one.SourceId == text.Source.Id && one.Reader == coder
                ),
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. parts
                .OrderBy(part => part.Order ?? int.MaxValue)
                .ThenBy(part => part.Requirement?.Order)
                .Select(part => new Part(
                    part.Text.Source.Id,
                    part.Text.Name,
                    part.Requirement,
                    part.Codings,
                    part.IsRead
                ))
                .GroupBy(part => part.Requirement?.Id)
                .SelectMany(group => group.OrderBy(part => part.Name, SwedishText.Order)),
        ];
    }
}
