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

    private const int LongestRow = 90;
    private const int LinesOfHeading = 2;
    private const int LinesOfFold = 2;
    private const int FirstHeadingLevel = 3;
    private const int LastHeadingLevel = 6;

    private readonly PublishedReport _report;
    private readonly List<MarkedPlace>?[] _places;
    private readonly List<NumberedFinding>?[] _findings;
    private readonly Dictionary<int, Note> _notes = [];
    private readonly List<ReportRow> _rows = [];

    private List<ReportBlock> _blocks = [];
    private List<NumberedFinding> _beside = [];
    private int _textLines;
    private int _findingLines;
    private int _headingLevel = FirstHeadingLevel - 1;
    private int? _page;
    private bool _inNotes;

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
            var length = _report.Text.Blocks[place.Block].Text.Length;
            var start = Math.Clamp(place.Start, 0, length);
            var cut = new Place(place.Block, start, Math.Clamp(place.Length, 0, length - start));
            (_places[place.Block] ??= []).Add(new MarkedPlace(finding, index, cut));
        }
    }

    private void Add(Block block)
    {
        if (BeginsRow(block))
        {
            EndRow();
        }

        _blocks.Add(Show(block));
        _textLines += LinesOf(block);
        foreach (var finding in _findings[block.Index] ?? [])
        {
            _findingLines += LinesOf(finding);
            _beside.Add(finding);
        }
    }

    private bool BeginsRow(Block block) =>
        _beside.Count > 0 ? _textLines >= _findingLines
        : _findings[block.Index] is not null ? _textLines > LinesOfHeading
        : _textLines >= LongestRow;

    private ReportBlock Show(Block block)
    {
        var isNote = block.Kind is BlockKind.Note;
        var shown = new ReportBlock
        {
            Block = block,
            Pieces = PieceCutter.Cut(block, _notes.GetValueOrDefault(block.Index), _places[block.Index] ?? []),
            HeadingLevel = block.Kind is BlockKind.Heading ? NextHeadingLevel(block.Level) : 0,
            PageBegins = block.Page == _page ? null : block.Page,
            BeginsNotes = isNote && !_inNotes,
        };
        _page = block.Page + block.PageBreaks.Count;
        _inNotes = isNote;
        return shown;
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

        (_blocks, _beside, _textLines, _findingLines) = ([], [], 0, 0);
    }

    // How many lines a thing takes on a wide screen, roughly: only the balance between the two columns matters.
    private static int LinesOf(Block block) => 1 + (block.Text.Length / (block.Kind is BlockKind.Note ? 95 : 75));

    private int LinesOf(NumberedFinding finding) =>
        finding.IsForm
            ? (_beside.Exists(f => f.IsForm) ? 0 : LinesOfFold)
            : 4 + (finding.Finding.Message.Length / 45) + (finding.Regions.IsEmpty ? 0 : 1);
}
