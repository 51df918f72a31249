using System.Text.RegularExpressions;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>
/// Reads a report out of plain text or Markdown: pages, headings, paragraphs, bullets, notes and marks. Knows text taken
/// out of a PDF (notes at the foot of each page, marks as plain digits), superscript marks with notes between paragraphs,
/// and Markdown notes.
/// </summary>
public static partial class ReportTextReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="name">File name; ".md" and ".markdown" are Markdown.</param>
    /// <param name="text">The text with \n as line end.</param>
    /// <param name="encoding">The encoding it was read as, for the record.</param>
    public static PublishedText Read(string name, string text, string encoding)
    {
        var isMarkdown = Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown";
        var characters = text.Length - text.Count(char.IsLowSurrogate);
        text = isMarkdown ? MarkdownLines.Plain(text) : text;
        var style = StyleOf(text);
        var pages = PageSplitter.Split(text);
        var builder = Build(pages, style);
        var marks = MarkFinder.Find(builder.Drafts, style);
        var blocks = new List<Block>(builder.Drafts.Count);
        var notes = new List<Note>();
        foreach (var (index, draft) in builder.Drafts.Index())
        {
            blocks.Add(
                new Block(index, draft.Kind, draft.Text.ToString(), draft.Page, marks[index])
                {
                    Level = draft.Level,
                    PageBreaks = draft.PageBreaks,
                }
            );
            if (draft.NoteNumber is { } number)
            {
                notes.Add(new Note(number, index, Math.Min(draft.NoteTextStart, draft.Text.Length)));
            }
        }

        var pageCount = pages is [{ Number: null }] ? (int?)null : pages.Count;
        return new PublishedText(
            new SourceFile(Path.GetFileName(name), isMarkdown ? "markdown" : "text", encoding, characters, pageCount),
            blocks,
            notes
        );
    }

    /// <summary>Whether a line begins with the sign or number of an item in a list.</summary>
    internal static bool IsItem(string line) => Bullet().IsMatch(line);

    private static MarkStyle StyleOf(string text)
    {
        if (MarkdownNote().IsMatch(text))
        {
            return MarkStyle.Markdown;
        }

        if (SuperscriptNote().IsMatch(text))
        {
            return MarkStyle.Superscript;
        }

        return BracketNote().IsMatch(text) ? MarkStyle.Brackets : MarkStyle.Digits;
    }

    private static BlockBuilder Build(IReadOnlyList<Page> pages, MarkStyle style)
    {
        var lines = new List<(string Text, int? Page, NoteLines.Marked Note)>();
        var last = 0;
        foreach (var page in pages)
        {
            var marked = NoteLines.Mark(page.Lines, style, last);
            foreach (var (line, note) in page.Lines.Zip(marked))
            {
                lines.Add((line, page.Number, note));
                last = note.Begins is { } start ? Math.Max(last, start.Number) : last;
            }
        }

        var headings = HeadingLines.Find([.. lines.Select(line => line.Note.IsNote ? "" : line.Text)]);
        var builder = new BlockBuilder();
        foreach (var (index, (text, page, note)) in lines.Index())
        {
            if (note.Begins is { } start)
            {
                builder.Gap();
                builder.Note(start, text, page);
            }
            else if (note.IsNote)
            {
                builder.NoteContinues(text, page);
            }
            else if (string.IsNullOrWhiteSpace(text))
            {
                builder.Gap();
            }
            else if (headings.TryGetValue(index, out var heading))
            {
                builder.Heading(text.TrimStart('#', ' '), heading.Level, heading.Number, page);
            }
            else if (IsItem(text))
            {
                builder.Bullet(text.TrimStart(), page);
            }
            else if (ContentsLine().IsMatch(text))
            {
                builder.Gap();
                builder.Line(text.TrimStart(), page);
                builder.Gap();
            }
            else
            {
                builder.Line(text.TrimStart(), page);
            }
        }

        return builder;
    }

    [GeneratedRegex(@"^\[\^\d{1,4}\]:", RegexOptions.Multiline)]
    private static partial Regex MarkdownNote();

    [GeneratedRegex(@"^\[\d{1,4}\] \S", RegexOptions.Multiline)]
    private static partial Regex BracketNote();

    [GeneratedRegex(@"^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4} ?\S", RegexOptions.Multiline)]
    private static partial Regex SuperscriptNote();

    [GeneratedRegex(@"\.{4,}\s*\d{1,4}\s*$")]
    private static partial Regex ContentsLine();

    [GeneratedRegex(@"^\s*(?:[◤▀•‣▪●◦–*-]\s|- ▀|\d{1,2}\.\s+\p{Lu})")]
    private static partial Regex Bullet();
}
