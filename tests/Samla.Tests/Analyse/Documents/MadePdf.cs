using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Samla.Tests.Analyse.Documents;

/// <summary>A PDF written by hand, each line set where a typesetter would: PdfPig's own writer has no å, ä and ö.</summary>
internal static class MadePdf
{
    private const int Left = 70;
    private const int Top = 740;
    private const int LineHeight = 14;

    private static readonly byte[] RedPixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    );

    /// <summary>Pages of paragraphs of lines, with a head and a foot on each.</summary>
    public static byte[] Of(string? head, Func<int, string>? foot, params IReadOnlyList<string[][]> pages) =>
        OfContents([
            .. pages
                .Index()
                .Select(page =>
                    (head is null ? "" : Line(head, 9, Left, 800))
                    + (foot is null ? "" : Line(foot(page.Index + 1), 9, 280, 40))
                    + Paragraphs(page.Item)
                ),
        ]);

    /// <summary>Two columns on one page, line by line over both: the order in the file is not that of a reader.</summary>
    public static byte[] OfColumns(string[] left, string[] right) =>
        OfContents(
            string.Concat(
                left.Zip(right)
                    .Index()
                    .Select(line =>
                        Line(line.Item.First, 10, 50, Top - (line.Index * LineHeight))
                        + Line(line.Item.Second, 10, 320, Top - (line.Index * LineHeight))
                    )
            )
        );

    /// <summary>A line with a small raised figure in it, as a note's mark is.</summary>
    public static byte[] WithMark() =>
        OfContents(
            $"BT /F1 11 Tf {Left} {Top} Td (Sju regioner) Tj /F1 6 Tf 4 Ts (12) Tj /F1 11 Tf 0 Ts ( har en plan med 12 delar.) Tj ET"
        );

    /// <summary>A page with nothing but a picture.</summary>
    public static byte[] OfPicture() => Scanned(1, []);

    /// <summary>Pages as a scanner makes them: a picture of one red pixel over each.</summary>
    /// <param name="pages">How many.</param>
    /// <param name="typed">What is typed over the first of them, a page each.</param>
    /// <param name="stamp">What is printed at the foot of each.</param>
    public static byte[] Scanned(int pages, IReadOnlyList<string> typed, Func<int, string>? stamp = null)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        var whole = new PdfRectangle(0, 0, 500, 700);
        PdfPageBuilder.AddedImage? picture = null;
        for (var at = 0; at < pages; at++)
        {
            var page = pdf.AddPage(PageSize.A4);
            if (picture is null)
            {
                picture = page.AddPng(RedPixel, whole);
            }
            else
            {
                page.AddImage(picture, whole);
            }

            if (at < typed.Count)
            {
                page.AddText(typed[at], 24, new PdfPoint(Left, Top), font);
            }

            if (stamp is not null)
            {
                page.AddText(stamp(at + 1), 9, new PdfPoint(280, 40), font);
            }
        }

        return pdf.Build();
    }

    /// <summary>A page for each content, as the language of PDF has it.</summary>
    public static byte[] OfContents(params IReadOnlyList<string> contents) =>
        OfStreams("", [.. contents.Select(Encoding.Latin1.GetBytes)]);

    /// <summary>A page for each stream, that is packed as <paramref name="filter"/> says.</summary>
    public static byte[] OfStreams(string filter, params IReadOnlyList<byte[]> streams)
    {
        const int FirstPage = 4;
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object(
            $"<< /Type /Pages /Count {streams.Count} /Kids [{string.Join(' ', streams.Select((_, page) => $"{FirstPage + (2 * page)} 0 R"))}] >>"
        );
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        foreach (var stream in streams)
        {
            Object(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {places.Count + 2} 0 R >>"
            );
            Object($"<< /Length {stream.Length} {filter} >>", stream);
        }

        var table = pdf.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Write(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));

        void Object(string dictionary, byte[]? stream = null)
        {
            places.Add(pdf.Position);
            Write($"{places.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Write("stream\n");
                pdf.Write(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }
    }

    private static string Paragraphs(string[][] paragraphs)
    {
        var text = new StringBuilder();
        var at = Top;
        foreach (var paragraph in paragraphs)
        {
            foreach (var line in paragraph)
            {
                text.Append(Line(line, 11, Left, at));
                at -= LineHeight;
            }

            at -= LineHeight * 3 / 2;
        }

        return text.ToString();
    }

    private static string Line(string text, int size, int left, int bottom) =>
        $"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET\n";
}
