using System.Text.RegularExpressions;
using Samla.Check;
using Samla.Domain.Check;
using Samla.Tests.Architecture;

namespace Samla.Tests.Check;

/// <summary>What the documents show is what the checker says.</summary>
public sealed partial class DocumentedExamplesTests
{
    /// <summary>Each example of docs/rules.md with the finding that is quoted below it.</summary>
    public static TheoryData<string, string, string> Examples { get; } =
    [
        .. Example()
            .Matches(RepositoryRoot.Read("docs/rules.md"))
            .Select(match => (match.Groups["text"].Value, match.Groups["degree"].Value, match.Groups["message"].Value)),
    ];

    [Fact]
    public void Most_rules_have_an_example() => Assert.InRange(Examples.Count, 20, 60);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_a_rule_gives_the_finding_that_is_quoted(string text, string degree, string message)
    {
        var found = Findings("exempel.md", text).Select(finding => $"{finding.Severity.Swedish}: {finding.Message}");

        Assert.Contains($"{degree}: {message}", found);
    }

    [Fact]
    public void The_readme_shows_what_the_checker_says_of_the_example()
    {
        var (report, findings) = Check("exempelrapport.md", RepositoryRoot.Read("docs/examples/exempelrapport.md"));
        using var said = new StringWriter { NewLine = "\n" };
        CheckText.Write(said, report, findings, color: false);

        Assert.Contains(said.ToString(), RepositoryRoot.Read("README.md"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Findings(string name, string text) => Check(name, text).Findings;

    private static (PublishedReport Report, IReadOnlyList<Finding> Findings) Check(string name, string text)
    {
        var outcome = new CheckReport().Run(
            name,
            System.Text.Encoding.UTF8.GetBytes(text),
            TestContext.Current.CancellationToken
        );
        var done = Assert.IsType<CheckReport.Outcome.Checked>(outcome);
        return (done.Report, done.Findings);
    }

    [GeneratedRegex(
        @"```(?:markdown|text)\n(?<text>.*?)\n```\n\n> \*\*(?<degree>\w+):\*\* (?<message>[^\n]+)",
        RegexOptions.Singleline
    )]
    private static partial Regex Example();
}
