using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>
/// The list of contents, an entry at a time: LibreOffice, which makes the PDF, builds none from Word's own field for it.
/// </summary>
internal static class DocxContents
{
    // The number is not known before the pages are laid out, and a made-up one would be believed.
    private const string NotYet = "–";

    public static void Write(OpenXmlWriter writer, ReportDocument report)
    {
        writer.WriteElement(DocxText.Paragraph(DocxStyles.ContentsTitle, DocxText.Run("Innehåll")));
        foreach (var chapter in report.Chapters)
        {
            writer.WriteElement(Entry(ReportOutline.Of(chapter)));
            foreach (var heading in ReportOutline.Below(chapter))
            {
                writer.WriteElement(Entry(heading));
            }
        }

        if (DocxAnnex.IsNeeded(report))
        {
            writer.WriteElement(Entry(DocxAnnex.Heading));
        }
    }

    // Only these fields are dirty: "update all fields" in the settings would make Word ask the reader first.
    private static Paragraph Entry(ReportOutline.Entry entry) =>
        DocxText.Paragraph(
            DocxStyles.Entry(entry.Level),
            DocxText.Link(
                entry.Anchor,
                DocxText.Run(entry.Text),
                DocxText.Tab(),
                DocxText.Field($"PAGEREF {entry.Anchor} \\h", NotYet, isDirty: true)
            )
        );
}
