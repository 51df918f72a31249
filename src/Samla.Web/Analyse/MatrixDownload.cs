using Samla.Analyse;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Hands out a section of the matrix as a file, or the whole of it.</summary>
internal static class MatrixDownload
{
    public static IReadOnlyList<string> Formats { get; } = ["csv", "json"];

    public static string AddressOf(Key<Round> round, Key<Code> section, string format) =>
        $"/matris/{round}/matris-{round}.{format}?avsnitt={section}";

    public static async Task<IResult> Get(
        string round,
        string name,
        string format,
        string? avsnitt,
        ReadMatrix readMatrix,
        ViewMatrix viewMatrix,
        FindRound findRound,
        CancellationToken cancellation
    )
    {
        if (name != round || !Formats.Contains(format) || !Key<Round>.TryParse(round, null, out var key))
        {
            return Results.NotFound();
        }

        var rows = avsnitt is null
            ? await readMatrix.Run(key, cancellation)
            : (await viewMatrix.Run(key, avsnitt, cancellation))?.Groups.SelectMany(group => group.Rows).ToList();
        if (rows is null)
        {
            return Results.NotFound();
        }

        var mark = (await findRound.Run(key, cancellation))?.Mark;
        using var output = new MemoryStream();
        if (format == "csv")
        {
            MatrixCsv.Write(output, rows, mark);
        }
        else
        {
            MatrixJson.Write(output, rows, mark);
        }

        return Results.File(
            output.ToArray(),
            format == "csv" ? "text/csv; charset=utf-8" : "application/json",
            $"matris-{round}{(avsnitt is null ? "" : $"-{avsnitt}")}.{format}"
        );
    }
}
