using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>Findings for a person to read in a terminal.</summary>
public static class CheckText
{
    private const string Reset = "\u001b[0m";

    /// <summary>Writes a summary and each finding with its place, message, evidence and suggestion.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="findings">In the order of the text.</param>
    /// <param name="color">Whether severities are coloured, for a terminal.</param>
    public static void Write(TextWriter output, PublishedReport report, IReadOnlyList<Finding> findings, bool color)
    {
        var source = report.Text.Source;
        string?[] counts =
        [
            source.Pages is { } pages ? Count(pages, "sida", "sidor") : null,
            Count(report.Footnotes.Count, "fotnot", "fotnoter"),
            Count(report.Claims.Count, "påstående", "påståenden"),
        ];
        output.WriteLine(
            $"{source.Name}: {string.Join(", ", counts.Where(count => count is not null))} ({source.Encoding})"
        );
        output.WriteLine(Summary(findings));
        foreach (var finding in findings)
        {
            output.WriteLine();
            output.WriteLine($"{Colored(finding.Severity, color)}  {finding.Rule}  {Where(report, finding)}".TrimEnd());
            output.WriteLine($"  {finding.Message}");
            foreach (var evidence in report.EvidenceOf(finding))
            {
                output.WriteLine($"  | {evidence}");
            }

            if (finding.Suggestion is { } suggestion)
            {
                output.WriteLine($"  → {suggestion}");
            }
        }
    }

    /// <summary>"3 fel, 1 varning, 12 anmärkningar på formen", or that nothing was found.</summary>
    public static string Summary(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return "Inga avvikelser.";
        }

        int Of(Severity severity) => findings.Count(finding => finding.Severity == severity);
        var (errors, warnings, infos) = (Of(Severity.Error), Of(Severity.Warning), Of(Severity.Info));
        return $"{errors} fel, {Count(warnings, "varning", "varningar")}, {Count(infos, "anmärkning", "anmärkningar")} på formen";
    }

    private static string Count(int count, string one, string more) => $"{count} {(count == 1 ? one : more)}";

    private static string Where(PublishedReport report, Finding finding)
    {
        var section = report.SectionAt(finding.Places[0]).Swedish;
        string?[] parts =
        [
            section.Length == 0 ? null : section,
            report.PageAt(finding.Places[0]) is { } page ? $"sidan {page}" : null,
            finding.Footnote is { } footnote ? $"fotnot {footnote}" : null,
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Colored(Severity severity, bool color)
    {
        var name = severity.Swedish.ToLowerInvariant();
        var code = severity switch
        {
            Severity.Error => "\u001b[31m",
            Severity.Warning => "\u001b[33m",
            Severity.Info => "\u001b[36m",
        };
        return color ? code + name + Reset : name;
    }
}
