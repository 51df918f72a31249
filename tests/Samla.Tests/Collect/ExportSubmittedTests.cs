using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Samla.Collect;
using Samla.Domain.Collect;
using Samla.Tests.Publish;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

/// <summary>The agency fetches what has been handed in.</summary>
public sealed class ExportSubmittedTests(Databases databases)
{
    private const string Draft = "Det här är inte inlämnat.";

    private const string Mark = "rekonstruerad ur offentliga uppgifter";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_file_holds_what_was_handed_in_and_nothing_written_since(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var submitted = (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Text;
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, Draft, seen: 1);
        await database.Add(Sample2023.Värmland, Full);

        var word = TextOf(await File(database, "docx"));
        Assert.Contains("Version 1, inlämnad", word, StringComparison.Ordinal);
        Assert.Contains(submitted.Split('\n')[0], word, StringComparison.Ordinal);
        Assert.DoesNotContain(Draft, word, StringComparison.Ordinal);
        Assert.DoesNotContain("Kurser för båtbyggare", word, StringComparison.Ordinal);
        Assert.Contains(Mark, word, StringComparison.Ordinal);

        var cells = XlsxText
            .Read((await File(database, "xlsx")).Content)
            .Values.SelectMany(rows => rows)
            .SelectMany(row => row)
            .ToList();
        Assert.DoesNotContain("Kurser för båtbyggare", cells);
        Assert.Contains(
            cells,
            cell => cell.StartsWith("Insatserna som de lämnades in med version 1", StringComparison.Ordinal)
        );
        Assert.Contains(Mark, cells);

        var json = JsonElement.Parse((await File(database, "json")).Content);
        var only = Assert.Single(json.GetProperty("submissions").EnumerateArray());
        Assert.Equal("17", only.GetProperty("reporter").GetString());
        Assert.DoesNotContain(Draft, only.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(
            JsonEncodedText
                .Encode(submitted.Split('\n')[0], System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .ToString(),
            only.GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Equal(Mark, json.GetProperty("mark").GetString());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_intervention_that_has_been_changed_since_is_there_as_it_was_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var id = await database.Add(Sample2023.Värmland, Full);
        await database.Submit(Sample2023.Värmland);
        await database.Write(Sample2023.Värmland, id, Full.With("Name", "Kurser för glasblåsare"), seen: 1);

        string[] files =
        [
            TextOf(await File(database, "docx")),
            string.Join(
                '\n',
                XlsxText
                    .Read((await File(database, "xlsx")).Content)
                    .Values.SelectMany(rows => rows)
                    .SelectMany(row => row)
            ),
            Encoding.UTF8.GetString((await File(database, "json")).Content),
        ];

        Assert.All(files, file => Assert.Contains("Kurser för båtbyggare", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("glasblåsare", file, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_archive_has_a_folder_with_three_files_for_each_who_has_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var file = (await database.Ask((ExportSubmitted export) => export.Run(Sample2023.Round, Stop)))!;

        Assert.Equal("redovisningar-2023.zip", file.Name);
        using var archive = new ZipArchive(new MemoryStream(file.Content));
        Assert.Equal((27 * 3) + 1, archive.Entries.Count);
        Assert.All(
            archive.Entries,
            entry => Assert.Matches(@"^[\p{L}\d() _-]+([/.][\p{L}\d_-]+)?(\.[a-z]+)?$", entry.FullName)
        );
        var inside = archive.GetEntry("Region Jämtland Härjedalen (23)/redovisning-2023-23-version-1.docx");
        Assert.NotNull(inside);
        Assert.True(inside.Length > 1_000);
        Assert.NotNull(archive.GetEntry("Region Jämtland Härjedalen (23)/insatser-2023-23-version-1.xlsx"));
        await using var about = await archive.GetEntry("Läs mig.txt")!.OpenAsync(Stop);
        using var reader = new StreamReader(about, Encoding.UTF8);
        Assert.Contains(Mark, await reader.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_has_been_handed_in_there_is_no_file()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var round = Sample2023.Named<Round>("2024");
        var gotland = Sample2023.Named<Reporter>("09");

        Assert.Null(await database.Ask((ExportSubmitted export) => export.Run(round, gotland, "docx", Stop)));
        Assert.Null(await database.Ask((ExportSubmitted export) => export.Run(Sample2023.Round, gotland, "exe", Stop)));
        Assert.Null(
            await database.Ask(
                (ExportSubmitted export) =>
                    export.Run(Sample2023.Round, Sample2023.Named<Reporter>("lst-99"), "docx", Stop)
            )
        );
        Assert.Null(await database.Ask((ExportSubmitted export) => export.Run(round, Stop)));
    }

    private static async Task<ExportSubmitted.SubmittedFile> File(TestDatabase database, string format) =>
        (
            await database.Ask(
                (ExportSubmitted export) => export.Run(Sample2023.Round, Sample2023.Värmland, format, Stop)
            )
        )!;

    private static string TextOf(ExportSubmitted.SubmittedFile file)
    {
        var word = new WordFile(file.Content);
        return string.Join('\n', word.Paragraphs.Select(paragraph => paragraph.Value));
    }
}
