using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Two names in a list run together.</summary>
public sealed class MissingSeparator : IRule
{
    public string Name => "missing-separator";

    public string Title => "Skiljetecken saknas";

    public IEnumerable<Finding> Judge(PublishedReport report) =>
        Separators.Judge(
            report,
            Name,
            RegionList.Separator.Missing,
            (first, second) => $"Kommatecken saknas mellan {first} och {second}."
        );
}
