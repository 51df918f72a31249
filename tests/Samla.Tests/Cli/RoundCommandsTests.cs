using System.Text.Json;
using Samla.Domain;
using Samla.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>The commands on a round, by the contract that other people's scripts rely on.</summary>
public sealed class RoundCommandsTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_matrix_is_JSON_by_the_contract(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var ended = await _samla.Run(["matrix", "2023", "--format", "json", .. database.Options]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        var codes = JsonElement.Parse(ended.Output).GetProperty("codes").EnumerateArray().ToList();
        Assert.Equal(Sample2023.Files.Codebook.Count(code => code.Kind == "leaf"), codes.Count);
        Assert.All(
            codes,
            code =>
            {
                Assert.NotEmpty(code.GetProperty("id").GetString()!);
                Assert.NotEmpty(code.GetProperty("label").GetString()!);
                string[][] sets =
                [
                    Counties(code, "says"),
                    Counties(code, "silent"),
                    Counties(code, "notAsked"),
                    Counties(code, "notRead"),
                ];
                Assert.All(sets, set => Assert.Equal(set.Order(StringComparer.Ordinal), set));
                Assert.Equal(
                    RegionSet.All.Select(region => region.ToString()),
                    sets.SelectMany(set => set).Order(StringComparer.Ordinal)
                );
            }
        );
        var revises = codes.Single(code => code.GetProperty("id").GetString() == "rus-reviderar");
        Assert.Equal(["01", "03", "05", "07", "08", "19", "25"], Counties(revises, "says"));
    }

    [Fact]
    public async Task The_matrix_as_CSV_and_text_holds_the_same_codes()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var csv = CsvText.Rows((await _samla.Run(["matrix", "2023", "--format", "csv", .. database.Options])).Output);
        var text = (await _samla.Run(["matrix", "2023", .. database.Options])).Text.Split('\n').SkipLast(1).ToList();
        Assert.Contains("rekonstruerad ur offentliga uppgifter", text[0], StringComparison.Ordinal);
        Assert.All(csv, row => Assert.Equal(24, row.Length));
        Assert.All(csv.Skip(1), row => Assert.Equal("rekonstruerad ur offentliga uppgifter", row[^1]));
        Assert.Equal(csv.Count, text.Count);
        Assert.All(
            csv.Skip(1).Zip(text.Skip(1)),
            pair => Assert.Contains($" {pair.First[0]}: ", pair.Second, StringComparison.Ordinal)
        );
        var revises = csv.Single(row => row[0] == "rus-reviderar");
        Assert.Equal(7, revises.Count(cell => cell == "säger"));
        Assert.Equal(14, revises.Count(cell => cell == "tiger"));
    }

    [Fact]
    public async Task An_edition_is_given_its_decision_whole_or_not_at_all()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        string[] publish = ["publish", "2023", "--to", "md", .. database.Options, "--decided-by", "Sjödirektören"];

        var half = await _samla.Run(publish);
        Assert.Equal(2, half.Code);
        Assert.Contains("--record-number: Skriv beslutets diarienummer.", half.Error, StringComparison.Ordinal);

        string[] rest = ["--decided-on", "2024-01-31", "--record-number", "S 7", "--presented-by", "utan föredragning"];
        var whole = await _samla.Run([.. publish, .. rest, "--note", "Beslutet är angivet."]);
        Assert.Equal((0, ""), (whole.Code, whole.Error));
        Assert.Contains(
            "Beslut om rapporten: Sjödirektören, 31\u00a0januari 2024, diarienummer S 7. Beslutet fattades utan föredragning.",
            await File.ReadAllTextAsync(whole.Text.Trim(), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await _samla.Run(["check", whole.Text.Trim(), "--min-severity", "error"])).Code);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_published_file_is_checked_without_an_error(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var published = await _samla.Run(["publish", "2023", "--to", "md", "--out", "ny/mapp", .. database.Options]);
        Assert.Equal((0, ""), (published.Code, published.Error));
        var file = _samla.Path("ny/mapp/samla-2023.md");
        Assert.Equal(file, published.Text.Trim());
        Assert.Equal([Path.GetFileName(file)], Directory.GetFiles(_samla.Path("ny/mapp")).Select(Path.GetFileName));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("rekonstruerad ur offentliga uppgifter", text, StringComparison.Ordinal);
        Assert.Contains("Sju regioner[^1] ", text, StringComparison.Ordinal);

        var check = await _samla.Run("check", file, "--min-severity", "error");
        Assert.Equal((0, ""), (check.Code, check.Error));

        // Once more is the same edition, byte for byte.
        await _samla.Run(["publish", "2023", "--to", "md", "--out", "igen", .. database.Options]);
        Assert.Equal(
            text,
            await File.ReadAllTextAsync(_samla.Path("igen/samla-2023.md"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(8, (await database.Verify()).Lines);
    }

    // Nothing has been changed since the sample's edition, so that these files come past EF Core.
    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Published_files_are_those_of_the_edition_that_is_kept(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var published = await _samla.Run(["publish", "2023", "--to", "docx,html,md", .. database.Options]);
        Assert.Equal((0, ""), (published.Code, published.Error));
        var (edition, report) = (
            await database.Ask(
                (ReadEdition read) => read.ReadWhole(Sample2023.Round, TestContext.Current.CancellationToken)
            )
        )!.Value;
        foreach (var format in EditionFiles.Formats)
        {
            using var expected = new MemoryStream();
            EditionFiles.Write(edition, report, format, expected);
            Assert.Equal(
                expected.ToArray(),
                await File.ReadAllBytesAsync(_samla.Path($"samla-2023.{format}"), TestContext.Current.CancellationToken)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_database_of_a_newer_version_is_not_published_from(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Tamper(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '99.0.0')"""
        );
        await Refused(
            "Databasen är skapad av en nyare version",
            ["publish", "2023", "--to", "docx", .. database.Options]
        );
        Assert.Empty(_samla.Files);
    }

    [Fact]
    public async Task A_server_of_an_older_version_is_not_published_from()
    {
        await using var database = await databases.WithSample(Engine.Postgres);
        await database.Tamper("""DELETE FROM "__EFMigrationsHistory" """);
        await Refused(
            "Databasen på servern är inte anpassad",
            ["publish", "2023", "--to", "docx", .. database.Options]
        );
        Assert.Empty(_samla.Files);
    }

    [Fact]
    public async Task An_export_goes_to_a_file_or_to_standard_output_alike()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var printed = await _samla.Run(["export", "submissions", "2023", .. database.Options]);
        var written = await _samla.Run([
            "export",
            "submissions",
            "2023",
            "--to",
            "json",
            "--out",
            "r.json",
            .. database.Options,
        ]);
        Assert.Equal((0, "", ""), (written.Code, written.Text, written.Error));
        Assert.Equal(
            printed.Output,
            await File.ReadAllBytesAsync(_samla.Path("r.json"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(27, JsonElement.Parse(printed.Output).GetProperty("submissions").GetArrayLength());
    }

    [Theory]
    [InlineData("Omgången ”2099” finns inte.", "matrix", "2099")]
    [InlineData("Omgången ”Å” finns inte.", "matrix", "Å")]
    [InlineData("", "matrix")]
    [InlineData("", "matrix", "2023", "--format", "xml")]
    [InlineData("Omgången ”2099” finns inte.", "export", "submissions", "2099")]
    [InlineData("", "export", "submissions", "2023", "--to", "xml")]
    [InlineData("", "export")]
    [InlineData("Resultatet kan inte skrivas till", "export", "submissions", "2023", "--out", "finns/inte.json")]
    [InlineData("Rapporten kan inte publiceras.", "publish", "2099", "--to", "md")]
    [InlineData("Omgången ”Å” finns inte.", "publish", "Å", "--to", "md")]
    [InlineData("Formatet finns inte.", "publish", "2023", "--to", "md,xml")]
    [InlineData("Formatet finns inte.", "publish", "2023", "--to", "")]
    [InlineData("Mappen", "publish", "2023", "--to", "md", "--out", "rapport.md")]
    [InlineData("Filen saknas.txt finns inte.", "compare", "2023", "saknas.txt")]
    [InlineData("Omgången ”2099” finns inte", "compare", "2099", "rapport.md")]
    public async Task What_cannot_be_done_ends_with_2_and_says_why_in_one_line(string why, params string[] args)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        _samla.Put("rapport.md", "Två regioner[^1] har råd.\n\n[^1]: Dalarna, Skåne.\n");
        await Refused(why, [.. args, .. database.Options]);
        Assert.Equal(["rapport.md"], _samla.Files);
    }

    [Theory]
    [InlineData("matrix", "2023")]
    [InlineData("publish", "2023", "--to", "md")]
    [InlineData("export", "submissions", "2023")]
    [InlineData("compare", "2023", "rapport.md")]
    [InlineData("admin", "verify")]
    [InlineData("admin", "backup", "--out", "kopia.db")]
    public async Task Without_a_database_a_command_says_how_to_make_one_and_makes_none(params string[] args)
    {
        await Refused("Det finns ingen databas", args);
        Assert.Empty(_samla.Files);
    }

    private async Task Refused(string why, string[] args)
    {
        var ended = await _samla.Run(args);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith($"samla: {why}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    private static string[] Counties(JsonElement code, string set) =>
        [.. code.GetProperty(set).EnumerateArray().Select(county => county.GetString()!)];
}
