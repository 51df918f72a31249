using System.Text;
using Samla.Compile;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>An edition as files.</summary>
public static class EditionFiles
{
    /// <summary>The formats by their file extensions.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["docx", "html", "md"];

    /// <summary>
    /// Writes an empty Word file to nowhere. In a program that has just started, most of the time of the first file goes to
    /// loading and compiling the writer, which another core can do while the edition is read.
    /// </summary>
    public static void WarmUpWord() =>
        DocxWriter.Write(
            new ReportDocument("", Mark: null, []),
            new EditionAbout(1, new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), "", Imprint.None),
            Stream.Null
        );

    /// <param name="edition">The edition.</param>
    /// <param name="report">Its content.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="output">Is written to and left open.</param>
    public static void Write(Edition edition, ReportDocument report, string format, Stream output)
    {
        var about = EditionAbout.Of(edition, report);
        switch (format)
        {
            case "docx":
                DocxWriter.Write(report, about, output);
                break;
            case "html":
                using (var text = TextWriter(output))
                {
                    HtmlWriter.Write(report, about, text);
                }

                break;
            case "md":
                using (var text = TextWriter(output))
                {
                    ReportMarkdown.Write(report, text);
                    foreach (var paragraph in about.Paragraphs)
                    {
                        text.Write($"\n{ReportMarkdown.Escaped(paragraph)}\n");
                    }
                }

                break;
            default:
                throw new ArgumentException($"'{format}' is no format.", nameof(format));
        }
    }

    private static StreamWriter TextWriter(Stream output) =>
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
}
