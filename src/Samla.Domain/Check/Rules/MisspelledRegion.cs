using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A word in a list, or in the text where a region's name could stand, is nearly a region's name and is none.</summary>
public sealed class MisspelledRegion : IRule
{
    // In running text, where any word can stand, one letter in five may differ.
    private const int LettersForOneInText = 5;

    // A word that stands this often, and not only for every tenth of the region's name, is a name of its own.
    private const int OftenEnough = 3;
    private const int TimesRarer = 10;

    // Real names that are one letter from a region's.
    private static readonly HashSet<string> OtherNames =
    [
        "holland",
        "götaland",
        "österbotten",
        "småland",
        "jämtlands",
        "dalarö",
        "kalmarsund",
        "dalälven",
    ];

    public string Name => "misspelled-region";

    public string Title => "Felstavad region";

    public IEnumerable<Finding> Judge(PublishedReport report) => InLists(report).Concat(InText(report));

    private IEnumerable<Finding> InLists(PublishedReport report)
    {
        foreach (var footnote in report.Footnotes.Where(footnote => footnote.List is not null))
        {
            foreach (var item in footnote.List!.Items.Where(item => item.Misspelled))
            {
                yield return Misspelled(
                    report,
                    new Place(footnote.Note.Block, item.Start, item.End - item.Start),
                    item.Region
                ) with
                {
                    Footnote = footnote.Footnote.Number,
                };
            }
        }
    }

    private IEnumerable<Finding> InText(PublishedReport report)
    {
        var frequency = report
            .Words.SelectMany(words => words)
            .Where(word => word.IsWord)
            .CountBy(word => word.Lower)
            .ToDictionary();
        foreach (var block in report.Text.Blocks)
        {
            var words = report.Words[block.Index];
            var list = report.FootnoteAt(block.Index)?.List;
            for (var at = 0; at < words.Count; at++)
            {
                if (!words[at].IsWord || words[at].Length < 4 || !char.IsUpper(block.Text[words[at].Start]))
                {
                    continue;
                }

                if (RegionNames.At(block.Text, words, at) is { } match && !Likeness.IsHalfName(words, at, match))
                {
                    at += match.Words - 1;
                }
                else if (
                    !(words[at].Start >= list?.Start && words[at].Start < list.End)
                    && NearName(words, at) is { } near
                    && IsRare(frequency, words, at, near)
                )
                {
                    var place = new Place(
                        block.Index,
                        words[at].Start,
                        words[at + near.Words - 1].End - words[at].Start
                    );
                    yield return Misspelled(report, place, near.Region) with
                    {
                        Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
                    };
                    at += near.Words - 1;
                }
            }
        }
    }

    private Finding Misspelled(PublishedReport report, Place place, Region region) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Error,
            Message = $"”{report.TextOf(place)}” är ingen region. Det ska troligen stå {region.Name}.",
            Places = [place],
            Suggestion = region.Name,
        };

    private static Likeness.Near? NearName(IReadOnlyList<Word> words, int at)
    {
        var word = words[at].Lower;
        if (OtherNames.Contains(word) || OtherNames.Contains(word.TrimEnd('s')))
        {
            return null;
        }

        var near = Likeness.Region(words, at, LettersForOneInText);
        return near is not null && (near.Distance == 1 || Fold(near.Region.Name[0]) == Fold(word[0])) ? near : null;
    }

    private static bool IsRare(Dictionary<string, int> frequency, IReadOnlyList<Word> words, int at, Likeness.Near near)
    {
        var own = Enumerable.Range(at, near.Words).Min(word => frequency[words[word].Lower]);
        var name = near.Region.Name.Split(' ')[^1].ToLowerInvariant();
        return own < OftenEnough || own * TimesRarer < frequency.GetValueOrDefault(name);
    }

    private static char Fold(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'å' or 'ä' => 'a',
            'ö' => 'o',
            var other => other,
        };
}
