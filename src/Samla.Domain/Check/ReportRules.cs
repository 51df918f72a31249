using Samla.Domain.Check.Rules;

namespace Samla.Domain.Check;

/// <summary>All rules of the checker.</summary>
public static class ReportRules
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new CountMismatch(),
        new DuplicateRegion(),
        new MisspelledRegion(),
        new MissingSeparator(),
        new WrongSeparator(),
        new MissingFootnote(),
        new UnusedFootnote(),
        new QuotationMarks(),
        new ListOrder(),
        new Punctuation(),
        new Spacing(),
        new RepeatedWord(),
        new ComplementContradiction(),
        new PartitionGap(),
        new SubsetViolation(),
        new ExceptionContradiction(),
        new NamedNotListed(),
        new IdenticalLists(),
        new QuantifierOutlier(),
        new BrokenReference(),
        new SummaryContradiction(),
        new Spelling(),
    ];

    private static readonly Dictionary<string, string> Titles = All.DistinctBy(rule => rule.Name)
        .ToDictionary(rule => rule.Name, rule => rule.Title, StringComparer.Ordinal);

    /// <summary>What readers call the rule with a name of the public contract, in Swedish.</summary>
    public static string TitleOf(string rule) => Titles[rule];

    /// <summary>What all rules find, in the order of the text; in one place the gravest first.</summary>
    public static IReadOnlyList<Finding> Judge(PublishedReport report) =>
        [
            .. All.SelectMany(rule => rule.Judge(report))
                .OrderBy(finding => finding.Places[0].Block)
                .ThenBy(finding => finding.Places[0].Start)
                .ThenByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
        ];
}
