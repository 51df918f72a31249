using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A full stop or another sign stands where a comma belongs, and the list goes on.</summary>
public sealed class WrongSeparator : IRule
{
    public string Name => "wrong-separator";

    public string Title => "Fel skiljetecken i lista";

    public IEnumerable<Finding> Judge(PublishedReport report) =>
        Separators.Judge(
            report,
            Name,
            RegionList.Separator.Wrong,
            (first, second) => $"Mellan {first} och {second} ska det stå ett kommatecken."
        );
}
