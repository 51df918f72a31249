using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>
/// A report as a Word file: the notes are real footnotes, and each page of a reconstructed text carries its mark. The same
/// edition gives the same bytes whenever it is written.
/// </summary>
public static class DocxWriter
{
    // An id of our own: those that the library makes up differ each time.
    private const string NotesId = "footnotes";

    /// <param name="report">What is written.</param>
    /// <param name="about">What is said of the edition.</param>
    /// <param name="output">Need not be seekable: the file is put together in memory and written in one go.</param>
    public static void Write(ReportDocument report, EditionAbout about, Stream output)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var document = word.AddNewPart<MainDocumentPart>(DocxFile.DocumentType, DocxFile.DocumentId);
            document.AddNewPart<StyleDefinitionsPart>(DocxFile.StylesId).Styles = DocxStyles.Make();
            document.AddNewPart<NumberingDefinitionsPart>(DocxFile.NumberingId).Numbering = DocxBullets.Make();
            document.AddNewPart<DocumentSettingsPart>(DocxFile.SettingsId).Settings = DocxFile.Settings(
                DocxNotes.Settings(report)
            );
            document.AddNewPart<HeaderPart>(DocxFile.HeaderId).Header = DocxFile.Header(
                report.Mark is { } mark ? [report.Title, EditionAbout.Sentence(mark)] : [report.Title]
            );
            document.AddNewPart<FooterPart>(DocxFile.FooterId).Footer = DocxFile.Footer(about.Line);
            DocxNotes.Write(document.AddNewPart<FootnotesPart>(NotesId), report);
            WriteDocument(document, report, about);
            WriteProperties(word.AddNewPart<CoreFilePropertiesPart>(DocxFile.PropertiesId), report, about);
        }

        DocxFile.DateEntries(file, about.PublishedAt);
        file.Position = 0;
        file.CopyTo(output);
    }

    private static void WriteDocument(MainDocumentPart part, ReportDocument report, EditionAbout about)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        WriteTitlePage(writer, report, about);
        DocxContents.Write(writer, report);
        var body = new DocxBody(writer);
        foreach (var chapter in report.Chapters)
        {
            body.Write(chapter);
        }

        if (DocxAnnex.IsNeeded(report))
        {
            body.WriteHeading(DocxAnnex.Heading);
            new DocxAnnex(writer).Write(report, about);
        }

        writer.WriteElement(DocxFile.Pages());
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteTitlePage(OpenXmlWriter writer, ReportDocument report, EditionAbout about)
    {
        writer.WriteElement(DocxText.Paragraph(DocxStyles.Title, DocxText.Run(report.Title)));
        writer.WriteElement(DocxText.Paragraph(DocxStyles.Subtitle, DocxText.Run(about.Line)));
        writer.WriteElement(DocxText.Paragraph(DocxStyles.Subtitle, DocxText.Run(about.Publisher)));
        foreach (var paragraph in about.Paragraphs)
        {
            writer.WriteElement(DocxText.Paragraph(DocxStyles.Normal, DocxText.Run(paragraph)));
        }

        if (report.Mark is { } mark)
        {
            writer.WriteElement(DocxText.Paragraph(DocxStyles.Mark, DocxText.Run(EditionAbout.Sentence(mark))));
        }
    }

    private static void WriteProperties(CoreFilePropertiesPart part, ReportDocument report, EditionAbout about)
    {
        var sentence = report.Mark is { } mark ? $" {EditionAbout.Sentence(mark)}" : "";
        DocxFile.WriteProperties(part, report.Title, about.Publisher, $"{about.Line}.{sentence}", about.PublishedAt);
    }
}
