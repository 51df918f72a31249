using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain.Compile;
using Footnote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace Samla.Publish;

/// <summary>
/// The notes of claims and amounts as footnotes. Word numbers them by the order of their marks, which is the order of the text; ids
/// go the same way from 1.
/// </summary>
internal static class DocxNotes
{
    // Word keeps the line above the notes among the notes, under these ids.
    private const int Separator = -1;
    private const int ContinuationSeparator = 0;

    public static void Write(FootnotesPart part, ReportDocument report)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Footnotes());
        writer.WriteElement(Line(Separator, FootnoteEndnoteValues.Separator, new SeparatorMark()));
        writer.WriteElement(
            Line(ContinuationSeparator, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark())
        );
        foreach (var (index, noted) in Noted(report).Index())
        {
            var mark = new Run(new FootnoteReferenceMark()) { RunProperties = Raised() };
            var text = DocxText.Run($" {noted.NoteText}");
            writer.WriteElement(new Footnote(DocxText.Paragraph(DocxStyles.NoteText, mark, text)) { Id = index + 1 });
        }

        writer.WriteEndElement();
    }

    /// <summary>The mark in the text.</summary>
    /// <param name="id">1 for the first in the report.</param>
    public static Run Mark(int id) => new(new FootnoteReference { Id = id }) { RunProperties = Raised() };

    /// <summary>Where the notes stand and from which number they count: a single chapter goes on from those before it.</summary>
    public static FootnoteDocumentWideProperties Settings(ReportDocument report) =>
        new(
            new FootnotePosition { Val = FootnotePositionValues.PageBottom },
            new NumberingStart { Val = (ushort)(Noted(report).FirstOrDefault()?.Note ?? 1) },
            new FootnoteSpecialReference { Id = Separator },
            new FootnoteSpecialReference { Id = ContinuationSeparator }
        );

    private static IEnumerable<ReportInline> Noted(ReportDocument report) =>
        report.Chapters.SelectMany(chapter => chapter.Noted);

    private static Footnote Line(int id, FootnoteEndnoteValues type, OpenXmlElement line) =>
        new(DocxText.Paragraph(DocxStyles.NoteText, new Run(line))) { Id = id, Type = type };

    private static RunProperties Raised() => new() { RunStyle = new() { Val = DocxStyles.NoteReference } };
}
