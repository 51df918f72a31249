using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Tests.Analyse.Documents;

/// <summary>A strategy as somebody writes it in a Swedish Word: a heading, text with a note, a list and a table.</summary>
internal static class MadeDocx
{
    /// <summary>What of it is text.</summary>
    public const string Text =
        "Strategi för Värmland\n\n"
        + "Länet odlar åkerbär, ärter och ögontröst på öarna.\n\n"
        + "- Fler odlar åkerbär.\n\n"
        + "År | Åtgärd\n2030 | Hälften av öarna odlas\n\n"
        + "Det gäller även Ölme och Älvsbacka.\n\n"
        + "Enligt länets årsbok.";

    private const string Heading = "Rubrik1";
    private const string Main = "word/document.xml";
    private const int Note = 1;

    public static byte[] Of()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { StyleId = Heading, Type = StyleValues.Paragraph }
            );
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" })
                    {
                        LevelIndex = 0,
                    }
                )
                {
                    AbstractNumberId = 1,
                },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }
            );
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(Paragraph("Enligt länets årsbok.")) { Id = Note }
            );
            main.Document = new Document(
                new Body(
                    Paragraph("Strategi för Värmland", new ParagraphStyleId { Val = Heading }),
                    new Paragraph(
                        Run("Länet odlar åkerbär, ärter "),
                        new Run(new FootnoteReference { Id = Note }),
                        Run("och ögontröst på öarna.")
                    ),
                    Paragraph(
                        "Fler odlar åkerbär.",
                        new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })
                    ),
                    new Table(
                        new TableProperties(),
                        new TableGrid(new GridColumn(), new GridColumn()),
                        Row("År", "Åtgärd"),
                        Row("2030", "Hälften av öarna odlas")
                    ),
                    Paragraph("Det gäller även Ölme och Älvsbacka.")
                )
            );
        }

        return file.ToArray();
    }

    /// <summary>With so much text that is nothing that no one would send it; packed it is small.</summary>
    public static byte[] Bomb(int megabytes) =>
        With(
            Main,
            part =>
            {
                var spaces = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
                for (var written = 0; written < megabytes; written++)
                {
                    part.Write(spaces);
                }
            }
        );

    /// <summary>With another text, that has a document type before it.</summary>
    public static byte[] WithDocumentType(string declarations, string text) =>
        With(
            Main,
            part =>
                part.Write(
                    Encoding.UTF8.GetBytes(
                        $"""<!DOCTYPE d [{declarations}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"""
                    )
                )
        );

    /// <summary>With one part more, or another in the place of one.</summary>
    public static byte[] With(string name, Action<Stream> write)
    {
        using var file = new MemoryStream();
        file.Write(Of());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)?.Delete();
            using var part = archive.CreateEntry(name).Open();
            write(part);
        }

        return file.ToArray();
    }

    private static Paragraph Paragraph(string text, params OpenXmlElement[] properties) =>
        new(new ParagraphProperties(properties), Run(text));

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static TableRow Row(params string[] cells) =>
        new(cells.Select(cell => new TableCell(new TableCellProperties(), Paragraph(cell))));
}
