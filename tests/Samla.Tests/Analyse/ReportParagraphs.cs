using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Tests.Analyse;

/// <summary>A paragraph of the national compilation, with the chapter and the numbered section it stands in.</summary>
/// <param name="Name">What the chapter is called.</param>
public sealed record ReportParagraph(string Text, string Chapter, string Section, string Name);

/// <summary>
/// Reads the body of the national compilation as paragraphs for the learner's measure. Headings, notes, page numbers and
/// blocks of fewer than <see cref="FewestWords"/> words are left out, so that no heading gives a chapter away.
/// </summary>
public sealed partial class ReportParagraphs
{
    /// <summary>A shorter block is a heading, a lead-in to a list or a bare list item.</summary>
    private const int FewestWords = 12;

    /// <summary>The chapters before this one introduce and sum up the others.</summary>
    private const int FirstChapter = 3;

    private readonly List<ReportParagraph> _paragraphs = [];
    private readonly List<string> _lines = [];
    private int _chapter = FirstChapter - 2;
    private string _section = "";
    private string _name = "";
    private bool _inHeading;
    private bool _brokenByPage;

    private ReportParagraphs() { }

    /// <param name="text">The report as it was extracted from its PDF: wrapped lines, notes at the foot of each page.</param>
    public static IReadOnlyList<ReportParagraph> Read(string text)
    {
        var reader = new ReportParagraphs();
        foreach (var page in Pages(text))
        {
            reader.ReadPage(page);
        }

        return [.. reader._paragraphs.Where(p => Word().Count(p.Text) >= FewestWords)];
    }

    /// <summary>A page begins at a line indented by one space, or after a line that is its number alone.</summary>
    private static List<List<string>> Pages(string text)
    {
        List<List<string>> pages =
        [
            [],
        ];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var numberAlone = PageNumber().IsMatch(line);
            if (numberAlone || IndentedByOne().IsMatch(line))
            {
                pages.Add([]);
            }

            if (!numberAlone)
            {
                pages[^1].Add(line);
            }
        }

        return pages;
    }

    private void ReadPage(List<string> page)
    {
        var first = true;
        foreach (var line in WithoutNotes(page).Select(l => l.Trim()))
        {
            if (line == "")
            {
                EndParagraph();
            }
            else if (!BeginsSection(line, first))
            {
                ReadText(line);
            }

            first &= line == "";
        }

        EndParagraph();
        _brokenByPage = true;
    }

    /// <summary>Two lines of a single space stand above the notes, which go on to the end of the page.</summary>
    private static IEnumerable<string> WithoutNotes(List<string> page)
    {
        var notes = Enumerable.Range(0, Math.Max(0, page.Count - 1)).Where(i => page[i] == " " && page[i + 1] == " ");
        return page.Take(notes.FirstOrDefault(page.Count));
    }

    /// <summary>A chapter's heading is first on its page and next in order; a section's has the chapter's number.</summary>
    private bool BeginsSection(string line, bool firstOnPage)
    {
        if (line.StartsWith("Sammanfattning – ", StringComparison.Ordinal))
        {
            // No section of its own: it repeats the analysis it follows, and must be tested together with it.
            EndParagraph();
            _inHeading = true;
            return true;
        }

        if (NumberedHeading().Match(line) is not { Success: true } heading)
        {
            return false;
        }

        var number = heading.Groups["number"].Value;
        var chapter = int.Parse(number.Split('.')[0], CultureInfo.InvariantCulture);
        var fits = number.Contains('.', StringComparison.Ordinal)
            ? chapter == _chapter
            : firstOnPage && chapter == _chapter + 1;
        if (fits)
        {
            EndParagraph();
            (_chapter, _section, _inHeading) = (chapter, number, true);
            _name = number.Contains('.', StringComparison.Ordinal) ? _name : line[number.Length..].Trim();
        }

        return fits;
    }

    private void ReadText(string line)
    {
        if (_inHeading && char.IsLower(line[0]))
        {
            // the heading's next line
            _name = _section.Contains('.', StringComparison.Ordinal) ? _name : $"{_name} {line}";
            return;
        }

        _inHeading = false;
        if (line[0] == '◤')
        {
            EndParagraph();
        }

        _lines.Add(line);
    }

    private void EndParagraph()
    {
        if (_lines.Count == 0)
        {
            return;
        }

        var text = NoteMark().Replace(string.Join(' ', _lines), "").TrimStart('◤', ' ');
        var bullet = _lines[0][0] == '◤';
        _lines.Clear();
        if (_chapter < FirstChapter)
        {
            return;
        }

        var chapter = _chapter.ToString(CultureInfo.InvariantCulture);
        if (!bullet && _paragraphs is [.., var last] && last.Section == _section && GoesOn(last.Text, text))
        {
            _paragraphs[^1] = last with { Text = $"{last.Text} {text}" };
        }
        else
        {
            _paragraphs.Add(new(text, chapter, _section, _name));
        }

        _brokenByPage = false;
    }

    /// <summary>The extraction sets a blank line after a note mark and at a page's end, also in the middle of a sentence.</summary>
    private bool GoesOn(string before, string next) =>
        !".:;?!”)".Contains(before[^1], StringComparison.Ordinal) && (_brokenByPage || char.IsLower(next[0]));

    [GeneratedRegex(@"^ \S")]
    private static partial Regex IndentedByOne();

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?<number>\d{1,2}(\.\d+)*) +\p{Lu}")]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"(?<=\p{L}[.,”)]?)\d{1,3}(?!\d)|(?<=\b20\d\d\.)\d{2,3}(?!\d)")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
