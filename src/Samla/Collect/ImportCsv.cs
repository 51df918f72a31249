using Samla.Common;

namespace Samla.Collect;

/// <summary>What reading in files did, or would do, as a table: a row for each answer, loose text and finding.</summary>
public static class ImportCsv
{
    private static readonly string[] Header =
    [
        "file",
        "reporter",
        "round",
        "what",
        "requirement",
        "text",
        "where",
        "message",
        "mark",
    ];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="files">Each file's name and plan.</param>
    public static void Write(Stream output, IEnumerable<(string Name, ImportPlan Plan)> files) =>
        Csv.Write(
            output,
            files.SelectMany(file => Rows(file.Plan).Select(row => Row(file.Name, file.Plan, row))).Prepend(Header)
        );

    private static IEnumerable<string?[]> Rows(ImportPlan plan) =>
        [
            .. plan.Placed.Select(placed => new[] { "placed", placed.Requirement.Value, placed.Text, null, null }),
            .. plan.Unchanged.Select(requirement => new[] { "unchanged", requirement.Value, null, null, null }),
            .. plan.Unplaced.Select(loose =>
                new[] { "unplaced", loose.Near?.Value, loose.Text, loose.Where, loose.Reason }
            ),
            .. plan.Findings.Select(finding =>
                new[] { finding.Rule, finding.Requirement?.Value, null, null, finding.Message }
            ),
        ];

    private static IEnumerable<string?> Row(string name, ImportPlan plan, string?[] row) =>
        [name, plan.View.Reporter.Id.Value, plan.View.Round.Id.Value, .. row, plan.View.Round.Mark];
}
