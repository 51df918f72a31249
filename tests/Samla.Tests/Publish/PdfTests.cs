using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Tests.Publish;

/// <summary>The PDF is made by LibreOffice from the Word file, so what matters is what LibreOffice makes of it.</summary>
public sealed partial class PdfTests
{
    [Fact]
    public async Task LibreOffice_makes_a_PDF_with_all_words_and_with_page_numbers_in_the_contents()
    {
        Assert.SkipUnless(IsInstalled("soffice"), "soffice is not installed; it makes the PDF.");
        Assert.SkipUnless(IsInstalled("pdftotext"), "pdftotext is not installed; it reads the PDF.");
        var folder = Directory.CreateTempSubdirectory("samla-pdf-");
        try
        {
            var word = Path.Combine(folder.FullName, "report.docx");
            await File.WriteAllBytesAsync(
                word,
                WordFile.Of(MadeUpEdition.Report).Bytes,
                TestContext.Current.CancellationToken
            );
            await Run(
                folder,
                "soffice",
                "--headless",
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}",
                "--convert-to",
                """pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}""",
                word
            );
            var pages = (await Run(folder, "pdftotext", "-layout", "report.pdf", "-")).TrimEnd('\f').Split('\f');

            // Title, contents, two chapters and the annex.
            Assert.Equal(5, pages.Length);
            Assert.Equal(
                [
                    ("3 Sjöar", 3),
                    ("3.1 Uttrar", 3),
                    ("4 Vattendrag", 4),
                    ("4.1 Ångbåtar", 4),
                    ("Bilaga: påståenden och regioner", 5),
                ],
                Entry()
                    .Matches(pages[1])
                    .Select(entry =>
                        (
                            entry.Groups["text"].Value,
                            int.Parse(entry.Groups["page"].Value, CultureInfo.InvariantCulture)
                        )
                    )
            );
            Assert.Contains("3 Sjöar", pages[2], StringComparison.Ordinal);
            Assert.Matches(@"(?m)^\s*1\s+Dalarna, Skåne, Örebro\.", pages[2]);
            Assert.Matches(@"(?m)^\s*4\s+Blekinge, Värmland\.", pages[3]);
            Assert.All(
                pages,
                page => Assert.Contains("rekonstruerad ur offentliga uppgifter", page, StringComparison.Ordinal)
            );
            Assert.Contains("4 (5)", pages[3], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> Run(DirectoryInfo folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await error}");
        return output;
    }

    [GeneratedRegex(
        @"^ *(?<text>\S.*?)\.{3,} *(?<page>\d+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Entry();
}
