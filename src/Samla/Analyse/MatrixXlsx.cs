using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>
/// The matrix as an XLSX workbook: one sheet with all codes, so that they can be filtered by section, group and region together, and
/// one that says what the words mean.
/// </summary>
public static class MatrixXlsx
{
    private const string WithheldWord = "räknas inte";

    private static readonly string[] Before = ["avsnitt", "grupp", "kod", "etikett", "gäller"];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="matrix">The whole matrix.</param>
    /// <param name="rows">Those of its rows that are wanted.</param>
    public static void Write(Stream output, ListMatrix.Result matrix, IReadOnlyList<CodeRow> rows)
    {
        using var workbook = new WorkbookWriter(output);
        workbook.AddSheet(
            "Matris",
            [
                .. Before,
                .. Regions.All.Select(region => region.Name),
                StandingWords.Says,
                StandingWords.Silent,
                StandingWords.NotAsked,
                StandingWords.NotRead,
                WithheldWord,
            ],
            rows.Select(row => RowOf(row, matrix)),
            [],
            new SheetLayout(FrozenColumns: 4, WidthOf, HasFilter: true)
        );
        KeySheet.Add(
            workbook,
            matrix.Round,
            [
                .. StandingWords.Key,
                ("antalen", "De fyra sista talen i varje rad är antalet regioner i varje läge. De är tillsammans 21."),
                (
                    WithheldWord,
                    "Källorna motsäger varandra eller räcker inte; skälet står sist i raden. Ingen sägs då säga eller tiga."
                ),
            ]
        );
    }

    private static IReadOnlyList<object> RowOf(CodeRow row, ListMatrix.Result matrix) =>
        [
            matrix.SectionOf(row.Code)?.Label ?? "",
            matrix.GroupOf(row.Code)?.Label ?? "",
            row.Code.Id.Value,
            row.Code.Label,
            WordsOf(row.Code.Subject),
            .. row.Code.Withheld is { } reason ? Withheld(reason) : Counted(row.Standing),
        ];

    private static IEnumerable<object> Counted(Standing standing) =>
        [
            .. Regions.All.Select(region => standing.WordOf(region.Code)),
            (decimal)standing.Says.Count,
            (decimal)standing.Silent.Count,
            (decimal)standing.NotAsked.Count,
            (decimal)standing.NotRead.Count,
            "",
        ];

    /// <summary>Nothing is said of anybody, so there is no number, which would be read as nought.</summary>
    private static IEnumerable<object> Withheld(string reason) =>
        [.. Regions.All.Select(_ => WithheldWord), "", "", "", "", reason];

    private static string WordsOf(ReporterKind subject) =>
        subject switch
        {
            ReporterKind.Region => "regioner",
            ReporterKind.CountyBoard => "länsstyrelser",
            ReporterKind.Agency => "myndigheter",
            ReporterKind.Document => "dokument",
        };

    private static int WidthOf(int column) =>
        column switch
        {
            0 or 1 => 24,
            2 => 22,
            3 => 40,
            _ => 13,
        };
}
