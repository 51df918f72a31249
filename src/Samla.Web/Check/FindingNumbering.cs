using Samla.Domain;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>Gives each finding its number, and words for where it is.</summary>
internal sealed class FindingNumbering
{
    private readonly PublishedReport _report;
    private readonly Dictionary<string, int> _rules;
    private readonly Dictionary<int, ReadFootnote> _noteByNumber = [];

    private FindingNumbering(PublishedReport report, IReadOnlyList<RuleCount> rules)
    {
        _report = report;
        _rules = rules.Index().ToDictionary(r => r.Item.Rule, r => r.Index, StringComparer.Ordinal);
        foreach (var footnote in report.Footnotes)
        {
            _noteByNumber.TryAdd(footnote.Note.Number, footnote);
        }
    }

    public static IReadOnlyList<NumberedFinding> Of(
        PublishedReport report,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<RuleCount> rules
    )
    {
        var numbering = new FindingNumbering(report, rules);
        return [.. findings.Select((finding, index) => numbering.Number(finding, index + 1))];
    }

    private NumberedFinding Number(Finding finding, int number)
    {
        var note = finding.Footnote is { } footnote ? _noteByNumber.GetValueOrDefault(footnote) : null;
        var numbered = new NumberedFinding
        {
            Number = number,
            Finding = finding,
            Rule = _rules[finding.Rule],
            Where = Where(finding.Places[0]),
            Links = [],
            Regions = note?.Footnote.Regions ?? [],
            Hit = note is null ? [] : PointedAt(finding, note),
        };
        return numbered with
        {
            Links = [.. finding.Places.Select((place, i) => new PlaceLink(numbered.AnchorOf(i), LinkText(place, i)))],
        };
    }

    private static RegionSet PointedAt(Finding finding, ReadFootnote note) =>
        [
            .. note.List?.Items.Where(item =>
                    finding.Places.Any(place =>
                        IsAbout(place, new Place(note.Note.Block, item.Start, item.End - item.Start))
                    )
                )
                .Select(item => item.Region.Code)
                ?? [],
        ];

    // A place that holds more than the name, such as the whole list, points at no single region.
    private static bool IsAbout(Place place, Place name) =>
        place.Block == name.Block
        && place.Start >= name.Start - 2
        && place.End <= name.End + 2
        && place.End > name.Start;

    private string Where(Place place)
    {
        var page = _report.PageAt(place) is { } number ? $"sida {number}" : "";
        var section = _report.SectionAt(place).Swedish;
        return SwedishText.Capitalized(string.Join(", ", new[] { page, section }.Where(part => part.Length > 0)));
    }

    private string LinkText(Place place, int index) =>
        _report.FootnoteAt(place.Block) is { } note ? $"Fotnot {note.Note.Number}"
        : index == 0 ? "Visa i texten"
        : Where(place) is { Length: > 0 } where ? where
        : "Annat ställe";
}
