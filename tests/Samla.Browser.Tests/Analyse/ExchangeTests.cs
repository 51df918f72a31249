using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Samla.Browser.Tests.Analyse;

public sealed partial class ExchangeTests(Chromium chromium) : IAsyncLifetime
{
    private const string Exchange = $"{Work.Root}/utbyte";

    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<bool> WithAndWithoutScript => Public.WithAndWithoutScript;

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public async Task A_project_is_fetched_shown_read_in_and_undone(bool hasScript)
    {
        var page = await Open(hasScript);
        var project = Anew(await Download(page, "Projekt (.qdpx)"));
        await Send(page, "projekt.qdpx", project);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Det här gör filen");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("läggs till. Inget är sparat än.");
        await Expect(page.GetByText("Koder som får kodningar")).ToBeVisibleAsync();
        if (hasScript) // axe is a script too
        {
            await page.Draw("guide-utbyte.png", page.Locator("body"), 0, 640);
            await page.HasNoBarrier();
        }

        await Press(page, "Läs in");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du läste in ett projekt (kodningar: ");
        await Send(page, "projekt.qdpx", project);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("filen ändrar ingenting.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Läs in", Exact = true })).ToHaveCountAsync(0);

        await page.GotoAsync(Exchange);
        await Send(page, "projekt.qdpx", Anew(project, "Beatrix"));
        await Press(page, "Läs in");
        await Press(page, "Ångra");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du ångrade att du läste in ett projekt");
    }

    [Fact]
    public async Task A_codebook_adds_its_new_codes_and_says_which_have_no_place()
    {
        var page = await Open(hasScript: false);
        var codebook = Encoding.UTF8.GetBytes(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Prov"><Codes>
            <Code guid="11111111-1111-4111-8111-111111111111" name="Ur provet" isCodable="false">
            <Code guid="11111111-1111-4111-8111-111111111112" name="Utan krav" isCodable="true"/></Code>
            </Codes></CodeBook>
            """
        );
        await Send(page, "prov.qdc", codebook);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 ny kod eller grupp läggs till.");
        await Expect(page.GetByText("Samla vet inte vilket krav koden gäller.")).ToBeVisibleAsync();

        await Press(page, "Läs in");
        await Expect(page.Locator("#besked")).ToContainTextAsync("Du läste in ett kodschema (koder och grupper: 1).");
        await page.GotoAsync($"{Work.Root}/kodschema");
        await Expect(page.Locator("#kod-ur-provet")).ToContainTextAsync("Ur provet");
    }

    [Fact]
    public async Task What_is_no_exchange_file_is_refused_in_words()
    {
        var page = await Open(hasScript: true);
        await Send(page, "svar.docx", "Hej"u8.ToArray());

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Filen är inget REFI-QDA-projekt.");
        await page.HasNoBarrier();
    }

    [Fact]
    public async Task All_kinds_of_files_are_found_from_the_coding()
    {
        var page = await chromium.Open(_site, $"{Work.Root}/kodning", Public.Browser(width: 390));
        await page.GetByRole(AriaRole.Link, new() { Name = "Utbyte med andra program" }).ClickAsync();
        await page.HasNoBarrier();
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
        Assert.StartsWith("PK", Latin(await Download(page, "Projekt (.qdpx)")), StringComparison.Ordinal);
        Assert.Contains("<CodeBook", Latin(await Download(page, "Kodschema (.qdc)")), StringComparison.Ordinal);
        Assert.StartsWith("kod,etikett,", Latin(await Download(page, "Kodningar (.csv)")), StringComparison.Ordinal);
        Assert.StartsWith("PK", Latin(await Download(page, "Kodningar (.xlsx)")), StringComparison.Ordinal);
    }

    /// <summary>The project as somebody else coded it: the same passages, by another person.</summary>
    private static byte[] Anew(byte[] project, string coder = "Anna")
    {
        using var file = new MemoryStream();
        file.Write(project);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("project.qde")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("project.qde").Open());
            writer.Write(UserName().Replace(text, $"${{before}}{coder}\""));
        }

        return file.ToArray();
    }

    private async Task<IPage> Open(bool hasScript) => await chromium.Open(_site, Exchange, Public.Browser(hasScript));

    private static async Task<byte[]> Download(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync()
        );
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static async Task Send(IPage page, string name, byte[] content)
    {
        await page.GetByLabel("Projekt eller kodschema")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );
        await Press(page, "Visa vad filen gör");
    }

    [GeneratedRegex("(?<before><User [^>]*name=\")[^\"]*\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UserName();

    private static string Latin(byte[] file) => Encoding.Latin1.GetString(file);

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
