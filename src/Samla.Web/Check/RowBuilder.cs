using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>
/// Lays the report out in rows in one pass over its blocks. A new row begins where the text has caught up with the
/// findings beside it, so that a finding stands close to its words and no hole opens in the text.
/// </summary>
internal sealed class RowBuilder
{
    /// <summary>Six times a long report. Of a longer text only what is marked is shown.</summary>
    private const int MaxCharacters = 2_000_000;

    // Heights on a wide screen, in pixels and roughly: only the balance between the two columns matters.
    private const int LongestRow = 2500;
    private const int LargestHeading = 80;
    private const int CardFrame = 58;
    private const int CardLine = 22;
    private const int CardLineCharacters = 42;
    private const int CardEnd = 28;
    private const int Fold = 48;

    private const int FirstHeadingLevel = 3;
    private const int LastHeadingLevel = 6;

    private readonly PublishedReport _report;
    private readonly List<MarkedPlace>?[] _places;
    private readonly List<NumberedFinding>?[] _findings;
    private readonly Dictionary<int, Note> _notes = [];
    private readonly List<ReportRow> _rows = [];

    private List<ReportBlock> _blocks = [];
    private List<NumberedFinding> _beside = [];
    private int _textHeight;
    private int _findingHeight;
    private int _headingLevel = FirstHeadingLevel - 1;
    private int? _textPage;
    private int? _notesPage;
    private Block? _before;

    public RowBuilder(PublishedReport report, IEnumerable<NumberedFinding> findings)
    {
        _report = report;
        _places = new List<MarkedPlace>?[report.Text.Blocks.Count];
        _findings = new List<NumberedFinding>?[report.Text.Blocks.Count];
        foreach (var note in report.Text.Notes)
        {
            _notes.TryAdd(note.Block, note);
        }

        foreach (var finding in findings)
        {
            Place(finding);
        }
    }

    /// <summary>Whether text without findings is left out.</summary>
    public bool IsAbridged => _report.Text.Source.Characters > MaxCharacters;

    public IReadOnlyList<ReportRow> Build()
    {
        foreach (var block in _report.Text.Blocks)
        {
            if (!IsAbridged || _places[block.Index] is not null || block.Kind is BlockKind.Heading)
            {
                Add(block);
            }
        }

        EndRow();
        return _rows;
    }

    private void Place(NumberedFinding finding)
    {
        (_findings[finding.Finding.Places[0].Block] ??= []).Add(finding);
        foreach (var (index, place) in finding.Finding.Places.Index())
        {
            var whole = InWholeWords(_report.Text.Blocks[place.Block].Text, place);
            (_places[place.Block] ??= []).Add(new MarkedPlace(finding, index, whole));
        }
    }

    // Cut to the text, and out to the ends of its words: a number in the midst of a word cannot be read.
    private static Place InWholeWords(string text, Place place)
    {
        var start = Math.Clamp(place.Start, 0, text.Length);
        var end = Math.Clamp(place.End, start, text.Length);
        while (start < end && IsWithinWord(text, start))
        {
            start--;
        }

        while (end > start && IsWithinWord(text, end))
        {
            end++;
        }

        return new Place(place.Block, start, end - start);
    }

    private static bool IsWithinWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at]);

    private void Add(Block block)
    {
        if (BeginsRow(block))
        {
            EndRow();
        }

        _blocks.Add(Show(block));
        _before = block;
        _textHeight += HeightOf(block);
        foreach (var finding in _findings[block.Index] ?? [])
        {
            _findingHeight += HeightOf(finding);
            _beside.Add(finding);
        }
    }

    private bool BeginsRow(Block block) =>
        _beside.Count > 0 ? _textHeight >= _findingHeight
        : _findings[block.Index] is not null ? _textHeight > LargestHeading
        : _textHeight >= LongestRow;

    private ReportBlock Show(Block block)
    {
        var isNote = block.Kind is BlockKind.Note;
        return new ReportBlock
        {
            Block = block,
            Pieces = PieceCutter.Cut(block, _notes.GetValueOrDefault(block.Index), _places[block.Index] ?? []),
            HeadingLevel = block.Kind is BlockKind.Heading ? NextHeadingLevel(block.Level) : 0,
            PageMark = PageMark(block),
            BeginsNotes = isNote && _before?.Kind is not BlockKind.Note,
            EndsNotes = isNote && Next(block) is not { Kind: BlockKind.Note },
        };
    }

    private Block? Next(Block block) =>
        block.Index + 1 < _report.Text.Blocks.Count ? _report.Text.Blocks[block.Index + 1] : null;

    // A sentence may run on to the next page, past the notes of its own; those then say where they belong.
    private string? PageMark(Block block)
    {
        if (block.Page is not { } page)
        {
            return null;
        }

        var isOnPage = page == _textPage || (block.Kind is BlockKind.Note && page == _notesPage);
        var isLate = block.Kind is BlockKind.Note && page < _textPage;
        var last = page + block.PageBreaks.Count;
        if (isLate)
        {
            _notesPage = last;
        }
        else
        {
            _textPage = last;
        }

        return isOnPage ? null
            : isLate ? $"noter till sida {page}"
            : $"sida {page}";
    }

    private int NextHeadingLevel(int level) =>
        _headingLevel = Math.Clamp(
            level + FirstHeadingLevel - 1,
            FirstHeadingLevel,
            Math.Min(_headingLevel + 1, LastHeadingLevel)
        );

    private void EndRow()
    {
        if (_blocks.Count > 0)
        {
            _rows.Add(new ReportRow(_blocks, [.. _beside.Where(f => !f.IsForm)], [.. _beside.Where(f => f.IsForm)]));
        }

        (_blocks, _beside, _textHeight, _findingHeight) = ([], [], 0, 0);
    }

    private static int HeightOf(Block block) =>
        block.Kind switch
        {
            BlockKind.Note => 4 + (23 * Lines(block.Text.Length, 98)),
            BlockKind.Heading => 40 + (30 * Lines(block.Text.Length, 52)),
            _ => 13 + (28 * Lines(block.Text.Length, 78)),
        };

    private int HeightOf(NumberedFinding finding) =>
        finding.IsForm ? (_beside.Exists(f => f.IsForm) ? 0 : Fold) : HeightOfCard(finding);

    private static int HeightOfCard(NumberedFinding finding) =>
        CardFrame
        + CardText(finding.Finding.Message.Length)
        + CardText(finding.Finding.Suggestion is { } suggestion ? "Förslag: ".Length + suggestion.Length : 0)
        + (finding.Regions.IsEmpty ? 0 : CardEnd)
        + (finding.Ends is [_] ? CardEnd : finding.Ends.Sum(HeightOf));

    private static int HeightOf(FindingEnd end) => CardEnd + CardText(end.Words.Sum(words => words.Text.Length));

    private static int CardText(int characters) => CardLine * Lines(characters, CardLineCharacters);

    private static int Lines(int characters, int perLine) => (characters + perLine - 1) / perLine;
}
