using System.IO.Compression;
using System.Text;
using Samla.Analyse.Exchange;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>The round's own files with one thing wrong in each, read in by the program as a whole: all the rest of them could be added.</summary>
public sealed class RefusedFilesTests(Databases databases) : IDisposable
{
    private const string Unknown = "99999999-9999-4999-8999-999999999999";
    private const string Bomb =
        """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>""";

    private readonly SamlaProcess _samla = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _samla.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_refused_project_says_what_and_where_and_leaves_every_row_as_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await ExchangedRound.Note(database);
        var whole = ExchangeSample.Qdpx(await ExchangedRound.Export(database));
        await ExchangedRound.Clear(database);
        var before = await AllRows.Of(database);
        var qde = ProjectOf(whole);
        var (dangling, code) = Replaced(qde, "<CodeRef targetGUID=\"", Unknown);
        var (outside, place) = Replaced(qde, " endPosition=\"", "99999999");

        foreach (
            var (file, words) in new (byte[], string)[]
            {
                (WithProject(whole, dangling), $"<CodeRef> på rad {code} pekar på koden {Unknown}"),
                (WithProject(whole, outside), $"<PlainTextSelection> på rad {place} gäller tecken "),
                (WithProject(whole, WithDocumentType(qde, Bomb, "&c;")), "project.qde har en DOCTYPE"),
                (WithProject(whole, WithDocumentType(qde, Secret(), "&x;")), "project.qde har en DOCTYPE"),
                (WithProject(whole, qde[..(qde.Length / 2)]), "project.qde är ingen giltig XML (rad "),
                (With(whole, "../utanför.txt", "Hej"), "”../utanför.txt”, som pekar utanför projektet"),
                (With(whole, "sources/../../utanför.txt", "Hej"), "”sources/../../utanför.txt”, som pekar utanför"),
                (ZerosAsProject.Value, "project.qde packas upp till mer än Samla läser (32 MB)"),
                (whole[..(whole.Length / 2)], "Filen är skadad och går inte att packa upp"),
                (whole[..^10], "Filen är skadad och går inte att packa upp"),
            }
        )
        {
            await IsRefused(database, "prov.qdpx", file, words);
            Assert.Equal(before, await AllRows.Of(database));
        }

        Assert.Empty(_samla.Folder.Parent!.EnumerateFiles("utanför.txt"));
        await IsReadIn(database, "prov.qdpx", whole);
        Assert.NotEqual(before, await AllRows.Of(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_refused_codebook_says_what_and_where_and_leaves_every_row_as_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await AllRows.Of(database);
        var whole = await CodebookWithANewCode(database);
        var (without, nameless) = Replaced(whole, "<Code guid=\"", "");
        var (twice, same) = Replaced(whole, "<Code guid=\"", Unknown);

        foreach (
            var (file, words) in new[]
            {
                (without, $"Kodboken: <Code> på rad {nameless} saknar guid"),
                (twice, $"Kodboken: <Code> på rad {same} har samma guid som en annan kod ({Unknown})"),
                (WithDocumentType(whole, Bomb, "&c;"), "Kodboken har en DOCTYPE"),
                (WithDocumentType(whole, Secret(), "&x;"), "Kodboken har en DOCTYPE"),
                (whole[..(whole.Length / 2)], "Kodboken är ingen giltig XML (rad "),
            }
        )
        {
            await IsRefused(database, "prov.qdc", Encoding.UTF8.GetBytes(file), words);
            Assert.Equal(before, await AllRows.Of(database));
        }

        await IsReadIn(database, "prov.qdc", Encoding.UTF8.GetBytes(whole));
        Assert.NotEqual(before, await AllRows.Of(database));
    }

    /// <summary>Made once for both engines: it takes longer to write than to refuse.</summary>
    private static Lazy<byte[]> ZerosAsProject { get; } =
        new(() => new ForeignProject().WithZeros("project.qde").File());

    private async Task IsRefused(TestDatabase database, string name, byte[] file, string words)
    {
        var ended = await Import(database, name, file);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith($"samla: {name}: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", ended.Error, StringComparison.Ordinal);
    }

    private async Task IsReadIn(TestDatabase database, string name, byte[] file)
    {
        var ended = await Import(database, name, file);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("Inte placerat: ingenting", ended.Text, StringComparison.Ordinal);
    }

    private async Task<SamlaProcess.Ended> Import(TestDatabase database, string name, byte[] file)
    {
        await File.WriteAllBytesAsync(_samla.Path(name), file, Stop);
        return await _samla.Run(["import", "refi-qda", name, "--round", "2023", .. database.Options]);
    }

    /// <summary>The round's codebook, with a code in a group that it has.</summary>
    private static async Task<string> CodebookWithANewCode(TestDatabase database)
    {
        using var output = new MemoryStream();
        QdcWriter.Write(output, (await ExchangedRound.Export(database)).Codes);
        var xml = Encoding.UTF8.GetString(output.ToArray());
        var beside = xml.LastIndexOf(
            "<Code ",
            xml.IndexOf("name=\"Reviderar strategin\"", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        return xml.Insert(beside, $"<Code guid=\"{Unknown}\" name=\"Åtgärder på ön\" isCodable=\"true\" />\n");
    }

    /// <summary>An entity that is a file of ours.</summary>
    private string Secret()
    {
        var file = _samla.Path(_samla.Put("hemlig.txt", "hemligt"));
        return $"<!DOCTYPE x [<!ENTITY x SYSTEM \"file://{file}\">]>";
    }

    /// <summary>With a declaration after the first line and an entity in the first text.</summary>
    private static string WithDocumentType(string xml, string declaration, string entity)
    {
        var written = xml.Insert(xml.IndexOf('\n', StringComparison.Ordinal) + 1, declaration);
        return written.Insert(written.IndexOf("</Description>", StringComparison.Ordinal), entity);
    }

    /// <summary>With another value where an attribute stands last, and the line that it stands on.</summary>
    private static (string Xml, int Line) Replaced(string xml, string attribute, string value)
    {
        var start = xml.LastIndexOf(attribute, StringComparison.Ordinal) + attribute.Length;
        var end = xml.IndexOf('"', start);
        return ($"{xml[..start]}{value}{xml[end..]}", xml.AsSpan(0, start).Count('\n') + 1);
    }

    private static string ProjectOf(byte[] qdpx)
    {
        using var archive = new ZipArchive(new MemoryStream(qdpx));
        using var reader = new StreamReader(archive.GetEntry("project.qde")!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] WithProject(byte[] qdpx, string qde) => With(qdpx, "project.qde", qde);

    /// <summary>With one file more, or another in the place of one.</summary>
    private static byte[] With(byte[] qdpx, string name, string content)
    {
        using var file = new MemoryStream();
        file.Write(qdpx);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)?.Delete();
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }
}
