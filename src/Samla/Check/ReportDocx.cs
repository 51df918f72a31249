using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain.Check;
using Footnote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace Samla.Check;

/// <summary>
/// A report that was read as text, as a Word file whose notes are Word's own: so that it can be commented as a Word file can. Each
/// block is a paragraph, word for word. Notes have the numbers of the print, also where these skip one or stand twice.
/// </summary>
internal sealed class ReportDocx
{
    // An id of our own: those that the library makes up differ each time.
    private const string NotesId = "footnotes";
    private const int Separator = -1;
    private const int ContinuationSeparator = 0;

    private readonly PublishedText _text;
    private readonly Dictionary<int, Note> _byNumber;
    private readonly Dictionary<int, Note> _byBlock;
    private readonly List<int> _paragraphs = [];
    private readonly List<Note> _notes = [];
    private readonly HashSet<int> _marked;
    private readonly HashSet<int> _shown = [];
    private int _counted;

    private ReportDocx(PublishedText text)
    {
        _text = text;
        _byNumber = text.Notes.GroupBy(note => note.Number).ToDictionary(notes => notes.Key, notes => notes.First());
        _byBlock = text.Notes.ToDictionary(note => note.Block);
        _marked =
        [
            .. text
                .Blocks.Where(block => block.Kind != BlockKind.Note)
                .SelectMany(block => block.Marks)
                .Select(mark => mark.Number),
        ];
    }

    /// <summary>The blocks that are paragraphs of the file, in its order.</summary>
    public IReadOnlyList<int> Paragraphs => _paragraphs;

    /// <summary>The blocks that are notes of the file, in the order of their marks.</summary>
    public IReadOnlyList<int> Notes => [.. _notes.Select(note => note.Block)];

    /// <param name="text">The report.</param>
    /// <param name="output">Where the file is written; seekable.</param>
    /// <returns>Which block became what.</returns>
    public static ReportDocx Write(PublishedText text, Stream output)
    {
        var docx = new ReportDocx(text);
        using var word = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var main = word.AddNewPart<MainDocumentPart>(DocxFile.DocumentType, DocxFile.DocumentId);
        main.AddNewPart<StyleDefinitionsPart>(DocxFile.StylesId).Styles = DocxStyles.Make();
        main.AddNewPart<DocumentSettingsPart>(DocxFile.SettingsId).Settings = DocxFile.Settings(
            new FootnoteDocumentWideProperties(
                new FootnoteSpecialReference { Id = Separator },
                new FootnoteSpecialReference { Id = ContinuationSeparator }
            )
        );
        main.Document = new Document(new Body([.. docx.Blocks()]));
        main.AddNewPart<FootnotesPart>(NotesId).Footnotes = docx.Footnotes();
        return docx;
    }

    private IEnumerable<Paragraph> Blocks() =>
        from block in _text.Blocks
        where block.Kind != BlockKind.Note || !IsMarked(block)
        select Paragraph(block);

    // A note that no mark leads to, or that stands twice, is shown where it stands.
    private bool IsMarked(Block block) =>
        _byBlock.TryGetValue(block.Index, out var note)
        && _byNumber[note.Number] == note
        && _marked.Contains(note.Number);

    private Paragraph Paragraph(Block block)
    {
        _paragraphs.Add(block.Index);
        var style = block.Kind == BlockKind.Heading ? DocxStyles.Heading(Math.Max(1, block.Level)) : DocxStyles.Normal;
        var content = new List<OpenXmlElement>();
        var from = 0;
        foreach (var mark in block.Marks)
        {
            content.Add(Words(block.Text[from..mark.Start]));
            content.AddRange(Mark(mark));
            from = mark.End;
        }

        content.Add(Words(block.Text[from..]));
        return DocxText.Paragraph(style, [.. content]);
    }

    // A place where a print may cut a word is none in a file that Word breaks into lines.
    private static Run Words(string text) => DocxText.Run(text.Replace("\u00AD", "", StringComparison.Ordinal));

    private IEnumerable<OpenXmlElement> Mark(Mark mark)
    {
        var figure = mark.Number.ToString(CultureInfo.InvariantCulture);
        if (!_byNumber.TryGetValue(mark.Number, out var note))
        {
            return [DocxText.Run(figure, Raised())];
        }

        var name = $"_Not{figure}";
        if (!_shown.Add(mark.Number))
        {
            return [new SimpleField(DocxText.Run(figure, Raised())) { Instruction = $" NOTEREF {name} \\h " }];
        }

        _notes.Add(note);
        var isCounted = mark.Number == _counted + 1;
        _counted += isCounted ? 1 : 0;
        var reference = new FootnoteReference { Id = _notes.Count, CustomMarkFollows = isCounted ? null : true };
        var run = new Run(reference) { RunProperties = Raised() };
        if (!isCounted)
        {
            run.Append(new Text(figure));
        }

        var id = _notes.Count.ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = name }, run, new BookmarkEnd { Id = id }];
    }

    private Footnotes Footnotes()
    {
        var footnotes = new Footnotes(
            Line(Separator, FootnoteEndnoteValues.Separator, new SeparatorMark()),
            Line(ContinuationSeparator, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark())
        );
        var counted = 0;
        foreach (var (index, note) in _notes.Index())
        {
            var isCounted = note.Number == counted + 1;
            counted += isCounted ? 1 : 0;
            var number = isCounted
                ? new Run(new FootnoteReferenceMark()) { RunProperties = Raised() }
                : DocxText.Run(note.Number.ToString(CultureInfo.InvariantCulture), Raised());
            var text = DocxText.Run($" {_text.Blocks[note.Block].Text[note.TextStart..]}");
            footnotes.Append(new Footnote(DocxText.Paragraph(DocxStyles.NoteText, number, text)) { Id = index + 1 });
        }

        return footnotes;
    }

    private static Footnote Line(int id, FootnoteEndnoteValues type, OpenXmlElement line) =>
        new(DocxText.Paragraph(DocxStyles.NoteText, new Run(line))) { Id = id, Type = type };

    private static RunProperties Raised() => new() { RunStyle = new() { Val = DocxStyles.NoteReference } };
}
