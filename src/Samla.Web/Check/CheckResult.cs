using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>A checked report as the page shows it: numbered findings, and the text in rows beside them.</summary>
public sealed class CheckResult
{
    /// <summary>A page with more findings serves nobody; the files hold all of them.</summary>
    public const int MaxFindings = 3000;

    public required PublishedReport Report { get; init; }

    /// <summary>All that were found, also those that are not shown.</summary>
    public required IReadOnlyList<Finding> Found { get; init; }

    /// <summary>Those shown, in the order of the text.</summary>
    public required IReadOnlyList<NumberedFinding> Findings { get; init; }

    /// <summary>The rules behind the findings, most findings first.</summary>
    public required IReadOnlyList<RuleCount> Rules { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>Whether text without findings is left out.</summary>
    public required bool IsAbridged { get; init; }

    public SourceFile Source => Report.Text.Source;

    /// <summary>Errors, then warnings; within each in the order of the text.</summary>
    public IReadOnlyList<NumberedFinding> Grave =>
        [.. Findings.Where(f => !f.IsForm).OrderByDescending(f => f.Finding.Severity).ThenBy(f => f.Number)];

    public int Count(Severity severity) => Found.Count(f => f.Severity == severity);

    public static CheckResult Of(PublishedReport report, IReadOnlyList<Finding> found)
    {
        var rules = RuleCount.Of(found);
        var findings = FindingNumbering.Of(report, [.. found.Take(MaxFindings)], rules);
        var rows = new RowBuilder(report, findings);
        return new CheckResult
        {
            Report = report,
            Found = found,
            Findings = findings,
            Rules = rules,
            Rows = rows.Build(),
            IsAbridged = rows.IsAbridged,
        };
    }
}

/// <summary>A rule and how much it found.</summary>
/// <param name="Rule">Its name in the public contract.</param>
/// <param name="Gravest">The gravest severity among its findings.</param>
/// <param name="Count">Number of findings.</param>
public sealed record RuleCount(string Rule, Severity Gravest, int Count)
{
    public string Name => ReportRules.TitleOf(Rule);

    internal static IReadOnlyList<RuleCount> Of(IEnumerable<Finding> findings) =>
        [
            .. findings
                .GroupBy(f => f.Rule, StringComparer.Ordinal)
                .Select(g => new RuleCount(g.Key, g.Max(f => f.Severity), g.Count()))
                .OrderByDescending(r => r.Gravest)
                .ThenByDescending(r => r.Count)
                .ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
}
