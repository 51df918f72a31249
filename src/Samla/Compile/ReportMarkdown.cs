using System.Globalization;
using System.Text.RegularExpressions;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>A report as Markdown with footnotes (<c>[^n]</c>), each chapter's notes after it.</summary>
public static partial class ReportMarkdown
{
    public static void Write(ReportDocument report, TextWriter output)
    {
        output.NewLine = "\n";
        output.WriteLine("---");
        output.WriteLine($"title: {report.Title}");
        output.WriteLine("lang: sv-SE");
        output.WriteLine("---");
        output.WriteLine();
        if (report.Mark is { } mark)
        {
            output.WriteLine($"*Omgången är {mark}.*");
            output.WriteLine();
        }

        foreach (var chapter in report.Chapters)
        {
            Write(chapter, output);
        }
    }

    private static void Write(ReportChapter chapter, TextWriter output)
    {
        output.WriteLine($"# {chapter.Number} {chapter.Title}");
        output.WriteLine();
        foreach (var block in chapter.Blocks)
        {
            Write(block, output);
            output.WriteLine();
        }

        foreach (var noted in chapter.Noted)
        {
            output.WriteLine($"[^{noted.Note}]: {noted.NoteText}");
        }

        output.WriteLine();
    }

    private static void Write(ReportBlock block, TextWriter output)
    {
        switch (block)
        {
            case ReportBlock.Heading(var level, var number, var text):
                output.WriteLine($"{new string('#', level)} {number} {text}");
                break;
            case ReportBlock.Paragraph(var words):
                output.WriteLine(AsParagraph(string.Concat(words.Select(Inline))));
                break;
            case ReportBlock.Bullets(var items):
                foreach (var item in items)
                {
                    output.WriteLine($"- {AsParagraph(string.Concat(item.Select(Inline)))}");
                }

                break;
            case ReportBlock.Exhibit exhibit:
                output.WriteLine($"**{Escaped(exhibit.Caption)}**");
                output.WriteLine();
                output.WriteLine($"| Påstående | Antal | {exhibit.Counted} |");
                output.WriteLine("| --- | ---: | --- |");
                foreach (var row in exhibit.Rows)
                {
                    output.WriteLine(
                        $"| {InCell(row.Label)} | {row.Standing.Says.Count} | {InCell(ReportBlock.Exhibit.NamesOf(row))} |"
                    );
                }

                foreach (var remark in exhibit.Remarks)
                {
                    output.WriteLine();
                    output.WriteLine(Escaped(remark));
                }

                break;
            case ReportBlock.Quotation(var text, var speaker, _, _):
                output.WriteLine($"> {speaker}: ”{Escaped(text)}”");
                break;
        }
    }

    private static string Inline(ReportInline inline) =>
        inline switch
        {
            { Note: { } note } => string.Create(CultureInfo.InvariantCulture, $"{inline.Plain}[^{note}]"),
            ReportInline.Counted or ReportInline.Compared or ReportInline.Amount or ReportInline.Reference =>
                inline.Plain,
            ReportInline.Words { IsStrong: true } words => $"**{Escaped(words.Text)}**",
            ReportInline.Words { IsEmphasised: true } words => $"*{Escaped(words.Text)}*",
            ReportInline.Words words => Escaped(words.Text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Text as Markdown that reads back as the same text; no more signs than that needs, for those who read it raw.</summary>
    /// <summary>Words that mean nothing to Markdown but themselves, on one line.</summary>
    internal static string Escaped(string text) => Significant().Replace(text, @"\$0").Replace('\n', ' ');

    private static string InCell(string text) => Escaped(text).Replace("|", @"\|", StringComparison.Ordinal);

    /// <summary>A paragraph that would be read as a heading, a list or a quotation by its first sign.</summary>
    private static string AsParagraph(string words) =>
        words is ['#' or '-' or '+' or '=' or '>', ..]
            ? "\\" + words
            : NumberOfList().Replace(words, @"${number}\${sign}");

    [GeneratedRegex(@"[\\*_[`<]|&(?=#?\w+;)", RegexOptions.None, 1_000)]
    private static partial Regex Significant();

    [GeneratedRegex(@"^(?<number>\d+)(?<sign>[.)])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NumberOfList();
}
