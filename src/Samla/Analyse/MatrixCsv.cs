using Samla.Common;
using Samla.Domain;

namespace Samla.Analyse;

/// <summary>The matrix as a table: a row for each code, a column for each region in Swedish order.</summary>
public static class MatrixCsv
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="rows">In the codebook's order.</param>
    /// <param name="mark">The mark of a round of reconstructed texts, which then ends each row; null for real rounds.</param>
    public static void Write(Stream output, IEnumerable<CodeRow> rows, string? mark) =>
        Csv.Write(
            output,
            ["kod", "etikett", .. Regions.All.Select(region => region.Name)],
            rows.Select(row =>
                Regions
                    .All.Select(region => row.Standing.WordOf(region.Code))
                    .Prepend(Csv.Inert(row.Code.Label))
                    .Prepend(row.Code.Id.Value)
            ),
            mark
        );
}
