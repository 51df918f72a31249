using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What has changed most in a round since an earlier year, code by code.</summary>
public sealed class ListShifts(ListMatrix matrix, ReadEarlierClaims earlier)
{
    /// <param name="Row">How it is now.</param>
    /// <param name="Section">The section of the codebook that the code stands in; null for a code without one.</param>
    /// <param name="Earlier">The latest year that it can be compared with.</param>
    public sealed record Line(CodeRow Row, Code? Section, EarlierClaim Earlier)
    {
        /// <summary>Who has come and who has gone.</summary>
        public Standing.Shift Shift { get; } = Earlier.ShiftTo(Row.Standing);

        /// <summary>How many more than then; below 0 where they are fewer.</summary>
        public int Difference => Row.Standing.Says.Count - Earlier.Standing.Says.Count;

        /// <summary>Whether all are read in both years, so that the difference is what it will be.</summary>
        public bool IsSettled => Row.Standing.NotRead.IsEmpty && Earlier.Standing.NotRead.IsEmpty;
    }

    /// <param name="Sections">The sections of the codebook, in its order.</param>
    /// <param name="Lines">Those where the most regions have come or gone first.</param>
    /// <param name="Others">Codes with an earlier year that cannot be laid beside this one, each with the latest.</param>
    /// <param name="WithoutEarlier">How many codes have no earlier year at all.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Code> Sections,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<EarlierClaim> Others,
        int WithoutEarlier
    );

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> round, CancellationToken cancellation)
    {
        if (
            await matrix.Run(round, cancellation) is not { } now
            || await earlier.Run(round, cancellation) is not { } then
        )
        {
            return null;
        }

        List<CodeRow> counted = [.. now.Rows.Where(row => row.Code.Withheld is null)];
        List<Line> lines =
        [
            .. from row in counted
            let comparable = then[row.Code.Id].FirstOrDefault(claim => claim.IsComparableIn(now.Round))
            where comparable is not null
            select new Line(row, now.SectionOf(row.Code), comparable),
        ];
        var compared = lines.Select(line => line.Row.Code.Id).ToHashSet();
        List<CodeRow> rest = counted.FindAll(row => !compared.Contains(row.Code.Id));
        return new Result(
            now.Round,
            [.. now.Sections],
            [
                .. lines
                    .OrderByDescending(line => line.Shift.Came.Count + line.Shift.Went.Count)
                    .ThenByDescending(line => Math.Abs(line.Difference))
                    .ThenBy(line => line.Row.Code.Order),
            ],
            [.. rest.Select(row => then[row.Code.Id].FirstOrDefault()).OfType<EarlierClaim>()],
            rest.Count(row => !then[row.Code.Id].Any())
        );
    }
}
