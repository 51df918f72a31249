using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>
/// A report as a Word file: the notes are real footnotes, and each page of a reconstructed text carries its mark. The same
/// edition gives the same bytes whenever it is written.
/// </summary>
public static class DocxWriter
{
    internal const string Language = "sv-SE";

    private const string DocumentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // Ids of our own: those that the library makes up differ each time.
    private const string DocumentId = "document";
    private const string PropertiesId = "properties";
    private const string StylesId = "styles";
    private const string NumberingId = "numbering";
    private const string SettingsId = "settings";
    private const string NotesId = "footnotes";
    private const string HeaderId = "header";
    private const string FooterId = "footer";

    /// <param name="report">What is written.</param>
    /// <param name="about">What is said of the edition.</param>
    /// <param name="output">Need not be seekable: the file is put together in memory and written in one go.</param>
    public static void Write(ReportDocument report, EditionAbout about, Stream output)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var document = word.AddNewPart<MainDocumentPart>(DocumentType, DocumentId);
            document.AddNewPart<StyleDefinitionsPart>(StylesId).Styles = DocxStyles.Make();
            document.AddNewPart<NumberingDefinitionsPart>(NumberingId).Numbering = DocxBullets.Make();
            document.AddNewPart<DocumentSettingsPart>(SettingsId).Settings = Settings(report);
            document.AddNewPart<HeaderPart>(HeaderId).Header = Header(report);
            document.AddNewPart<FooterPart>(FooterId).Footer = Footer(about);
            DocxNotes.Write(document.AddNewPart<FootnotesPart>(NotesId), report);
            WriteDocument(document, report, about);
            WriteProperties(word.AddNewPart<CoreFilePropertiesPart>(PropertiesId), report, about);
        }

        DateEntries(file, about.PublishedAt.ToUniversalTime());
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

        writer.WriteElement(Pages());
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteTitlePage(OpenXmlWriter writer, ReportDocument report, EditionAbout about)
    {
        writer.WriteElement(DocxText.Paragraph(DocxStyles.Title, DocxText.Run(report.Title)));
        writer.WriteElement(DocxText.Paragraph(DocxStyles.Subtitle, DocxText.Run(about.Line)));
        writer.WriteElement(DocxText.Paragraph(DocxStyles.Subtitle, DocxText.Run(about.Publisher)));
        if (report.Mark is { } mark)
        {
            writer.WriteElement(DocxText.Paragraph(DocxStyles.Mark, DocxText.Run(EditionAbout.Sentence(mark))));
        }
    }

    private static Header Header(ReportDocument report)
    {
        var header = new Header(DocxText.Paragraph(DocxStyles.Header, DocxText.Run(report.Title)));
        if (report.Mark is { } mark)
        {
            header.Append(DocxText.Paragraph(DocxStyles.Header, DocxText.Run(EditionAbout.Sentence(mark))));
        }

        return header;
    }

    private static Footer Footer(EditionAbout about) =>
        new(
            DocxText.Paragraph(
                DocxStyles.Footer,
                DocxText.Run(about.Line),
                DocxText.Tab(),
                DocxText.Field("PAGE", "1"),
                DocxText.Run(" ("),
                DocxText.Field("NUMPAGES", "1"),
                DocxText.Run(")")
            )
        );

    // A4. The title page has no header and footer; it says the same in full.
    private static SectionProperties Pages() =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
            new PageSize { Width = 11_906, Height = 16_838 },
            new PageMargin
            {
                Top = 1_700,
                Bottom = 1_500,
                Left = DocxStyles.Margin,
                Right = DocxStyles.Margin,
                Header = 700,
                Footer = 700,
                Gutter = 0,
            },
            new TitlePage()
        );

    private static Settings Settings(ReportDocument report) =>
        new(
            DocxNotes.Settings(report),
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = Language },
            new DecimalSymbol { Val = "," },
            new ListSeparator { Val = ";" }
        );

    private static void WriteProperties(CoreFilePropertiesPart part, ReportDocument report, EditionAbout about)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var sentence = report.Mark is { } mark ? $" {EditionAbout.Sentence(mark)}" : "";
        var at = XmlConvert.ToString(about.PublishedAt.UtcDateTime, "yyyy-MM-ddTHH:mm:ssZ");
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", SafeText.Of(report.Title)),
            new XElement(dc + "creator", SafeText.Of(about.Publisher)),
            new XElement(dc + "description", SafeText.Of($"{about.Line}.{sentence}")),
            new XElement(dc + "language", Language),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), at),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), at)
        );
        using var stream = part.GetStream(FileMode.Create);
        properties.Save(stream);
    }

    // A ZIP tells when each part was put into it; here that is when the edition was published.
    private static void DateEntries(Stream file, DateTimeOffset at)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            entry.LastWriteTime = at;
        }
    }
}
