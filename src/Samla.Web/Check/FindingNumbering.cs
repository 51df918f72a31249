using Samla.Domain;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>Gives each finding its number, and words for where it is.</summary>
internal sealed class FindingNumbering
{
    private readonly PublishedReport _report;
    private readonly Dictionary<string, int> _rules;
    private readonly Dictionary<int, ReadFootnote> _noteByBlock = [];
    private readonly Dictionary<int, ReadFootnote> _noteByNumber = [];
    private readonly Section?[] _sectionByBlock;

    private FindingNumbering(PublishedReport report, IReadOnlyList<RuleCount> rules)
    {
        _report = report;
        _rules = rules.Index().ToDictionary(r => r.Item.Rule, r => r.Index, StringComparer.Ordinal);
        _sectionByBlock = SectionByBlock(report);
        foreach (var footnote in report.Footnotes)
        {
            _noteByBlock.TryAdd(footnote.Note.Block, footnote);
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
            .. note
                .Names.Where(name => finding.Places.Any(place => IsAbout(place, name.Place)))
                .Select(name => name.Region),
        ];

    // A place that holds more than the name, such as the whole list, points at no single region.
    private static bool IsAbout(Place place, Place name) =>
        place.Block == name.Block
        && place.Start >= name.Start - 2
        && place.End <= name.End + 2
        && place.End > name.Start;

    private string Where(Place place)
    {
        var page = _report.Text.Blocks[place.Block].Page is { } number ? $"sida {number}" : "";
        var section = SectionOf(place) is { Number: { Length: > 0 } name } ? $"avsnitt {name}" : "";
        return SwedishText.Capitalized(string.Join(", ", new[] { page, section }.Where(part => part.Length > 0)));
    }

    private string LinkText(Place place, int index) =>
        _noteByBlock.TryGetValue(place.Block, out var note) ? $"Fotnot {note.Note.Number}"
        : index == 0 ? "Visa i texten"
        : Where(place) is { Length: > 0 } where ? where
        : "Annat ställe";

    private Section? SectionOf(Place place) =>
        _noteByBlock.TryGetValue(place.Block, out var note) ? note.Section : _sectionByBlock[place.Block];

    private static Section?[] SectionByBlock(PublishedReport report)
    {
        var sections = new Section?[report.Text.Blocks.Count];
        var next = 0;
        for (var block = 0; block < sections.Length; block++)
        {
            while (next < report.Sections.Count && report.Sections[next].Block <= block)
            {
                next++;
            }

            sections[block] = next > 0 ? report.Sections[next - 1] : null;
        }

        return sections;
    }
}
