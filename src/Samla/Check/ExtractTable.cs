using System.Data;
using System.Globalization;
using MiniExcelLibs;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Domain.Compile;

namespace Samla.Check;

/// <summary>
/// The claims of a report as a table: one row a claim, one column a region. 1 where the claim holds for the region, 0 where
/// it does not, and nothing where the report does not say whom the claim counts.
/// </summary>
public static class ExtractTable
{
    private static readonly IReadOnlyList<RegionCode> Codes = [.. RegionSet.All];

    private static readonly string[] Fields =
    [
        "id",
        "footnote",
        "section",
        "page",
        "sentence",
        "quantifier",
        "kind",
        "count",
        "role",
        "subject",
    ];

    public static void WriteCsv(Stream output, PublishedReport report) =>
        Csv.Write(
            output,
            [
                [.. Fields, .. Codes.Select(code => code.ToString())],
                .. report.Claims.Select(claim =>
                    Row(report, claim).Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))
                ),
            ]
        );

    /// <summary>An XLSX workbook; its column heads name the regions.</summary>
    public static void WriteXlsx(Stream output, PublishedReport report)
    {
        // A table knows its columns even when it has no rows.
        using var table = new DataTable();
        foreach (
            var head in (IEnumerable<string>)[.. Fields, .. Codes.Select(code => $"{code} {Regions.Of(code).Name}")]
        )
        {
            table.Columns.Add(head, typeof(object));
        }

        foreach (var claim in report.Claims)
        {
            table.Rows.Add([.. Row(report, claim)]);
        }

        output.SaveAs(table, sheetName: "Påståenden");
    }

    private static IEnumerable<object?> Row(PublishedReport report, ReadClaim claim)
    {
        object?[] fields =
        [
            claim.Id,
            claim.Footnote?.Footnote.Number,
            claim.Sentence.Section.Number,
            report.PageOf(claim),
            report.TextOf(claim.Sentence.Place),
            claim.QuantifierPlace is { } place ? report.TextOf(place) : "",
            claim.Claim.Quantifier.Kind.Name,
            claim.Claim.Quantifier.Count,
            claim.Claim.Role == ClaimRole.Members ? "members" : "exceptions",
            claim.Claim.Subject == ClaimSubject.Regions ? "regions" : "agencies",
        ];
        var isSaid = !claim.Claim.Regions.IsEmpty || claim.Claim.Quantifier.Kind == QuantifierKind.None;
        return
        [
            .. fields,
            .. Codes.Select(code => isSaid ? (object)(claim.Claim.Regions.Contains(code) ? 1 : 0) : null),
        ];
    }
}
