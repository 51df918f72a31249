using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The whole matrix with the groups and sections that its codes stand in: what files and other tables are made of.</summary>
public sealed class ListMatrix(SamlaDb db, ReadMatrix readMatrix)
{
    /// <param name="Groups">In the codebook's order; the sections are those without a parent.</param>
    /// <param name="Rows">In the codebook's order.</param>
    public sealed record Result(Round Round, IReadOnlyList<Code> Groups, IReadOnlyList<CodeRow> Rows)
    {
        private readonly Dictionary<Key<Code>, Code> _byId = Groups.ToDictionary(group => group.Id);

        public IEnumerable<Code> Sections => Groups.Where(group => group.ParentId is null);

        /// <summary>The section with an id; the first where there is none, and null without a codebook.</summary>
        public Code? Section(string? id) =>
            Sections.FirstOrDefault(section => section.Id.Value == id)
            ?? (Rows.FirstOrDefault(row => row.Code.Id.Value == id) is { } row ? SectionOf(row.Code) : null)
            ?? Sections.FirstOrDefault();

        /// <summary>The group that a code stands in.</summary>
        public Code? GroupOf(Code code) => code.ParentId is { } parent ? _byId.GetValueOrDefault(parent) : null;

        /// <summary>The section that a code stands in.</summary>
        public Code? SectionOf(Code code)
        {
            var above = GroupOf(code);
            while (above is not null && GroupOf(above) is { } next)
            {
                above = next;
            }

            return above;
        }

        /// <summary>The rows of a section.</summary>
        public IReadOnlyList<CodeRow> RowsOf(Code section) =>
            [.. Rows.Where(row => SectionOf(row.Code)?.Id == section.Id)];
    }

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        if (
            await db.Rounds.AsNoTracking().SingleOrDefaultAsync(round => round.Id == roundId, cancellation)
                is not { } round
            || await readMatrix.Run(roundId, cancellation) is not { } rows
        )
        {
            return null;
        }

        var groups = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId && code.Kind == CodeKind.Group)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        return new Result(round, groups, rows);
    }
}
