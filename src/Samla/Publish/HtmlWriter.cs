using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Samla.Common;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>
/// A report as one web page that needs nothing else: each chapter's notes after it, with links there and back. It is read
/// as XML too.
/// </summary>
public static class HtmlWriter
{
    // The default one writes å as a number, which makes the file a third larger and no safer.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // The tokens of the site, in short.
    private const string Style = """
        :root{color-scheme:light;--ink:#13201c;--ink-2:#42524c;--line:#ccd6d1;--green:#0b5a50}
        body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:68ch;color:var(--ink);background:#fff;
        font:1.0625rem/1.6 "Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif}
        h1,h2,h3,h4,h5,h6{line-height:1.2;margin:2em 0 .5em}
        h1,h2,h3,h4{color:var(--green)}
        h1{font-size:2.4rem;margin-top:1em}h2{font-size:1.8rem;margin-top:3em}h3{font-size:1.375rem}h4{font-size:1.125rem}
        h5,h6{font-size:1rem}
        a{color:var(--green)}a:focus-visible{outline:3px solid var(--green);outline-offset:2px}
        p,ul,ol{margin:0 0 .9em}li{margin:.2em 0}
        nav ol{list-style:none;padding:0}nav ol ol{padding-left:1.5em;margin:0}nav>ol>li{margin-top:.8em}
        nav a{text-decoration:none}nav a:hover{text-decoration:underline}
        .about,footer{color:var(--ink-2)}
        .mark{border-block:1px solid var(--green);padding:.6em 0}
        figure{margin:1.2em 0;padding-left:1em;border-left:2px solid var(--line)}
        blockquote{margin:0;font-family:"Source Serif 4",Georgia,"Times New Roman",serif}blockquote p{margin:0 0 .3em}
        figcaption{color:var(--ink-2);font-size:.9375rem}
        .exhibit{padding:0;border:0}.exhibit figcaption{color:inherit;font-weight:600;margin-bottom:.4em}
        table{border-collapse:collapse;width:100%;font-size:.9375rem}th,td{text-align:left;vertical-align:top;
        padding:.4em .75em .4em 0;border-bottom:1px solid var(--line)}tbody th{font-weight:400}meter{width:100%}
        sup{line-height:0;font-size:.75em}sup a{text-decoration:none;padding:0 .15em}
        .notes{border-top:1px solid var(--line);margin-top:2em;font-size:.9375rem;line-height:1.45}
        .notes h3{font-size:1rem;margin:1em 0 .5em}.notes ol{padding-left:2.5em}
        :target{background:#edf5f2}
        footer{border-top:1px solid var(--line);margin-top:4em;padding-top:1em;font-size:.9375rem}
        @page{size:A4;margin:22mm 24mm}
        @media print{body{max-width:none;padding:0;font-size:10.5pt;line-height:1.45}
        h2{break-before:page;margin-top:0}h2,h3,h4,h5,h6{break-after:avoid}figure,li{break-inside:avoid}
        nav{break-before:page}nav h2{break-before:auto}a{color:inherit;text-decoration:none}:target{background:none}}
        """;

    /// <param name="report">What is written.</param>
    /// <param name="about">What is said of the edition.</param>
    /// <param name="output">Must write UTF-8, which is what the page says that it is.</param>
    public static void Write(ReportDocument report, EditionAbout about, TextWriter output)
    {
        output.NewLine = "\n";
        WriteHead(report, about, output);
        output.WriteLine("<body>");
        WriteTitle(report, about, output);
        WriteContents(report, output);
        output.WriteLine("<main>");
        foreach (var chapter in report.Chapters)
        {
            Write(chapter, output);
        }

        output.WriteLine("</main>");
        output.Write("<footer><p>");
        output.Write(Encoded(Colophon(report, about)));
        output.WriteLine("</p></footer>");
        output.WriteLine("</body>");
        output.WriteLine("</html>");
    }

    private static void WriteHead(ReportDocument report, EditionAbout about, TextWriter output)
    {
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine("<html lang=\"sv\">");
        output.WriteLine("<head>");
        output.WriteLine("<meta charset=\"utf-8\" />");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
        output.WriteLine($"<meta name=\"description\" content=\"{Encoded(Colophon(report, about))}\" />");
        output.WriteLine($"<title>{Encoded(report.Title)}</title>");
        output.WriteLine("<style>");
        output.WriteLine(Style);
        if (report.Mark is { } mark)
        {
            output.WriteLine(
                $"@page{{@bottom-left{{content:\"{InStyle(EditionAbout.Sentence(mark))}\";font-size:8pt}}}}"
            );
        }

        output.WriteLine("</style>");
        output.WriteLine("</head>");
    }

    private static void WriteTitle(ReportDocument report, EditionAbout about, TextWriter output)
    {
        output.WriteLine("<header>");
        output.WriteLine($"<h1>{Encoded(report.Title)}</h1>");
        output.WriteLine($"<p class=\"about\">{Encoded(about.Line)}<br />{Encoded(about.Publisher)}</p>");
        foreach (var paragraph in about.Paragraphs)
        {
            output.WriteLine($"<p class=\"about\">{Encoded(paragraph)}</p>");
        }

        if (report.Mark is { } mark)
        {
            output.WriteLine($"<p class=\"mark\">{Encoded(EditionAbout.Sentence(mark))}</p>");
        }

        output.WriteLine("</header>");
    }

    private static void WriteContents(ReportDocument report, TextWriter output)
    {
        output.WriteLine("<nav aria-labelledby=\"innehall\">");
        output.WriteLine("<h2 id=\"innehall\">Innehåll</h2>");
        output.WriteLine("<ol>");
        foreach (var chapter in report.Chapters)
        {
            output.Write($"<li>{Link(ReportOutline.Of(chapter))}");
            var entries = ReportOutline.Below(chapter).Select(entry => $"<li>{Link(entry)}</li>").ToList();
            output.WriteLine(entries is [] ? "</li>" : $"<ol>{string.Concat(entries)}</ol></li>");
        }

        output.WriteLine("</ol>");
        output.WriteLine("</nav>");
    }

    private static void Write(ReportChapter chapter, TextWriter output)
    {
        var title = ReportOutline.Of(chapter);
        output.WriteLine($"<section aria-labelledby=\"{title.Anchor}\">");
        WriteHeading(title, output);
        foreach (var block in chapter.Blocks)
        {
            Write(block, output);
        }

        if (chapter.Noted.Any())
        {
            WriteNotes(chapter, output);
        }

        output.WriteLine("</section>");
    }

    private static void Write(ReportBlock block, TextWriter output)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                WriteHeading(ReportOutline.Of(heading), output);
                break;
            case ReportBlock.Paragraph(var words):
                output.WriteLine($"<p>{Inlines(words)}</p>");
                break;
            case ReportBlock.Bullets(var items):
                output.WriteLine("<ul>");
                foreach (var item in items)
                {
                    output.WriteLine($"<li>{Inlines(item)}</li>");
                }

                output.WriteLine("</ul>");
                break;
            case ReportBlock.Exhibit exhibit:
                HtmlExhibit.Write(exhibit, Encoded, output);
                break;
            case ReportBlock.Quotation quotation:
                output.WriteLine("<figure>");
                output.Write("<blockquote>");
                foreach (var paragraph in ReportOutline.Paragraphs(quotation))
                {
                    output.Write($"<p>{Lines(paragraph)}</p>");
                }

                output.WriteLine("</blockquote>");
                output.WriteLine($"<figcaption>{Encoded(quotation.Speaker)}</figcaption>");
                output.WriteLine("</figure>");
                break;
        }
    }

    // The report's own title is the page's first heading, so a chapter's is the second.
    private static void WriteHeading(ReportOutline.Entry heading, TextWriter output)
    {
        var level = Math.Min(heading.Level + 1, 6).ToString(CultureInfo.InvariantCulture);
        output.WriteLine($"<h{level} id=\"{heading.Anchor}\">{Encoded(heading.Text)}</h{level}>");
    }

    private static void WriteNotes(ReportChapter chapter, TextWriter output)
    {
        output.WriteLine("<section class=\"notes\" role=\"doc-endnotes\">");
        output.WriteLine("<h3>Noter</h3>");
        output.WriteLine("<ol>");
        foreach (var noted in chapter.Noted)
        {
            var number = Number(noted);
            output.WriteLine(
                $"<li id=\"not_{number}\" value=\"{number}\">{Encoded(noted.NoteText)} <a href=\"#{PlaceOf(noted)}\" role=\"doc-backlink\" aria-label=\"Till texten vid not {number}\">↩</a></li>"
            );
        }

        output.WriteLine("</ol>");
        output.WriteLine("</section>");
    }

    private static string Inlines(IReadOnlyList<ReportInline> inlines) => string.Concat(inlines.Select(Inline));

    private static string Inline(ReportInline inline) =>
        inline switch
        {
            ReportInline.Counted(var claim) => $"<span id=\"{ReportOutline.Of(claim)}\">{Noted(inline)}</span>",
            ReportInline.Amount { Said.Note: not null } => $"<span id=\"{PlaceOf(inline)}\">{Noted(inline)}</span>",
            ReportInline.Compared or ReportInline.Amount => Noted(inline),
            ReportInline.Reference reference =>
                $"<a href=\"#{ReportOutline.Of(reference)}\">{Encoded(reference.Text)}</a>",
            ReportInline.Words(var text, true, true) => $"<strong><em>{Lines(text)}</em></strong>",
            ReportInline.Words(var text, true, _) => $"<strong>{Lines(text)}</strong>",
            ReportInline.Words(var text, _, true) => $"<em>{Lines(text)}</em>",
            ReportInline.Words(var text, _, _) => Lines(text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Noted(ReportInline inline)
    {
        var mark = Number(inline) is { } number
            ? $"<sup><a href=\"#not_{number}\" role=\"doc-noteref\" aria-label=\"Not {number}\">{number}</a></sup>"
            : "";
        return $"{Encoded(inline.Plain)}{mark}";
    }

    /// <summary>Where words that have a note stand in the text.</summary>
    private static string PlaceOf(ReportInline inline) =>
        inline is ReportInline.Counted(var claim) ? ReportOutline.Of(claim) : $"vid_not_{Number(inline)}";

    private static string? Number(ReportInline inline) => inline.Note?.ToString(CultureInfo.InvariantCulture);

    private static string Link(ReportOutline.Entry entry) => $"<a href=\"#{entry.Anchor}\">{Encoded(entry.Text)}</a>";

    private static string Colophon(ReportDocument report, EditionAbout about)
    {
        var sentence = report.Mark is { } mark ? $" {EditionAbout.Sentence(mark)}" : "";
        return $"{report.Title}. {about.Line}. Utgivare: {about.Publisher}.{sentence}";
    }

    private static string Lines(string text) => Encoded(text).Replace("&#xA;", "<br />", StringComparison.Ordinal);

    private static string Encoded(string text) => Encoder.Encode(SafeText.Of(text));

    // In a style sheet the encodings of HTML mean nothing; there, a sign is written as its number after "\".
    private static string InStyle(string text)
    {
        var style = new StringBuilder();
        foreach (var rune in SafeText.Of(text).EnumerateRunes())
        {
            _ =
                Rune.IsLetterOrDigit(rune) || rune.Value == ' '
                    ? style.Append(rune)
                    : style.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
        }

        return style.ToString();
    }
}
