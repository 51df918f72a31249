using System.IO.Compression;
using Microsoft.Playwright;

namespace Samla.Browser.Tests.Collect;

/// <summary>A register of interventions as a file: fetched, changed and read in.</summary>
internal static class Workbook
{
    /// <summary>Lets the page show what the file does.</summary>
    public static async Task Send(IPage page, byte[] file)
    {
        await page.GetByLabel("Excel-fil")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "insatser.xlsx",
                    MimeType = "application/octet-stream",
                    Buffer = file,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa vad filen gör" }).ClickAsync();
    }

    /// <summary>The file with other words in a cell of its first sheet.</summary>
    public static async Task<byte[]> Renamed(IDownload download, string from, string to)
    {
        using var file = new MemoryStream();
        await file.WriteAsync(
            await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string sheet;
            using (var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken)))
            {
                sheet = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }

            entry.Delete();
            await using var writer = new StreamWriter(
                await zip.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(TestContext.Current.CancellationToken)
            );
            await writer.WriteAsync(sheet.Replace(from, to, StringComparison.Ordinal));
        }

        return file.ToArray();
    }
}
