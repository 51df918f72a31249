using System.Text;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>
/// Puts lines together to headings, paragraphs, bullets and notes. A sentence that is cut by a page, a note or a blank
/// line is made whole again.
/// </summary>
internal sealed class BlockBuilder
{
    // A line this short without closing punctuation may be a heading of its own.
    private const int ShortLine = 70;

    private readonly List<Draft> _drafts = [];
    private Draft? _open;

    /// <summary>A block on its way.</summary>
    public sealed class Draft
    {
        public required BlockKind Kind { get; init; }
        public required int? Page { get; init; }
        public int Level { get; init; }
        public string Number { get; init; } = "";
        public int? NoteNumber { get; init; }
        public int NoteTextStart { get; init; }
        public StringBuilder Text { get; } = new();
        public List<int> PageBreaks { get; } = [];

        /// <summary>The page of the last line so far.</summary>
        public int? LastPage { get; set; }

        /// <summary>How many lines it was put together from.</summary>
        public int Lines { get; set; }
    }

    /// <summary>The blocks, complete.</summary>
    public IReadOnlyList<Draft> Drafts => _drafts;

    public void Heading(string line, int level, string number, int? page) =>
        Begin(BlockKind.Heading, line.Trim(), page, level, number);

    public void Note(NoteLines.Start start, string line, int? page)
    {
        var draft = new Draft
        {
            Kind = BlockKind.Note,
            Page = page,
            NoteNumber = start.Number,
            NoteTextStart = start.TextStart,
        };
        Append(draft, line, page);
        _drafts.Add(draft);
        _note = draft;
    }

    /// <summary>A further line of the last note.</summary>
    public void NoteContinues(string line, int? page) => Append(_note!, line, page);

    private Draft? _note;

    public void Bullet(string line, int? page) => Begin(BlockKind.Bullet, line, page);

    /// <summary>A line of running text: goes on the open block, or begins a paragraph.</summary>
    public void Line(string line, int? page)
    {
        if (_open is { } open && ((!_gap && open.Kind != BlockKind.Heading) || GoesOn(open, line, page)))
        {
            Append(open, line, page);
        }
        else
        {
            Begin(BlockKind.Paragraph, line, page);
        }

        _gap = false;
    }

    /// <summary>A blank line, a note or a page end stands here.</summary>
    public void Gap() => _gap = true;

    private bool _gap;

    private void Begin(BlockKind kind, string line, int? page, int level = 0, string number = "")
    {
        _open = new Draft
        {
            Kind = kind,
            Page = page,
            Level = level,
            Number = number,
        };
        Append(_open, line, page);
        _drafts.Add(_open);
        _gap = false;
    }

    private static void Append(Draft draft, string line, int? page)
    {
        if (draft.Lines > 0)
        {
            if (draft.LastPage != page)
            {
                draft.PageBreaks.Add(draft.Text.Length + 1);
            }

            draft.Text.Append(' ');
        }

        draft.Text.Append(draft.Lines > 0 ? line.AsSpan().Trim() : line.AsSpan().TrimEnd());
        draft.LastPage = page;
        draft.Lines++;
    }

    private static bool GoesOn(Draft open, string line, int? page)
    {
        var next = line.AsSpan().TrimStart();
        if (open.Kind == BlockKind.Heading)
        {
            return char.IsLower(next[0]) && open.Lines < 3;
        }

        var (last, endsInMark) = LastSign(open.Text);
        if (last is '.' or '!' or '?' or ':' or '”' or '"' or '“' or '…')
        {
            return false;
        }

        if (char.IsLower(next[0]) || last is ',' or '-' or '–')
        {
            return true;
        }

        var isShort = open.Text.Length < ShortLine && open.Lines == 1;
        return open.Kind == BlockKind.Paragraph && open.LastPage != page && !endsInMark && !isShort;
    }

    // The last sign before a mark at the end, if one stands there.
    private static (char Sign, bool EndsInMark) LastSign(StringBuilder text)
    {
        var at = text.Length - 1;
        var marked = false;
        while (at >= 0 && (char.IsDigit(text[at]) || Superscript.Is(text[at]) || text[at] == ' '))
        {
            marked |= text[at] != ' ';
            at--;
        }

        return at < 0 ? (' ', false) : (text[at], marked);
    }
}
