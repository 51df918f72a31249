using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Samla.Browser.Tests.Testing;
using Samla.Domain.Collect;
using Samla.Grants;

namespace Samla.Browser.Tests.Shell;

/// <summary>
/// Walks from page to page by their links, and to every file they offer: whatever shows a sample round says that its text is
/// reconstructed, or made up.
/// </summary>
public sealed partial class MarkTests(Site site)
{
    /// <summary>Pages of one kind differ in their text alone; so many of each are looked at.</summary>
    private const int MostOfAKind = 2;

    /// <summary>Pages that show nothing of a round, or its title alone.</summary>
    private static readonly string[] WithoutRound =
    [
        "/granska",
        "/exempel-vatten.md",
        "/saknas",
        "/fel",
        "/konto",
        "/konto/logga-in",
        "/konto/glomt",
        "/konto/personer",
        "/mallar",
        "/medel/las-in",
        // Nothing is corrected in the samples; each correction has the tag of its round.
        "/rattelser",
        // One's own queue, over all rounds.
        "/bedomning",
        // The register's facts are from the agency's reports.
        "/strategier",
        "/strategier?ar=2023",
        "/strategier/strategier.csv",
        "/strategier/strategier.json",
    ];

    [Fact]
    public async Task Every_page_and_every_file_that_shows_a_sample_round_carries_its_mark()
    {
        using var client = new FormClient(site);
        var seen = new HashSet<string>();
        var kinds = new Dictionary<string, int>();
        var waiting = new Queue<string>([
            "/",
            "/arbete",
            "/redovisa",
            "/arbete/2023",
            "/redovisa/2023",
            "/arbete/2024",
            "/redovisa/2024/21",
        ]);
        var missing = new List<string>();
        while (waiting.TryDequeue(out var path))
        {
            // Another program makes a PDF, and takes its time: one with each mark is looked at.
            var (kind, most) = IsPdf(path) ? ($"{MarkOf(path)}.pdf", 1) : (Kind().Replace(path, "…"), MostOfAKind);
            if (!seen.Add(path) || kinds.GetValueOrDefault(kind) >= most)
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            using var response = await client.Get(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answers {response.StatusCode}");
            var (text, isPage) = await Read(response);
            if (
                !WithoutRound.Contains(path)
                && !IsOfDocuments(path)
                && !text.Contains(MarkOf(path), StringComparison.Ordinal)
            )
            {
                missing.Add(path);
            }

            foreach (var link in isPage ? LinksIn(text) : [])
            {
                waiting.Enqueue(link);
            }
        }

        Assert.Empty(missing);
        // The walk must have come to each step and to each kind of file.
        Assert.All(
            (string[])
                [
                    "/rapport/2023",
                    "/rapport/2023/samla-2023.docx",
                    "/rapport/2023/samla-2023.html",
                    "/rapport/2023/samla-2023.md",
                    "/matris/2023",
                    "/lan/12",
                    "/arbete/2023/kodning",
                    "/arbete/2023/kapitel",
                    "/redovisa/2023/12/inlamnad",
                    "/arbete/2024/kodning",
                    "/redovisa/2024/21/kompetens",
                    "/redovisa/2024/21/kontrollera",
                    "/redovisa/2023/10/insatser",
                    "/redovisa/2023/10/insatser.xlsx",
                ],
            path => Assert.Contains(seen, walked => walked.Split('?')[0] == path)
        );
        Assert.Contains(seen, walked => walked.Split('?')[0].EndsWith(".csv", StringComparison.Ordinal));
        Assert.Contains(seen, walked => walked.Split('?')[0].EndsWith(".json", StringComparison.Ordinal));
    }

    /// <summary>It is only there where a language model is set, so no walk on another site comes to it.</summary>
    [Fact]
    public async Task The_record_of_the_language_model_carries_the_mark_of_its_round()
    {
        await using var withModel = new ModelSite("http://127.0.0.1:9/v1");
        await withModel.InitializeAsync();
        using var client = new FormClient(withModel);
        foreach (var path in (string[])["/arbete/2023/sprakmodell", "/arbete/2024/sprakmodell"])
        {
            using var response = await client.Get(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains(MarkOf(path), (await Read(response)).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A document's file is as somebody else wrote it; the page that it hangs on has the mark.</summary>
    // What somebody has put there is as it is, in a sample round too.
    private static bool IsOfDocuments(string path) => path.Split('/', '?', '#') is ["", "arbete", _, "dokument", ..];

    private static bool IsPdf(string path) => path.EndsWith(".pdf", StringComparison.Ordinal);

    /// <summary>What another program reads in a PDF; it breaks lines, which the mark does not have.</summary>
    private static async Task<string> TextOfPdf(HttpResponseMessage response)
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/pdftotext"),
            "There is no /usr/bin/pdftotext (apt-get install poppler-utils)."
        );
        using var reader = Process.Start(
            new ProcessStartInfo("/usr/bin/pdftotext", ["-", "-"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var text = reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await response.Content.CopyToAsync(reader.StandardInput.BaseStream, TestContext.Current.CancellationToken);
        reader.StandardInput.Close();
        return WhiteSpace().Replace(await text, " ");
    }

    private static string MarkOf(string path) =>
        path.StartsWith("/medel", StringComparison.Ordinal) ? GrantWords.MadeUp
        : path.Contains("2024", StringComparison.Ordinal) || path.Contains("rus-2026", StringComparison.Ordinal)
            ? Marks.Invented
        : Marks.Reconstructed;

    private static IEnumerable<string> LinksIn(string page) =>
        Link()
            .Matches(page)
            .Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value).Split('#')[0])
            .Where(path => path.StartsWith('/') && !Asset().IsMatch(path))
            .Distinct();

    private static async Task<(string Text, bool IsPage)> Read(HttpResponseMessage response)
    {
        // In a text each page's header; in a workbook the sheet about it, for a register may have no rows. WorkbookTests sees each row.
        var part = response.Content.Headers.ContentType?.MediaType switch
        {
            { } type when type.EndsWith("wordprocessingml.document", StringComparison.Ordinal) => "header",
            { } type when type.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) => "sheet",
            // Its files are those that are offered one by one.
            "application/zip" => "Läs mig",
            _ => null,
        };
        if (response.Content.Headers.ContentType?.MediaType == "application/pdf")
        {
            return (await TextOfPdf(response), false);
        }

        if (part is null)
        {
            var isPage =
                response.Content.Headers.ContentType?.MediaType == "text/html"
                && response.Content.Headers.ContentDisposition is null;
            return (WebUtility.HtmlDecode(await FormClient.Text(response)), isPage);
        }

        await using var content = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var package = new ZipArchive(content);
        var parts = package.Entries.Where(entry => entry.Name.StartsWith(part, StringComparison.Ordinal)).ToList();
        if (parts.Count == 0)
        {
            return ("", false); // a document as it was uploaded
        }

        using var reader = new StreamReader(
            await (part == "header" ? parts[0] : parts[^1]).OpenAsync(TestContext.Current.CancellationToken)
        );
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken), false);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("href=\"(?<path>[^\"]*)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\.(css|js|svg|woff2|png)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Asset();

    /// <summary>What differs between pages of one kind: ids, codes and choices.</summary>
    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/(lan|2023|2024|rus-2026|kod|insatser|valj)/)[^/?.]+|(?<==)[^&]+",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Kind();
}
