using System.Text.Json;
using Samla.Tests.Collect.Word;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>Reporting in Word from the command line, by the contract that other people's scripts rely on.</summary>
public sealed class WordCommandsTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_template_goes_out_and_comes_back_by_the_contract(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Export(database, "17", "mall.docx");
        var edit = new WordEdit(
            await File.ReadAllBytesAsync(_samla.Path("mall.docx"), TestContext.Current.CancellationToken)
        );
        edit.Fill("medskick-fritt", "Ett medskick.");
        edit.Body.AddFirst(WordEdit.Paragraph("Löst."));
        await Put("fylld.docx", edit.Save());
        var before = (await database.Verify()).Lines;

        var dry = await Import(database, "fylld.docx", "--dry-run");
        Assert.Equal(before, (await database.Verify()).Lines);
        var done = await Import(database, "fylld.docx");
        var again = await Import(database, "fylld.docx");

        Assert.Equal(dry.GetRawText(), done.GetRawText());
        Assert.Equal(before + 1, (await database.Verify()).Lines);
        Assert.Equal(("fylld.docx", "17", "2023"), (Word(done, "file"), Word(done, "reporter"), Word(done, "round")));
        Assert.Equal(["medskick-fritt"], Words(done, "placed"));
        Assert.Equal(35, Words(done, "unchanged").Count());
        var unplaced = Assert.Single(done.GetProperty("unplaced").EnumerateArray());
        Assert.Equal(("Löst.", "före första rubriken"), (Word(unplaced, "text"), Word(unplaced, "where")));
        Assert.Empty(done.GetProperty("findings").EnumerateArray());
        Assert.Empty(Words(again, "placed"));
        Assert.Equal(36, Words(again, "unchanged").Count());
    }

    [Fact]
    public async Task As_text_and_CSV_it_says_the_same()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Export(database, "17", "mall.docx");

        var text = (await _samla.Run(["import", "submissions", "mall.docx", .. database.Options])).Text;
        var csv = CsvText.Rows(
            (await _samla.Run(["import", "submissions", "mall.docx", "--format", "csv", .. database.Options])).Output
        );

        Assert.Contains("mall.docx: Region Värmland", text, StringComparison.Ordinal);
        Assert.Contains("Som förut: 36 svar", text, StringComparison.Ordinal);
        Assert.Equal(36, csv.Skip(1).Count(row => row[3] == "unchanged"));
        Assert.All(csv.Skip(1), row => Assert.Equal("rekonstruerad ur offentliga uppgifter", row[^1]));
    }

    [Fact]
    public async Task A_single_new_row_is_told_as_one()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Export(database, "17", "mall.docx", round: "2024");
        var edit = new WordEdit(
            await File.ReadAllBytesAsync(_samla.Path("mall.docx"), TestContext.Current.CancellationToken)
        );
        var row = edit.Content("analyser-forteckning.rader").Descendants(WordEdit.W + "tr").ElementAt(1);
        row.Descendants(WordEdit.W + "p").First().Add(WordEdit.Run("Kustens näringsliv"));
        await Put("fylld.docx", edit.Save());

        var text = (await _samla.Run(["import", "submissions", "fylld.docx", .. database.Options])).Text;

        Assert.Contains(": 1 ny rad, 0 ändrade", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_for_reading_is_a_file_too()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var ended = await _samla.Run([
            "export",
            "report",
            "2023",
            "--reporter",
            "lst-17",
            "--out",
            "r.docx",
            .. database.Options,
        ]);
        Assert.Equal((0, "", ""), (ended.Code, ended.Text, ended.Error));
        Assert.Equal(["r.docx"], _samla.Files);
    }

    [Fact]
    public async Task One_file_that_cannot_be_read_stops_all_and_nothing_is_printed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Export(database, "17", "mall.docx");
        await Put(
            "fylld.docx",
            new WordEdit(await File.ReadAllBytesAsync(_samla.Path("mall.docx"), TestContext.Current.CancellationToken))
                .Fill("medskick-fritt", "Ett medskick.")
                .Save()
        );
        _samla.Put("fel.docx", "Ingen Word-fil.");

        var ended = await _samla.Run(["import", "submissions", "fylld.docx", "fel.docx", .. database.Options]);

        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith("samla: fel.docx: Filen är ingen Word-fil", ended.Error, StringComparison.Ordinal);
        Assert.Null(await database.Kept(Sample2023.Värmland, "medskick-fritt"));
    }

    [Theory]
    [InlineData("saknas.docx: Filen finns inte.", "import", "submissions", "saknas.docx")]
    [InlineData("", "import", "submissions")]
    [InlineData("Uppgiftslämnaren ”02” har ingen redovisning", "export", "template", "2023", "--reporter", "02")]
    [InlineData("Uppgiftslämnaren ”17” har ingen redovisning", "export", "template", "2031", "--reporter", "17")]
    [InlineData("", "export", "template", "2023")]
    [InlineData("", "export", "report", "2023", "--reporter", "17", "--to", "pdf")]
    public async Task What_cannot_be_done_ends_with_2_and_says_why_in_one_line(string why, params string[] args)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var ended = await _samla.Run([.. args, .. database.Options]);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith($"samla: {why}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("export", "template")]
    [InlineData("export", "report")]
    [InlineData("import", "submissions")]
    public async Task Each_command_has_help_with_an_example(params string[] command)
    {
        var ended = await _samla.Run([.. command, "--help"]);
        Assert.Equal(0, ended.Code);
        Assert.Contains($"Exempel: samla {string.Join(' ', command)} ", ended.Text, StringComparison.Ordinal);
        Assert.Contains($"Användning: samla {string.Join(' ', command)} ", ended.Text, StringComparison.Ordinal);
    }

    private async Task Export(TestDatabase database, string reporter, string file, string round = "2023")
    {
        var ended = await _samla.Run([
            "export",
            "template",
            round,
            "--reporter",
            reporter,
            "--to",
            "docx",
            "--out",
            file,
            .. database.Options,
        ]);
        Assert.Equal((0, "", ""), (ended.Code, ended.Text, ended.Error));
    }

    private async Task<JsonElement> Import(TestDatabase database, params string[] args)
    {
        var ended = await _samla.Run(["import", "submissions", .. args, "--format", "json", .. database.Options]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return JsonElement.Parse(ended.Output)[0];
    }

    private Task Put(string name, byte[] file) =>
        File.WriteAllBytesAsync(_samla.Path(name), file, TestContext.Current.CancellationToken);

    private static string? Word(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string?> Words(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(word => word.GetString());
}
