using System.Globalization;
using System.Xml.Linq;
using Samla.Collect.Word;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>
/// Reads a Word file as passages in reading order, as it is when all tracked changes are accepted: headings with the numbers that
/// Word gives them, paragraphs, items, cells, empty lines, and each note after the passage in which its mark stands. The list of
/// contents is left out: it says nothing that the headings do not.
/// </summary>
internal sealed class WordPassages
{
    private const string Item = "•";
    private const string ContentsStyle = "toc ";
    private const string ContentsHeading = "toc heading";
    private const string FiguresStyle = "table of figures";

    private readonly WordStyleNames _styles;
    private readonly WordNumbering _numbering;
    private readonly WordNoteNumbers _notes;
    private readonly FieldCodes _codes = new();
    private readonly HashSet<WordNoteKey> _written = [];
    private readonly List<WordPassage> _passages = [];

    /// <summary>What stands in frames of their own in the paragraph that is read; they come after it.</summary>
    private readonly List<XElement> _frames = [];

    /// <summary>A paragraph whose end is taken away, so that the next goes on in it.</summary>
    private WordPassage? _open;

    private XElement? _host;

    /// <summary>Whether a note is read; a note has none of its own.</summary>
    private bool _isInNote;

    /// <summary>Whether what comes is the mark of a note that was marked before: Word has it as a reference to the first mark.</summary>
    private bool _refersToNote;

    private WordPassages(WordParts parts, WordNoteNumbers notes)
    {
        _styles = new WordStyleNames(parts.Styles);
        _numbering = new WordNumbering(parts.Numbering, _styles);
        _notes = notes;
    }

    public static IReadOnlyList<WordPassage> Read(WordParts parts, WordNoteNumbers notes)
    {
        var reader = new WordPassages(parts, notes);
        reader.Blocks(parts.Body.Elements(), inTable: false);
        reader.End();
        return reader._passages;
    }

    private void Blocks(IEnumerable<XElement> blocks, bool inTable)
    {
        foreach (var block in blocks)
        {
            switch (block.WordName)
            {
                case "p":
                    Paragraph(block, inTable);
                    break;
                case "tbl":
                    // One column is a frame around text, and no table.
                    Rows(
                        block,
                        block.Child("tblGrid") is not { } grid
                            || grid.Elements().Count(one => one.IsWord("gridCol")) != 1
                    );
                    break;
                case "sdt" when !IsContents(block):
                    Blocks(block.Child("sdtContent")?.Elements() ?? [], inTable);
                    break;
                case "customXml" or "smartTag" or "ins" or "moveTo":
                    Blocks(block.Elements(), inTable);
                    break;
                case null:
                    Blocks(block.Alternative(), inTable);
                    break;
            }
        }
    }

    private void Rows(XElement container, bool isTable)
    {
        foreach (var element in container.Elements())
        {
            switch (element.WordName)
            {
                case "tr" when element.Child("trPr")?.Child("del") is null:
                case "customXml" or "ins" or "moveTo":
                    Rows(element, isTable);
                    break;
                case "sdt":
                    Rows(element.Child("sdtContent") ?? element, isTable);
                    break;
                case "tc" when element.Child("tcPr")?.Child("cellDel") is null:
                    End();
                    Blocks(element.Elements(), isTable);
                    End();
                    break;
            }
        }
    }

    private void Paragraph(XElement paragraph, bool inTable)
    {
        var properties = paragraph.Child("pPr");
        if (IsContents(_styles.NameOfStyle(properties)))
        {
            return;
        }

        var isJoined = WordReader.EndIsGone(paragraph);
        if (isJoined && _open is null && !HasText(paragraph))
        {
            return; // taken away as a whole: what comes after it is what it is by itself
        }

        _open ??= Begin(properties, inTable);
        Inlines(paragraph.Elements());
        if (!isJoined)
        {
            End();
        }
    }

    private WordPassage Begin(XElement? properties, bool inTable)
    {
        var number = _numbering.Next(properties);
        if (!inTable && _styles.LevelOf(properties) is { } level)
        {
            return new()
            {
                Kind = BlockKind.Heading,
                Level = level,
                Label = number.Length > 0 ? number + " " : "",
                Host = _host,
            };
        }

        var isItem = _styles.IsItem(properties);
        return new()
        {
            Kind =
                inTable ? BlockKind.Cell
                : isItem ? BlockKind.Bullet
                : BlockKind.Paragraph,
            Label = !isItem ? "" : $"{(number.Length > 0 ? number : Item)} ",
            Host = _host,
        };
    }

    private void End()
    {
        if (_open is not { } passage)
        {
            return;
        }

        _open = null;
        passage.Complete();
        _passages.Add(passage);
        foreach (var reference in passage.References.Where(reference => _written.Add(reference.Key)))
        {
            _passages.Add(Note(reference));
        }

        XElement[] frames = [.. _frames];
        _frames.Clear();
        foreach (var frame in frames)
        {
            var outer = _host;
            _host ??= frame.Ancestors().FirstOrDefault(one => one.IsWord("p"));
            Blocks(frame.Elements(), inTable: false);
            End();
            _host = outer;
        }
    }

    private WordPassage Note(WordPassage.Reference reference)
    {
        var number = _notes.Of(reference.Key);
        var note = new WordPassage
        {
            // A note behind a sign such as * is text of its own: no number leads to it.
            Kind = number is null ? BlockKind.Paragraph : BlockKind.Note,
            Number = number,
            Label = string.Create(CultureInfo.InvariantCulture, $"{number} ").TrimStart(),
            IsNumberTyped = WordNoteNumbers.TypedMark(reference.Element) is not null,
            Host = reference.Element,
        };
        (_open, _isInNote) = (note, true);
        var framesBefore = _frames.Count;
        foreach (var paragraph in _notes.NoteOf(reference.Key).Descendants().Where(IsOwnParagraph))
        {
            if (!note.IsEmpty)
            {
                note.Add(" ", paragraph, canBeCut: false, isRaised: false);
            }

            Inlines(paragraph.Elements());
        }

        (_open, _isInNote) = (null, false);
        _frames.RemoveRange(framesBefore, _frames.Count - framesBefore);
        note.Complete();
        return note;
    }

    private static bool IsOwnParagraph(XElement element) =>
        element.IsWord("p")
        && !element
            .Ancestors()
            .Any(outer => outer.IsWord("txbxContent") || outer.IsWord("del") || outer.IsWord("moveFrom"));

    private static bool HasText(XElement paragraph) =>
        paragraph
            .Descendants()
            .Any(one =>
                (one.IsWord("t") || WordNoteNumbers.IsReference(one))
                && !one.Ancestors()
                    .TakeWhile(outer => outer != paragraph)
                    .Any(outer => outer.IsWord("del") || outer.IsWord("moveFrom"))
            );

    // ---- What stands in a paragraph ----

    private void Inlines(IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
        {
            switch (element.WordName)
            {
                case "r":
                    Run(element);
                    break;
                case "sdt":
                    Inlines(element.Child("sdtContent")?.Elements() ?? []);
                    break;
                case "fldSimple" when RefersToNote(element.Value("instr")):
                    _refersToNote = true;
                    Inlines(element.Elements());
                    _refersToNote = false;
                    break;
                case "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo":
                    Inlines(element.Elements());
                    break;
                case null:
                    Inlines(element.Alternative());
                    break;
            }
        }
    }

    private void Run(XElement run)
    {
        var look = run.Child("rPr");
        var isHidden = IsOn(look?.Child("vanish"));
        var isRaised = look?.Child("vertAlign")?.Value("val") == "superscript";
        var isTypedMark = false;
        foreach (var element in run.Elements().SelectMany(one => one.WordName is null ? one.Alternative() : [one]))
        {
            // What follows a reference as its mark is read with it.
            isTypedMark &= element.IsWord("t");
            switch (element.WordName)
            {
                case "t" when isTypedMark:
                    break;
                case "fldChar":
                    _codes.Meet(element.Value("fldCharType"), skipsResults: false);
                    _refersToNote &= element.Value("fldCharType") != "end";
                    break;
                case "instrText":
                    _refersToNote |= RefersToNote(element.Value);
                    break;
                case "footnoteReference" or "endnoteReference":
                    isTypedMark = Mark(element) && WordNoteNumbers.TypedMark(element) is not null;
                    break;
                case "drawing" or "pict" or "object":
                    _frames.AddRange(Frames(element));
                    break;
                case { } name when !isHidden && !_codes.Hide && WordSigns.TextOf(element, name) is { } words:
                    if (
                        _refersToNote
                        && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    )
                    {
                        _open!.AddMark(number, element);
                    }
                    else
                    {
                        Add(words, element, isRaised);
                    }

                    break;
            }
        }
    }

    /// <returns>Whether a mark with a number stands here.</returns>
    private bool Mark(XElement element)
    {
        var key = WordNoteNumbers.KeyOf(element);
        if (_isInNote || !WordNoteNumbers.IsReference(element) || !_notes.Has(key))
        {
            return false;
        }

        _open!.References.Add(new(key, element));
        if (_notes.Of(key) is not { } number)
        {
            return false;
        }

        _open.AddMark(number, element);
        return true;
    }

    private void Add(string words, XElement element, bool isRaised)
    {
        // A soft hyphen is a place where a word may be cut, and no sign.
        var text = words.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u2011', '-');
        text = string.Concat(text.Select(sign => sign is '\n' or '\t' or '\r' ? ' ' : sign));
        if (text.Length > 0)
        {
            _open!.Add(text, element, canBeCut: element.IsWord("t") && text.Length == element.Value.Length, isRaised);
        }
    }

    private static IEnumerable<XElement> Frames(XElement drawing) =>
        drawing
            .Descendants()
            .Where(one =>
                one.IsWord("txbxContent")
                && !one.Ancestors().TakeWhile(outer => outer != drawing).Any(outer => outer.IsWord("txbxContent"))
            );

    private static bool RefersToNote(string? code) =>
        code?.TrimStart().StartsWith("NOTEREF ", StringComparison.Ordinal) == true;

    private static bool IsOn(XElement? toggle) =>
        toggle is not null && toggle.Value("val") is not ("0" or "false" or "off");

    private static bool IsContents(string style) =>
        style.StartsWith(ContentsStyle, StringComparison.OrdinalIgnoreCase)
        || style.Equals(ContentsHeading, StringComparison.OrdinalIgnoreCase)
        || style.Equals(FiguresStyle, StringComparison.OrdinalIgnoreCase);

    private static bool IsContents(XElement content) =>
        content.Child("sdtPr")?.Child("docPartObj")?.Child("docPartGallery")?.Value("val") == "Table of Contents";
}
