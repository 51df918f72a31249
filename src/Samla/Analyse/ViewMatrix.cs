using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A section of the codebook as a table of who says what.</summary>
public sealed class ViewMatrix(SamlaDb db, ReadMatrix readMatrix)
{
    /// <param name="Sections">All sections of the codebook.</param>
    /// <param name="Section">The one that is shown.</param>
    /// <param name="Printed">What printed reports said of each code, the latest year first: beside the counted rows, never in them.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Code> Sections,
        Code Section,
        IReadOnlyList<Group> Groups,
        ILookup<Key<Code>, PrintedClaim> Printed
    );

    /// <param name="Code">The code that holds the others together.</param>
    /// <param name="Rows">In the codebook's order; at least one.</param>
    public sealed record Group(Code Code, IReadOnlyList<CodeRow> Rows);

    /// <summary>Null where there is no such round, or it has no codebook.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="section">The section; the first where it is none of the codebook's.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result?> Run(Key<Round> roundId, string? section, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        var groups = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId && code.Kind == CodeKind.Group)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var sections = groups.Where(group => group.ParentId is null).ToList();
        if (round is null || sections.Count == 0 || await readMatrix.Run(roundId, cancellation) is not { } rows)
        {
            return null;
        }

        var shown = sections.Find(code => code.Id.Value == section) ?? sections[0];
        var byGroup = rows.ToLookup(row => row.Code.ParentId);
        return new Result(
            round,
            sections,
            shown,
            [
                .. from code in groups
                where (code.ParentId == shown.Id || code.Id == shown.Id) && byGroup[code.Id].Any()
                select new Group(code, [.. byGroup[code.Id]]),
            ],
            await Printed(roundId, cancellation)
        );
    }

    private async Task<ILookup<Key<Code>, PrintedClaim>> Printed(Key<Round> round, CancellationToken cancellation)
    {
        var claims = await db
            .PrintedClaims.AsNoTracking()
            .Where(claim => claim.RoundId == round && claim.CodeId != null)
            .OrderByDescending(claim => claim.Year)
            .ThenBy(claim => claim.Number)
            .ToListAsync(cancellation);
        return claims.ToLookup(claim => claim.CodeId!);
    }
}
