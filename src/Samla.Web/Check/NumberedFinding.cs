using Samla.Domain;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>A finding as the page shows it.</summary>
public sealed record NumberedFinding
{
    /// <summary>Its number on the page, from 1 in the order of the text.</summary>
    public required int Number { get; init; }

    public required Finding Finding { get; init; }

    /// <summary>The place of its rule among those of this report; the style sheet filters by it.</summary>
    public required int Rule { get; init; }

    /// <summary>"Sida 6, avsnitt 2.1"; empty where the report has neither pages nor sections.</summary>
    public required string Where { get; init; }

    /// <summary>The blocks it is about, the one it stands beside first.</summary>
    public required IReadOnlyList<FindingEnd> Ends { get; init; }

    /// <summary>The regions of the note it is about; empty where that holds none.</summary>
    public required RegionSet Regions { get; init; }

    /// <summary>Those among them that it points at.</summary>
    public required RegionSet Hit { get; init; }

    public string RuleName => ReportRules.TitleOf(Finding.Rule);

    public bool IsForm => Finding.Severity is Severity.Info;

    /// <summary>What the style sheet colours and filters by.</summary>
    public string Classes => $"v-{Finding.Severity.Name} r{Rule}";

    /// <summary>The id of the mark at the place with this index among the finding's places.</summary>
    public string AnchorOf(int place) => place == 0 ? $"t{Number}" : $"t{Number}-{place + 1}";
}
