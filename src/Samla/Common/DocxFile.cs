using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>What every Word file of ours has in common beside its text. The same content gives the same bytes whenever it is written.</summary>
internal static class DocxFile
{
    public const string DocumentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    // Ids of our own: those that the library makes up differ each time.
    public const string DocumentId = "document";
    public const string PropertiesId = "properties";
    public const string StylesId = "styles";
    public const string NumberingId = "numbering";
    public const string SettingsId = "settings";
    public const string HeaderId = "header";
    public const string FooterId = "footer";

    /// <summary>A4 with header and footer, but on the title page, which says the same in full.</summary>
    public static SectionProperties Pages() =>
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

    /// <summary>The title on each page, and under it the mark of what is marked.</summary>
    public static Header Header(params IEnumerable<string> lines) =>
        new(lines.Select(line => DocxText.Paragraph(DocxStyles.Header, DocxText.Run(line))));

    /// <summary>What the file is on the left, the page on the right.</summary>
    public static Footer Footer(string line) =>
        new(
            DocxText.Paragraph(
                DocxStyles.Footer,
                DocxText.Run(line),
                DocxText.Tab(),
                DocxText.Field("PAGE", "1"),
                DocxText.Run(" ("),
                DocxText.Field("NUMPAGES", "1"),
                DocxText.Run(")")
            )
        );

    /// <param name="first">What stands before the rest, such as where notes stand.</param>
    public static Settings Settings(params OpenXmlElement[] first) =>
        new([
            .. first,
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = DocxStyles.Language },
            new DecimalSymbol { Val = "," },
            new ListSeparator { Val = ";" },
        ]);

    public static void WriteProperties(
        CoreFilePropertiesPart part,
        string title,
        string creator,
        string description,
        DateTimeOffset at
    )
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = XmlConvert.ToString(at.UtcDateTime, "yyyy-MM-ddTHH:mm:ssZ");
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", SafeText.Of(title)),
            new XElement(dc + "creator", SafeText.Of(creator)),
            new XElement(dc + "description", SafeText.Of(description)),
            new XElement(dc + "language", DocxStyles.Language),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time)
        );
        using var stream = part.GetStream(FileMode.Create);
        properties.Save(stream);
    }

    /// <summary>A ZIP tells when each part was put into it; here that is when its content was as it is.</summary>
    public static void DateEntries(Stream file, DateTimeOffset at)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            entry.LastWriteTime = at.ToUniversalTime();
        }
    }
}
