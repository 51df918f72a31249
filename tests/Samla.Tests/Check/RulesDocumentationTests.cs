using System.Text.RegularExpressions;
using Samla.Domain.Check;
using Samla.Tests.Architecture;

namespace Samla.Tests.Check;

/// <summary>A finding names its rule, and the rule's page says what it means.</summary>
public sealed partial class RulesDocumentationTests
{
    private const string Page = "docs/rules.md";

    // In the contract, but no rule looks for it yet.
    private const string StillToCome = "quote-not-in-source";

    private static readonly HashSet<string> Rules = [.. ReportRules.All.Select(rule => rule.Name)];

    [Fact]
    public void Every_rule_has_a_section_with_an_example()
    {
        var sections = Sections();

        Assert.Empty(Rules.Except(sections.Keys));
        Assert.Empty(
            from section in sections
            where Rules.Contains(section.Key) && !Example().IsMatch(section.Value)
            select section.Key
        );
    }

    [Fact]
    public void No_section_is_about_a_rule_that_does_not_exist()
    {
        var sections = Sections();

        Assert.Empty(sections.Keys.Except(Rules).Except([StillToCome]));
        if (sections.TryGetValue(StillToCome, out var text))
        {
            Assert.Matches(@"(?i)kommer|ännu|still to come|not yet", text);
        }
    }

    /// <summary>The text below each heading of the second or third level that names a rule, by the rule's name.</summary>
    private static Dictionary<string, string> Sections()
    {
        var text = RepositoryRoot.Read(Page);
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(text))
        {
            var next = NextHeading().Match(text, heading.Index + heading.Length);
            var body = text[(heading.Index + heading.Length)..(next.Success ? next.Index : text.Length)];
            foreach (Match name in RuleName().Matches(heading.Value))
            {
                var rule = name.Groups["name"].Value;
                sections[rule] = sections.GetValueOrDefault(rule) + body;
            }
        }

        return sections;
    }

    [GeneratedRegex(@"^###? .*$", RegexOptions.Multiline, 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^#{1,3} ", RegexOptions.Multiline, 1_000)]
    private static partial Regex NextHeading();

    /// <summary>A rule's name in a heading, in backticks or first in plain letters.</summary>
    [GeneratedRegex(
        @"(?:^###? |`)(?<name>[a-z]+(?:-[a-z]+)*)(?:`|\s|$)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex RuleName();

    [GeneratedRegex(@"(?im)exempel|^\s*>|```|\|", RegexOptions.None, 1_000)]
    private static partial Regex Example();
}
