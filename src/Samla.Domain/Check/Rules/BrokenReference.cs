using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Domain.Check.Rules;

/// <summary>A reference to a section, note or appendix that is not there, or that has another title.</summary>
public sealed partial class BrokenReference : IRule
{
    public string Name => "broken-reference";

    public string Title => "Hänvisning som inte stämmer";

    /// <summary>What a reference can lead to.</summary>
    private sealed record Targets(
        Dictionary<string, Section> Sections,
        HashSet<int> Appendices,
        HashSet<int> Tables,
        HashSet<int> Figures,
        int LastNote
    );

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var sections = report
            .Sections.Where(section => char.IsAsciiDigit(section.Number.FirstOrDefault()))
            .DistinctBy(section => section.Number)
            .ToDictionary(section => section.Number);
        var lastNote = report.Text.Notes.Select(note => note.Number).DefaultIfEmpty().Max();
        var targets = new Targets(
            sections,
            Appendices(report),
            Captions(report, TableCaption()),
            Captions(report, FigureCaption()),
            lastNote
        );
        return report
            .Text.Blocks.Where(block => block.Kind != BlockKind.Heading)
            .SelectMany(block => InBlock(report, block, targets));
    }

    private List<Finding> InBlock(PublishedReport report, Block block, Targets targets)
    {
        var text = Masked(block);
        var found = new List<Finding>();
        if (targets.Sections.Count > 1)
        {
            found.AddRange(ToSections(report, block, text, targets.Sections));
            if (ContentsEntry(report, block, text, targets.Sections) is { } entry)
            {
                found.Add(entry);
            }
        }

        // Without any appendix, table, figure or note the report leaves them to another file.
        if (targets.Appendices.Count > 0)
        {
            found.AddRange(
                Missing(report, block, AppendixReference().Matches(text), "bilaga", targets.Appendices.Contains)
            );
        }

        if (targets.Tables.Count > 0)
        {
            found.AddRange(Missing(report, block, TableReference().Matches(text), "tabell", targets.Tables.Contains));
        }

        if (targets.Figures.Count > 0)
        {
            found.AddRange(Missing(report, block, FigureReference().Matches(text), "figur", targets.Figures.Contains));
        }

        if (targets.LastNote > 0)
        {
            found.AddRange(
                Missing(report, block, NoteReference().Matches(text), "fotnot", number => number <= targets.LastNote)
            );
        }

        return found;
    }

    private IEnumerable<Finding> Missing(
        PublishedReport report,
        Block block,
        MatchCollection references,
        string what,
        Func<int, bool> exists
    ) =>
        references
            .Select(reference => (reference, number: Number(reference)))
            .Where(pair => !exists(pair.number))
            .Select(pair =>
                New(
                    report,
                    block,
                    pair.reference.Index,
                    pair.reference.Length,
                    $"Det finns ingen {what} {pair.number}."
                )
            );

    private static int Number(Match reference) =>
        int.Parse(reference.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    // The text with marks as blanks, so that offsets stay and "kapitel 341" is not read out of "kapitel 3" and a mark.
    private static string Masked(Block block)
    {
        if (block.Marks.Count == 0)
        {
            return block.Text;
        }

        var masked = block.Text.ToCharArray();
        foreach (var mark in block.Marks)
        {
            masked.AsSpan(mark.Start, mark.Length).Fill(' ');
        }

        return new string(masked);
    }

    private IEnumerable<Finding> ToSections(
        PublishedReport report,
        Block block,
        string text,
        Dictionary<string, Section> sections
    )
    {
        foreach (Match match in SectionReference().Matches(text))
        {
            if (IsElsewhere(text, match.Index + match.Length))
            {
                continue;
            }

            foreach (Capture capture in match.Groups["number"].Captures)
            {
                var number = Numeral.Read(capture.ValueSpan) is { } word
                    ? word.ToString(CultureInfo.InvariantCulture)
                    : capture.Value;
                if (!sections.TryGetValue(number, out var section))
                {
                    yield return New(
                        report,
                        block,
                        capture.Index,
                        capture.Length,
                        $"Det finns inget avsnitt {number}."
                    );
                }
                else if (OtherTitle(text, capture.Index + capture.Length, section, sections.Values) is { } title)
                {
                    yield return New(
                        report,
                        block,
                        capture.Index,
                        capture.Length + 1 + title.Length,
                        $"Avsnitt {number} heter ”{section.Title}”, inte ”{title}”."
                    ) with
                    {
                        Suggestion = section.Title,
                    };
                }
            }
        }
    }

    // "kapitel 2 i budgetpropositionen" is not of this report.
    private static bool IsElsewhere(string text, int end) =>
        text.AsSpan(end).TrimStart().StartsWith("i ", StringComparison.Ordinal)
        && !text.AsSpan(end).TrimStart().StartsWith("i denna", StringComparison.Ordinal);

    // What follows the number begins with a capital and is not the section's title.
    private static string? OtherTitle(string text, int end, Section section, IEnumerable<Section> all)
    {
        var rest = text[end..].TrimStart('.');
        if (rest.Length < 3 || rest[0] != ' ' || !char.IsUpper(rest[1]))
        {
            return null;
        }

        rest = rest[1..];
        var title = Plain(section.Title);
        if (Plain(rest).StartsWith(title, StringComparison.Ordinal))
        {
            return null;
        }

        if (
            all.FirstOrDefault(other =>
                other != section
                && other.Title.Length > 5
                && Plain(rest).StartsWith(Plain(other.Title), StringComparison.Ordinal)
            ) is
            { } cites
        )
        {
            return cites.Title;
        }

        var stop = rest.IndexOfAny([',', '.', ';', ')']);
        var cited = (stop < 0 ? rest : rest[..stop]).Trim();
        var joined = TitleEnd().Match(cited);
        cited = joined.Success ? cited[..joined.Index] : cited;
        // A shortened title is no wrong one, and what shares no word with it is the sentence going on.
        return title.StartsWith(Plain(cited), StringComparison.Ordinal) || !SharesWord(cited, section.Title)
            ? null
            : cited;
    }

    private static bool SharesWord(string a, string b)
    {
        var words = b.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 4)
            .Select(word => word.Trim(',').ToLowerInvariant())
            .ToHashSet();
        return a.Split(' ').Any(word => words.Contains(word.Trim(',').ToLowerInvariant()));
    }

    // An entry in the report's own list of contents that gives a section another title than its heading.
    private Finding? ContentsEntry(
        PublishedReport report,
        Block block,
        string text,
        Dictionary<string, Section> sections
    )
    {
        if (
            block.Kind == BlockKind.Note
            || ContentsLine().Match(text) is not { Success: true } match
            || !sections.TryGetValue(match.Groups[1].Value, out var section)
        )
        {
            return null;
        }

        var title = match.Groups[2].Value.Trim();
        return Plain(title) == Plain(section.Title) || !SharesWord(title, section.Title)
            ? null
            : New(
                report,
                block,
                match.Groups[2].Index,
                match.Groups[2].Length,
                $"I innehållsförteckningen heter avsnitt {section.Number} ”{title}”, men rubriken är ”{section.Title}”."
            ) with
            {
                Suggestion = section.Title,
            };
    }

    private static string Plain(string title) =>
        string.Join(' ', title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    // The appendices that the report introduces with a title: "Bilaga 1. Mall för …".
    private static HashSet<int> Appendices(PublishedReport report) =>
        [.. report.Text.Blocks.SelectMany(block => AppendixTitle().Matches(block.Text)).Select(Number)];

    // The numbers of captions: blocks that begin "Tabell 3. Insatser …".
    private static HashSet<int> Captions(PublishedReport report, Regex caption) =>
        [.. report.Text.Blocks.Select(block => caption.Match(block.Text)).Where(match => match.Success).Select(Number)];

    private Finding New(PublishedReport report, Block block, int start, int length, string message) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message = message,
            Places = [new Place(block.Index, start, Math.Min(length, block.Text.Length - start))],
            Footnote = report.FootnoteAt(block.Index)?.Footnote.Number,
        };

    // "4 kap. 7 §" is of a law.
    [GeneratedRegex(
        @"\b(?<!\d )(?:[Aa]vsnitte?[nt]?|[Kk]apite?l(?:en|let)?|[Kk]ap\.) (?<number>\d{1,2}(?:\.\d{1,2})*|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b(?:(?:–|-| och |, | samt )(?<number>\d{1,2}(?:\.\d{1,2})*)\b)*(?:[^.;]{0,80}?(?:, | och | samt )(?<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)\b)*"
    )]
    private static partial Regex SectionReference();

    [GeneratedRegex(@"\b(?:och|samt)\s+(?:\d|kapitel|avsnitt)")]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"\b[Bb]ilaga (\d{1,2})\b")]
    private static partial Regex AppendixReference();

    [GeneratedRegex(@"^\W{0,3}Tabell (\d{1,3})\b[.:]?\s+\p{Lu}")]
    private static partial Regex TableCaption();

    [GeneratedRegex(@"^\W{0,3}(?:Figur|Diagram) (\d{1,3})\b[.:]?\s+\p{Lu}")]
    private static partial Regex FigureCaption();

    // A table of an appendix is not of the report's own row.
    [GeneratedRegex(@"\b[Tt]abell (\d{1,3})\b(?!,? (?:i )?bilaga)")]
    private static partial Regex TableReference();

    [GeneratedRegex(@"\b(?:[Ff]igur|[Dd]iagram) (\d{1,3})\b(?!,? (?:i )?bilaga)")]
    private static partial Regex FigureReference();

    [GeneratedRegex(@"\bBilaga (\d{1,2})[.:]? \p{Lu}")]
    private static partial Regex AppendixTitle();

    [GeneratedRegex(@"\b(?:[Ff]otnot|[Nn]ot) (\d{1,4})\b")]
    private static partial Regex NoteReference();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2})*)\s+(\p{Lu}[^.]{3,140}?)(?:\.{2,}.*|\s+\d{1,3})?\s*$")]
    private static partial Regex ContentsLine();
}
