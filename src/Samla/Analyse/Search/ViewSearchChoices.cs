using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Search;

/// <summary>What a search in a round can be narrowed to.</summary>
public sealed class ViewSearchChoices(SamlaDb db)
{
    /// <param name="Sections">With their requirements, in the template's order.</param>
    /// <param name="Codes">Those that are given to passages, in the codebook's order.</param>
    /// <param name="Others">The other rounds that can be looked in, the latest first.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<Round> Others
    );

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }

        var sections = await db.SectionsOf(round.TemplateId).ToListAsync(cancellation);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == id && code.Kind == CodeKind.Leaf && code.CountedFrom == null)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var others = await db
            .Rounds.AsNoTracking()
            .Where(other => other.Id != id)
            .OrderByDescending(other => other.PeriodEnd)
            .ThenBy(other => other.Title)
            .ToListAsync(cancellation);
        return new Result(round, sections, codes, others);
    }
}
