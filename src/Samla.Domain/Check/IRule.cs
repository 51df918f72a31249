namespace Samla.Domain.Check;

/// <summary>One rule by which a published report is judged. docs/rules.md explains each with an example.</summary>
public interface IRule
{
    /// <summary>The rule's name in the public contract, such as "count-mismatch".</summary>
    string Name { get; }

    /// <summary>What readers call it, in Swedish: "Fel antal".</summary>
    string Title { get; }

    /// <summary>What the rule finds wrong, in any order. Each finding carries the rule's name.</summary>
    IEnumerable<Finding> Judge(PublishedReport report);
}
