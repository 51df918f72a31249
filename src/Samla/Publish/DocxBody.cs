using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>The chapters of one Word file, a paragraph at a time. Notes and bookmarks are numbered through the file.</summary>
internal sealed class DocxBody(OpenXmlWriter writer)
{
    private int _notes;
    private int _bookmarks;

    public void Write(ReportChapter chapter)
    {
        WriteHeading(ReportOutline.Of(chapter));
        foreach (var block in chapter.Blocks)
        {
            Write(block);
        }
    }

    public void WriteHeading(ReportOutline.Entry heading) =>
        writer.WriteElement(
            DocxText.Paragraph(
                DocxStyles.Heading(heading.Level),
                [.. Bookmarked(heading.Anchor, DocxText.Run(heading.Text))]
            )
        );

    private void Write(ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                WriteHeading(ReportOutline.Of(heading));
                break;
            case ReportBlock.Paragraph(var words):
                writer.WriteElement(DocxText.Paragraph(DocxStyles.Normal, [.. words.SelectMany(Inline)]));
                break;
            case ReportBlock.Bullets(var items):
                foreach (var item in items)
                {
                    writer.WriteElement(DocxText.Paragraph(DocxStyles.Bullet, [.. item.SelectMany(Inline)]));
                }

                break;
            case ReportBlock.Quotation quotation:
                Write(quotation);
                break;
            case ReportBlock.Exhibit exhibit:
                new DocxExhibit(writer, (row, number) => Bookmarked(ReportOutline.Of(row), DocxText.Run(number))).Write(
                    exhibit
                );
                break;
        }
    }

    private void Write(ReportBlock.Quotation quotation)
    {
        foreach (var paragraph in ReportOutline.Paragraphs(quotation))
        {
            writer.WriteElement(DocxText.Paragraph(DocxStyles.Quote, DocxText.Run(paragraph)));
        }

        writer.WriteElement(DocxText.Paragraph(DocxStyles.Speaker, DocxText.Run(quotation.Speaker)));
    }

    private IEnumerable<OpenXmlElement> Inline(ReportInline inline) =>
        inline switch
        {
            ReportInline.Counted(var claim) => Bookmarked(ReportOutline.Of(claim), [.. Noted(inline)]),
            ReportInline.Compared or ReportInline.Amount => Noted(inline),
            ReportInline.Reference reference =>
            [
                DocxText.Link(ReportOutline.Of(reference), DocxText.Run(reference.Text)),
            ],
            ReportInline.Words words => [DocxText.Run(words.Text, Look(words))],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private IEnumerable<OpenXmlElement> Noted(ReportInline inline) =>
        inline.Note is null ? [DocxText.Run(inline.Plain)] : [DocxText.Run(inline.Plain), DocxNotes.Mark(++_notes)];

    private static RunProperties? Look(ReportInline.Words words) =>
        words is { IsStrong: false, IsEmphasised: false }
            ? null
            : new() { Bold = words.IsStrong ? new() : null, Italic = words.IsEmphasised ? new() : null };

    private IEnumerable<OpenXmlElement> Bookmarked(string anchor, params OpenXmlElement[] content)
    {
        var id = (++_bookmarks).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = anchor }, .. content, new BookmarkEnd { Id = id }];
    }
}
