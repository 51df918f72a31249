using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>Paragraphs and what stands in them. Every word of the Word file passes here and is made safe for XML.</summary>
internal static class DocxText
{
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph();
        if (style != DocxStyles.Normal)
        {
            paragraph.ParagraphProperties = new() { ParagraphStyleId = new() { Val = style } };
        }

        paragraph.Append(content);
        return paragraph;
    }

    public static Run Run(string text, RunProperties? look = null)
    {
        var run = new Run { RunProperties = look };
        foreach (var (index, line) in SafeText.Of(text).Split('\n').Index())
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static Run Tab() => new(new TabChar());

    /// <summary>What Word works out by itself, such as a page number.</summary>
    /// <param name="code">Such as "PAGE".</param>
    /// <param name="shown">What is shown until then.</param>
    /// <param name="isDirty">Whether Word must work it out anew when the file is opened.</param>
    public static SimpleField Field(string code, string shown, bool isDirty = false) =>
        new(Run(shown)) { Instruction = code, Dirty = isDirty ? true : null };

    /// <summary>A link to a place in the same file.</summary>
    public static Hyperlink Link(string anchor, params OpenXmlElement[] content) =>
        new(content) { Anchor = anchor, History = true };
}
