using Samla.Analyse;
using Samla.Analyse.Crossing;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Hands out a section of the matrix as a file, or the whole of it.</summary>
internal static class MatrixDownload
{
    public static IReadOnlyList<string> Formats => CrossingAddress.Formats;

    public static string AddressOf(Key<Round> round, Key<Code> section, string format) =>
        $"/matris/{round}/matris-{round}.{format}?avsnitt={section}";

    /// <summary>All sections in one file.</summary>
    public static string AddressOf(Key<Round> round, string format) => $"/matris/{round}/matris-{round}.{format}";

    public static async Task<IResult> Get(
        string round,
        string name,
        string format,
        string? avsnitt,
        ListMatrix listMatrix,
        CancellationToken cancellation
    )
    {
        if (
            name != round
            || !Formats.Contains(format)
            || !Key<Round>.TryParse(round, null, out var key)
            || await listMatrix.Run(key, cancellation) is not { } matrix
        )
        {
            return Results.NotFound();
        }

        var section = avsnitt is null ? null : matrix.Section(avsnitt);
        var rows = section is null ? matrix.Rows : matrix.RowsOf(section);
        return new TableFile(
            output => MatrixXlsx.Write(output, matrix, rows),
            output => MatrixCsv.Write(output, rows, matrix.Round.Mark),
            output => MatrixJson.Write(output, rows, matrix.Round.Mark),
            () =>
                CrossingPictures.OfMatrix(
                    matrix.Round,
                    section?.Label ?? "hela kodschemat",
                    rows,
                    [.. RegionOrder.NorthToSouth.Select(cell => cell.Region)]
                )
        ).Of($"matris-{round}{(section is null ? "" : $"-{section.Id}")}", format);
    }
}
