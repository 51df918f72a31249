using System.Text;
using System.Xml.Linq;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>
/// Reads the text of a Word file in reading order, as it is when all tracked changes are accepted, and keeps apart what
/// stands in each field and what stands outside.
/// </summary>
internal sealed class WordReader
{
    /// <summary>Null for a file that is no reporter's and has no fields.</summary>
    private readonly WordStamp? _stamp;

    private readonly WordStyleNames _styles;
    private readonly Dictionary<string, (Key<Requirement> Requirement, bool IsRows)> _starts;
    private readonly Stack<FieldInFile> _open = [];
    private readonly FieldCodes _codes = new();
    private readonly List<(FieldInFile? Field, StringBuilder Text)> _pieces = [];
    private readonly List<XElement> _boxes = [];
    private readonly Dictionary<(Key<Requirement> Requirement, bool IsRows), FieldInFile> _shared = [];

    /// <summary>Whether fields are found by the marks around them, since the program that saved the file kept no others.</summary>
    private readonly bool _isByMarks;

    private List<WordLine> _lines = [];
    private FieldInFile? _marked;
    private string _heading = "";
    private Key<Requirement>? _near;
    private bool _skipsFields;

    /// <param name="stamp">Null for a file that has no fields.</param>
    public WordReader(WordParts parts, WordStamp? stamp = null)
    {
        _stamp = stamp;
        _styles = new WordStyleNames(parts.Styles);
        _starts = (stamp?.Answers.Keys ?? [])
            .Select(id => Key<Requirement>.TryParse(id, null, out var key) ? key : null)
            .OfType<Key<Requirement>>()
            .SelectMany(id =>
                new[]
                {
                    (Mark: WordField.StartOf(id), Field: (id, IsRows: false)),
                    (Mark: WordField.RowsStartOf(id), Field: (id, IsRows: true)),
                }
            )
            .ToDictionary(start => start.Mark, start => start.Field, StringComparer.Ordinal);
        _isByMarks =
            parts.IsFromLibreOffice
            || !parts.Body.Descendants().Any(element => element.IsWord("sdt") && FieldOf(element) is not null);
    }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<WordLine> Lines => _lines;

    /// <summary>All that are there, those without a line too.</summary>
    public List<FieldInFile> Fields { get; } = [];

    /// <summary>Footnotes, endnotes and comments that are referred to, where they are.</summary>
    public List<(string Part, string Id, string Heading, Key<Requirement>? Near)> Notes { get; } = [];

    /// <summary>The headings under which there are pictures or other things without text.</summary>
    public List<string> Pictures { get; } = [];

    /// <summary>Whether somebody's changes were still waiting to be accepted.</summary>
    public bool IsTracked { get; private set; }

    public static WordReader Read(WordParts parts, WordStamp stamp)
    {
        var reader = new WordReader(parts, stamp);
        reader.Blocks(parts.Body.Elements());
        reader.EndLine(isItem: false);
        return reader;
    }

    /// <summary>The lines of a part beside the main text: a note, a comment, a header.</summary>
    /// <param name="skipsFields">Whether what Word works out by itself, such as page numbers, is left out.</param>
    public IReadOnlyList<WordLine> ReadBeside(XElement part, bool skipsFields = false) =>
        ReadBeside(part.Elements(), skipsFields);

    /// <summary>The lines of some paragraphs and tables by themselves.</summary>
    public IReadOnlyList<WordLine> ReadBeside(IEnumerable<XElement> blocks, bool skipsFields = false)
    {
        var before = _lines;
        (_lines, _skipsFields, _marked) = ([], skipsFields, null);
        Blocks(blocks);
        EndLine(isItem: false);
        var read = _lines;
        (_lines, _skipsFields) = (before, false);
        return read;
    }

    // ---- Paragraphs, tables and what holds them ----

    private void Blocks(IEnumerable<XElement> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block.WordName)
            {
                case "p":
                    Paragraph(block);
                    break;
                case "tbl":
                    Rows(block, block);
                    break;
                case "sdt":
                    Within(block, content => Blocks(content.Elements()));
                    break;
                case "bookmarkStart":
                    EndAt(block);
                    StartAt(block);
                    break;
                case "customXml" or "smartTag" or "ins" or "moveTo":
                    IsTracked |= block.IsWord("ins") || block.IsWord("moveTo");
                    Blocks(block.Elements());
                    break;
                case "del" or "moveFrom":
                    IsTracked = true;
                    break;
                case "altChunk":
                    Pictures.Add(_heading);
                    break;
                default:
                    Blocks(block.Alternative());
                    break;
            }
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var isHeading = _styles.IsHeading(properties);
        var marks = paragraph.Descendants().Where(element => element.IsWord("bookmarkStart")).ToList();
        marks.ForEach(EndAt);
        if (isHeading)
        {
            BeginHeading(paragraph);
        }

        Inlines(paragraph.Elements());
        marks.ForEach(StartAt);
        if (EndIsGone(paragraph))
        {
            IsTracked = true;
            return;
        }

        IsTracked |= HasMark(properties, "ins") || HasMark(properties, "moveTo");
        EndLine(!isHeading && _styles.IsItem(properties));
    }

    private void BeginHeading(XElement paragraph)
    {
        var text = string.Concat(paragraph.Descendants().Where(e => e.IsWord("t")).Select(e => e.Value)).Trim();
        if (text.Length > 0 && _open.Count == 0)
        {
            _heading = text;
        }

        if (_stamp?.IsOwn(text) == true)
        {
            _marked = null; // whatever happened to the mark at the field's end
        }
    }

    /// <summary>Whether the end of a paragraph is taken away: the next goes on in the same line.</summary>
    public static bool EndIsGone(XElement paragraph) =>
        HasMark(paragraph.Child("pPr"), "del") || HasMark(paragraph.Child("pPr"), "moveFrom");

    private static bool HasMark(XElement? properties, string change) =>
        properties?.Child("rPr")?.Child(change) is not null;

    private void EndLine(bool isItem)
    {
        if (_pieces.Count == 0 && Current is not null)
        {
            _pieces.Add((Current, new StringBuilder()));
        }

        foreach (var (index, (field, text)) in _pieces.Index())
        {
            _lines.Add(new WordLine(text.ToString(), field, isItem && index == 0, null, _heading, _near));
        }

        _pieces.Clear();
        if (_boxes.Count > 0)
        {
            XElement[] boxes = [.. _boxes];
            _boxes.Clear();
            Array.ForEach(boxes, box => Blocks(box.Elements()));
        }
    }

    private void Rows(XElement container, XElement table)
    {
        foreach (var element in container.Elements())
        {
            switch (element.WordName)
            {
                case "tr" when element.Child("trPr")?.Child("del") is not null:
                    IsTracked = true;
                    break;
                case "tr":
                    IsTracked |= element.Child("trPr")?.Child("ins") is not null;
                    Row(element, table);
                    break;
                case "sdt":
                    Within(element, content => Rows(content, table));
                    break;
                case "customXml" or "ins" or "moveTo":
                    Rows(element, table);
                    break;
                case "bookmarkStart":
                    EndAt(element);
                    StartAt(element);
                    break;
            }
        }
    }

    /// <summary>In a field a row is one line with tabs between its cells; outside, each paragraph is a line.</summary>
    private void Row(XElement row, XElement table)
    {
        var field = Current;
        var before = _lines;
        var cells = new List<string>();
        var others = new List<WordLine>();
        Cells(
            row,
            cell =>
            {
                _lines = [];
                Blocks(cell.Elements());
                EndLineIfBegun();
                if (field is null)
                {
                    others.AddRange(_lines);
                    return;
                }

                others.AddRange(_lines.Where(line => line.Field != field));
                var text = string.Join('\n', _lines.Where(line => line.Field == field).Select(line => line.Written))
                    .Trim();
                if (text.Length > 0 || !field.IsRows || !IsOfCellAbove(cell))
                {
                    cells.Add(text);
                }
            }
        );
        _lines = before;
        if (field is not null)
        {
            _lines.Add(
                new WordLine(string.Join('\t', cells).TrimEnd(), field, IsItem: false, table, _heading, _near)
                {
                    Cells = field.IsRows ? cells : null,
                    Row = field.IsRows ? RowOf(row) : null,
                }
            );
        }

        _lines.AddRange(others);
    }

    private static bool IsOfCellAbove(XElement cell) =>
        cell.Child("tcPr")?.Child("vMerge") is { } merged && merged.Value("val") is null or "continue";

    private static Guid? RowOf(XElement row) =>
        row.Descendants()
            .Where(element => element.IsWord("bookmarkStart"))
            .Select(mark => RowsTable.RowOf(mark.Value("name")))
            .FirstOrDefault(id => id is not null);

    private void EndLineIfBegun()
    {
        if (_pieces.Count > 0)
        {
            EndLine(isItem: false);
        }
    }

    private void Cells(XElement container, Action<XElement> read)
    {
        foreach (var element in container.Elements())
        {
            switch (element.WordName)
            {
                case "tc" when element.Child("tcPr")?.Child("cellDel") is not null:
                    IsTracked = true;
                    break;
                case "tc":
                    read(element);
                    break;
                case "sdt":
                    Within(element, content => Cells(content, read));
                    break;
                case "customXml":
                    Cells(element, read);
                    break;
            }
        }
    }

    // ---- Fields ----

    private FieldInFile? Current =>
        _open.TryPeek(out var innermost) ? innermost
        : _isByMarks ? _marked
        : null;

    /// <summary>Reads what a content control holds, as a field's if it is one.</summary>
    private void Within(XElement control, Action<XElement> read)
    {
        var field = FieldOf(control);
        if (field is { } own)
        {
            _open.Push(Open(own));
        }

        if (control.Child("sdtContent") is { } content)
        {
            read(content);
        }

        if (field is not null)
        {
            _open.Pop();
        }
    }

    private FieldInFile Open((Key<Requirement> Requirement, bool IsRows) what)
    {
        _near = what.Requirement;
        // Where fields are found by marks, a control and the marks around it are the same field.
        if (_isByMarks && _shared.TryGetValue(what, out var known))
        {
            return known;
        }

        var field = new FieldInFile(what.Requirement, what.IsRows);
        Fields.Add(field);
        _shared.TryAdd(what, field);
        return field;
    }

    private (Key<Requirement> Requirement, bool IsRows)? FieldOf(XElement control) =>
        _stamp is not null
        && WordField.Of(control.Child("sdtPr")?.Child("tag")?.Value("val")) is { } field
        && (_stamp.Answers.Count == 0 || _stamp.Answers.ContainsKey(field.Requirement.Value))
            ? field
            : null;

    private void EndAt(XElement mark)
    {
        if (mark.Value("name") is { } name && WordField.IsEnd(name))
        {
            _marked = null;
        }
    }

    private void StartAt(XElement mark)
    {
        if (mark.Value("name") is { } name && _starts.TryGetValue(name, out var field))
        {
            _near = field.Requirement;
            _marked = _isByMarks ? Open(field) : null;
        }
    }

    // ---- Words ----

    private void Inlines(IEnumerable<XElement> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline.WordName)
            {
                case "r":
                    Inlines(inline.Elements());
                    break;
                case "sdt":
                    Within(inline, content => Inlines(content.Elements()));
                    break;
                case "fldSimple" when _skipsFields:
                case "rPr" or "pPr" or "delText" or "instrText" or "delInstrText":
                    break;
                case "ins" or "moveTo":
                    IsTracked = true;
                    Inlines(inline.Elements());
                    break;
                case "del" or "moveFrom":
                    IsTracked = true;
                    break;
                case "ruby":
                    Inlines(inline.Child("rubyBase")?.Elements() ?? []);
                    break;
                case "fldChar":
                    _codes.Meet(inline.Value("fldCharType"), _skipsFields);
                    break;
                case "footnoteReference" or "endnoteReference" or "commentReference":
                    Notes.Add((inline.Name.LocalName, inline.Value("id") ?? "", _heading, _near));
                    break;
                case "drawing" or "pict" or "object":
                    Thing(inline);
                    break;
                case "hyperlink" or "smartTag" or "customXml" or "dir" or "bdo" or "fldSimple":
                    Inlines(inline.Elements());
                    break;
                case { } sign when WordSigns.TextOf(inline, sign) is { } text:
                    Append(text);
                    break;
                case null:
                    Foreign(inline);
                    break;
            }
        }
    }

    private void Foreign(XElement element)
    {
        if (element.Name.LocalName == "t")
        {
            Append(element.Value); // of a formula
        }
        else if (element.Name.LocalName == "AlternateContent")
        {
            Inlines(element.Alternative());
        }
        else
        {
            Inlines(element.Elements());
        }
    }

    private void Thing(XElement thing)
    {
        var boxes = thing
            .Descendants()
            .Where(inner => inner.IsWord("txbxContent"))
            // One in another is read with that; one for old programs says the same again.
            .Where(box =>
                !box.Ancestors()
                    .TakeWhile(outer => outer != thing)
                    .Any(outer => outer.IsWord("txbxContent") || outer.Name.LocalName == "Fallback")
            )
            .ToList();
        _boxes.AddRange(boxes);
        if (boxes.Count == 0)
        {
            Pictures.Add(_heading);
        }
    }

    private void Append(string text)
    {
        if (_codes.Hide || text.Length == 0)
        {
            return;
        }

        if (_pieces.Count == 0 || _pieces[^1].Field != Current)
        {
            _pieces.Add((Current, new StringBuilder()));
        }

        _pieces[^1].Text.Append(text);
    }
}
