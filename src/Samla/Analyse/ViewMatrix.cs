using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A section of the codebook as a table of who says what.</summary>
public sealed class ViewMatrix(SamlaDb db, ListMatrix listMatrix)
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
    /// <param name="section">The section, or a code in it; the first where it is none of the codebook's.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result?> Run(Key<Round> roundId, string? section, CancellationToken cancellation)
    {
        if (await listMatrix.Run(roundId, cancellation) is not { } matrix || matrix.Section(section) is not { } shown)
        {
            return null;
        }

        var byGroup = matrix.Rows.ToLookup(row => row.Code.ParentId);
        return new Result(
            matrix.Round,
            [.. matrix.Sections],
            shown,
            [
                .. from code in matrix.Groups
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
