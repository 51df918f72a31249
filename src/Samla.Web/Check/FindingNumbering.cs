using Samla.Domain;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>Gives each finding its number, and words for where it is.</summary>
internal sealed class FindingNumbering
{
    private readonly PublishedReport _report;
    private readonly Dictionary<string, int> _rules;
    private readonly Dictionary<int, ReadFootnote> _noteByNumber = [];
    private readonly Quoter _quoter;

    private FindingNumbering(PublishedReport report, IReadOnlyList<RuleCount> rules)
    {
        _report = report;
        _quoter = new Quoter(report);
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
            Ends = [],
            Regions = note?.Footnote.Regions ?? [],
            Hit = note is null ? [] : PointedAt(finding, note),
        };
        return numbered with
        {
            Ends =
            [
                .. finding
                    .Places.Index()
                    .GroupBy(place => place.Item.Block)
                    .Select(block =>
                        End(numbered.AnchorOf(block.First().Index), [.. block.Select(p => p.Item)], finding)
                    ),
            ],
        };
    }

    private FindingEnd End(string anchor, IReadOnlyList<Place> places, Finding finding)
    {
        var isBeside = places[0].Block == finding.Places[0].Block;
        var footnote = _report.FootnoteAt(places[0].Block)?.Note.Number;
        var label =
            footnote is { } number ? $"Fotnot {number}"
            : isBeside ? "Visa i texten"
            : Where(places[0]) is { Length: > 0 } where ? where
            : "Annat ställe";
        return new FindingEnd(anchor, label, footnote, isBeside ? _quoter.Words(places) : _quoter.Passage(places));
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
}
