using System.Globalization;
using Samla.Common;
using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>Findings as comma-separated values: one row each, with the fields of the JSON.</summary>
public static class CheckCsv
{
    private static readonly string[] Header =
    [
        "id",
        "rule",
        "severity",
        "section",
        "page",
        "footnote",
        "relatedFootnotes",
        "message",
        "evidence",
        "suggestion",
    ];

    public static void Write(Stream output, PublishedReport report, IReadOnlyList<Finding> findings) =>
        Csv.Write(output, [Header, .. findings.Select((finding, index) => Row(report, finding, index))]);

    private static string?[] Row(PublishedReport report, Finding finding, int index) =>
        [
            $"f{index + 1}",
            finding.Rule,
            finding.Severity.Name,
            report.SectionAt(finding.Places[0]).Number,
            report.PageAt(finding.Places[0])?.ToString(CultureInfo.InvariantCulture),
            finding.Footnote?.ToString(CultureInfo.InvariantCulture),
            string.Join(' ', finding.RelatedFootnotes),
            finding.Message,
            string.Join('\n', report.EvidenceOf(finding)),
            finding.Suggestion,
        ];
}
