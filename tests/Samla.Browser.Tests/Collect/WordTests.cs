using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Collect;

/// <summary>An officer of Region Kalmar writes in Word. The pages have no script, so nothing here needs one.</summary>
public sealed class WordTests(Chromium chromium) : IAsyncLifetime
{
    private const string Tasks = "/redovisa/2023/08";
    private const string Section = "/redovisa/2023/08/medskick";
    private const string Upload = "/redovisa/2023/08/word";
    private const string Placeholder = "Skriv svaret här. Den här raden räknas inte som svar.";

    private static readonly Key<Requirement> Free = Key<Requirement>.Parse("medskick-fritt", null);

    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_template_is_fetched_filled_in_shown_and_read_in(bool withScript)
    {
        var page = await chromium.Open(_site, Tasks, new() { JavaScriptEnabled = withScript });
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Hämta mallen" }).ClickAsync()
        );
        Assert.Equal("mall-2023-08.docx", download.SuggestedFilename);
        var filled = Filled(await File.ReadAllBytesAsync(await download.PathAsync(), Stop), "Skrivet i Word.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Läs in en ifylld mall" }).ClickAsync();

        await Send(page, filled);

        await Expect(page.GetByText("Ett svar läses in", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Skrivet i Word.")).ToBeVisibleAsync();
        Assert.Null(await Kept());
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in ett svar" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ett svar är inläst från Word-filen");
        await page.GotoAsync(Section);
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Skrivet i Word.");

        await page.GotoAsync(Upload);
        await Send(page, filled);
        await Expect(page.GetByText("Filen innehåller inget nytt")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_row_is_shown_as_new_before_it_is_read_in()
    {
        var page = await chromium.Open(_site, "/redovisa/2024/12/word");
        await Send(
            page,
            Changed(
                await Template("12", round: "2024"),
                document =>
                {
                    var table = document.IndexOf("analyser-forteckning.rader", StringComparison.Ordinal);
                    var head = document.IndexOf("</w:tr>", table, StringComparison.Ordinal);
                    var cell = document.IndexOf("</w:p>", head, StringComparison.Ordinal);
                    return document.Insert(cell, "<w:r><w:t>Kustens näringsliv</w:t></w:r>");
                }
            )
        );

        await Expect(page.GetByText("En ny rad", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Kustens näringsliv")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_report_for_reading_is_fetched_too()
    {
        var page = await chromium.Open(_site, Tasks);
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Hämta hela redovisningen" }).ClickAsync()
        );
        Assert.Equal("redovisning-2023-08.docx", download.SuggestedFilename);
    }

    [Fact]
    public async Task A_text_without_place_goes_where_somebody_says()
    {
        var page = await chromium.Open(_site, Upload);
        await Send(page, Loose(Filled(await Template("08"), "Svaret.")));
        await Expect(page.GetByText("Överst i filen.")).ToBeVisibleAsync();

        await page.GetByLabel("Vad ska hända med filens text?").SelectOptionAsync($"sist:{Free}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in ett svar" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ett svar är inläst");
        Assert.Equal("Svaret.\n\nÖverst i filen.", await Kept());
    }

    [Theory]
    [InlineData(true, "Filens.")]
    [InlineData(false, "Webbens.")]
    public async Task Two_texts_are_both_shown_and_somebody_chooses(bool replaces, string kept)
    {
        var file = Filled(await Template("08"), "Filens.");
        await Save("Webbens.", seen: 0);
        var page = await chromium.Open(_site, Upload);
        await Send(page, file);
        await Expect(page.GetByLabel("Filens text", new() { Exact = true })).ToContainTextAsync("Filens.");
        await Expect(page.GetByLabel("Webbplatsens text")).ToContainTextAsync("Webbens.");

        await page.GetByLabel("Vad ska hända med filens text?").SelectOptionAsync(replaces ? $"ersatt:{Free}" : "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("inläst");
        Assert.Equal(kept, await Kept());
    }

    [Fact]
    public async Task Who_was_overtaken_sees_the_list_again_and_nothing_is_saved()
    {
        var page = await chromium.Open(_site, Upload);
        await Send(page, Filled(await Template("08"), "Filens."));
        await Save("Webbens.", seen: 0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in ett svar" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon har sparat ett svar");
        await Expect(page.GetByLabel("Webbplatsens text")).ToContainTextAsync("Webbens.");
        Assert.Equal("Webbens.", await Kept());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_why()
    {
        var page = await chromium.Open(_site, Upload);

        await Send(page, "Ingen Word-fil."u8.ToArray());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Filen är ingen Word-fil");

        await Send(page, Filled(await Template("09"), "Gotlands."));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Filen gäller Region Gotland");
        Assert.Null(await Kept());
    }

    [Fact]
    public async Task The_pages_have_no_barrier()
    {
        var file = Loose(Filled(await Template("08"), new string('å', 2_001)));
        var page = await chromium.Open(_site, Tasks);
        await page.LooksRight();
        await page.GotoAsync(Upload);
        await page.LooksRight();

        await Send(page, file);
        await Expect(page.GetByText("tecken för långt")).ToBeVisibleAsync();
        await page.LooksRight();

        await Save("Webbens.", seen: 0);
        await Send(page, file);
        await Expect(page.GetByLabel("Webbplatsens text")).ToBeVisibleAsync();
        await page.LooksRight();

        await Send(page, [1, 2, 3]);
        await page.LooksRight();
    }

    private static async Task Send(IPage page, byte[] file)
    {
        await page.GetByLabel("Ifylld mall")
            .Or(page.GetByLabel("Välj en annan fil"))
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "ifylld.docx",
                    MimeType = "application/octet-stream",
                    Buffer = file,
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa vad som läses in" }).ClickAsync();
    }

    // The last question is the only one that the sample leaves open.
    private static byte[] Filled(byte[] template, string answer) =>
        Changed(
            template,
            document =>
            {
                var at = document.LastIndexOf(Placeholder, StringComparison.Ordinal);
                return document[..at] + answer + document[(at + Placeholder.Length)..];
            }
        );

    private static byte[] Loose(byte[] file) =>
        Changed(
            file,
            document =>
                document.Replace(
                    "<w:body>",
                    "<w:body><w:p><w:r><w:t>Överst i filen.</w:t></w:r></w:p>",
                    StringComparison.Ordinal
                )
        );

    private static byte[] Changed(byte[] file, Func<string, string> change)
    {
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("word/document.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            writer.Write(change(text));
        }

        return changed.ToArray();
    }

    private async Task<byte[]> Template(string reporter, string round = "2023")
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return (
            await scope
                .ServiceProvider.GetRequiredService<WriteTemplate>()
                .Run(Key<Round>.Parse(round, null), Key<Reporter>.Parse(reporter, null), Stop)
        )!;
    }

    private async Task Save(string text, int seen)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<SaveAnswer>()
            .Run(Key<Round>.Parse("2023", null), Key<Reporter>.Parse("08", null), Free, text, seen, "test", Stop);
    }

    /// <summary>The answer that the server has; null where there is none.</summary>
    private async Task<string?> Kept()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var view = await scope
            .ServiceProvider.GetRequiredService<ViewSubmission>()
            .Run(Key<Round>.Parse("2023", null), Key<Reporter>.Parse("08", null), Stop);
        return view!
            .Sections.SelectMany(section => section.Items)
            .Single(item => item.Requirement.Id == Free)
            .Draft?.Text;
    }
}
