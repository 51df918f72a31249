using System.Globalization;
using Samla.Check;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

public sealed class CheckCsvTests
{
    private const string Quoting =
        "Tre regioner[^1] har råd, säger \"rådet\" och han  nickar.\n\nTre[^2] väntar.\n\n[^1]: Dalarna, Skåne.\n[^2]: Dalarna, Skåne.\n";

    [Fact]
    public void Each_finding_is_a_row_with_the_fields_of_the_JSON()
    {
        var rows = Rows(Sample.WaterReport, "rapport.txt");
        Assert.Equal(
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
            ],
            rows[0]
        );
        Assert.Equal(["f1", "count-mismatch", "error", "2.1", "6", "17", ""], rows[1][..7]);
        Assert.Equal(
            "Fyra regioner17 har inrättat ett råd för vatten.\n17 Dalarna, Halland, Skåne, Halland.",
            rows[1][8]
        );
        Assert.Equal("Tre regioner", rows[1][9]);
    }

    [Fact]
    public void Commas_quotation_marks_and_line_breaks_survive()
    {
        var (report, findings) = Sample.Checked(Quoting, "rapport.md");
        var rows = Rows(Quoting, "rapport.md");
        Assert.Contains(rows, row => row[8].Contains("\"rådet\"", StringComparison.Ordinal));
        Assert.Equal(
            findings.Select(finding =>
                (
                    finding.Rule,
                    finding.Message,
                    string.Join('\n', report.EvidenceOf(finding)),
                    string.Join(' ', finding.RelatedFootnotes),
                    finding.Footnote?.ToString(CultureInfo.InvariantCulture) ?? "",
                    finding.Suggestion ?? ""
                )
            ),
            rows.Skip(1).Select(row => (row[1], row[7], row[8], row[6], row[5], row[9]))
        );
    }

    [Fact]
    public void Without_findings_there_are_the_heads_alone() => Assert.Single(Rows("Råd finns.\n", "rapport.txt"));

    [Fact]
    public void Every_row_is_as_long_as_the_heads() =>
        Assert.All(Rows(Quoting, "rapport.md"), row => Assert.Equal(10, row.Length));

    private static IReadOnlyList<string[]> Rows(string text, string name)
    {
        using var output = new MemoryStream();
        var (report, findings) = Sample.Checked(text, name);
        CheckCsv.Write(output, report, findings);
        return CsvText.Rows(output.ToArray());
    }
}
