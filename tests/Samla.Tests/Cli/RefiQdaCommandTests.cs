using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Exchange;
using Samla.Data;
using Samla.Tests.Analyse.Exchange;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>The exchange by REFI-QDA, by the contract that other people's scripts rely on.</summary>
public sealed class RefiQdaCommandTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _samla.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_project_goes_out_and_says_itself_what_round_it_comes_back_to(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await ExchangedRound.Note(database);
        var written = await _samla.Run(["export", "refi-qda", "2023", "--out", "ut.qdpx", .. database.Options]);
        Assert.Equal((0, "", ""), (written.Code, written.Text, written.Error));
        Assert.Equal(["ut.qdpx"], _samla.Files);

        var again = await Import(database, "ut.qdpx");
        Assert.Equal((0, 0), (Number(again, "codings"), Number(again, "newCodes")));
        Assert.True(Number(again, "alreadyThere") > 1_000);

        var count = await Clear(database);
        var dry = await Import(database, "ut.qdpx", "--dry-run");
        Assert.True(dry.GetProperty("dryRun").GetBoolean());
        Assert.Equal(count, Number(dry, "codings"));
        Assert.Equal(0, await Clear(database));
        var done = await Import(database, "ut.qdpx");
        Assert.Equal("ut.qdpx", done.GetProperty("file").GetString());
        Assert.Equal("2023", done.GetProperty("round").GetString());
        Assert.Equal("rekonstruerad ur offentliga uppgifter", done.GetProperty("mark").GetString());
        Assert.Equal((count, 0), (Number(done, "codings"), Number(done, "alreadyThere")));
        Assert.Equal((6, 2, 1), (Number(done, "notes"), Number(done, "attributions"), Number(done, "stars")));
        Assert.Equal(
            count,
            done.GetProperty("codes").EnumerateArray().Sum(code => code.GetProperty("codings").GetInt32())
        );
        Assert.All(
            (string[])["assumed", "unplaced", "leftOut"],
            name => Assert.Equal(0, done.GetProperty(name).GetArrayLength())
        );
        Assert.Equal(count, await Clear(database));
    }

    [Fact]
    public async Task What_has_no_place_is_told_in_every_format_and_is_no_failure()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        const string Text = "Ett svar som ingen har lämnat.";
        await File.WriteAllBytesAsync(
            _samla.Path("annat.qdpx"),
            ExchangeSample.Qdpx(ExchangeSample.Of(Text, ExchangeSample.Words(Text, "svar", ExchangeSample.Money))),
            Stop
        );
        var said = Assert.Single(
            (await Import(database, "annat.qdpx", "--round", "2023")).GetProperty("unplaced").EnumerateArray()
        );
        var message = said.GetProperty("message").GetString()!;
        Assert.Contains(
            "texten är inte ordagrant något svar eller dokument i omgången",
            message,
            StringComparison.Ordinal
        );
        string[] arguments = ["import", "refi-qda", "annat.qdpx", "--round", "2023", .. database.Options];
        var text = await _samla.Run(arguments);
        Assert.Equal(0, text.Code);
        Assert.Contains("Inläst: ingenting", text.Text, StringComparison.Ordinal);
        Assert.Contains("Inte placerat: 1", text.Text, StringComparison.Ordinal);
        Assert.Contains(message, text.Text, StringComparison.Ordinal);
        var csv = CsvText.Rows((await _samla.Run([.. arguments, "--format", "csv"])).Output);
        Assert.Equal(message, Assert.Single(csv, row => row[3] == "unplaced")[7]);
    }

    [Fact]
    public async Task A_codebook_goes_out_by_its_ending_and_changes_nothing_when_it_comes_back()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var written = await _samla.Run(["export", "refi-qda", "2023", "--out", "koder.QDC", .. database.Options]);
        Assert.Equal((0, ""), (written.Code, written.Error));
        var read = Assert.IsType<ExchangeOutcome<ExchangeFile>.Read>(
            ExchangeFile.Read("koder.QDC", await File.ReadAllBytesAsync(_samla.Path("koder.QDC"), Stop))
        );
        Assert.IsType<ExchangeFile.Codebook>(read.Content);

        var done = await Import(database, "koder.QDC", "--round", "2023");
        Assert.Equal((0, 0), (Number(done, "newCodes"), done.GetProperty("unplaced").GetArrayLength()));
        Assert.True(Number(done, "alreadyThere") > 500);
    }

    [Theory]
    [InlineData("Filen finns-inte.qdpx finns inte. Kontrollera sökvägen.", "import", "refi-qda", "finns-inte.qdpx")]
    [InlineData("svar.qdpx: Filen är inget REFI-QDA-projekt.", "import", "refi-qda", "svar.qdpx")]
    [InlineData("Ange den med --round", "import", "refi-qda", "koder.qdc")]
    [InlineData("koder.qdc: Omgången 1999 finns inte.", "import", "refi-qda", "koder.qdc", "--round", "1999")]
    [InlineData("Omgången ”1999” finns inte.", "export", "refi-qda", "1999", "--out", "ut.qdpx")]
    public async Task What_cannot_be_done_is_said_in_one_line(string message, params string[] arguments)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        _samla.Put("svar.qdpx", "Hej");
        _samla.Put(
            "koder.qdc",
            "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes><Code guid=\"11111111-1111-4111-8111-111111111111\" name=\"Ny\" isCodable=\"false\"/></Codes></CodeBook>"
        );
        var ended = await _samla.Run([.. arguments, .. database.Options]);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith("samla: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains(message, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("ut.qdpx", _samla.Files);
    }

    private async Task<JsonElement> Import(TestDatabase database, string file, params string[] options)
    {
        var ended = await _samla.Run(["import", "refi-qda", file, "--format", "json", .. options, .. database.Options]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return JsonElement.Parse(ended.Output);
    }

    private static int Number(JsonElement result, string name) => result.GetProperty(name).GetInt32();

    /// <summary>Takes all away, as if nobody had coded or noted; says how many codings there were.</summary>
    private static Task<int> Clear(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var all = await db.Codings.ToListAsync(Stop);
                db.Codings.RemoveRange(all);
                db.Attributions.RemoveRange(await db.Attributions.ToListAsync(Stop));
                db.Memos.RemoveRange(await db.Memos.ToListAsync(Stop));
                await db.Save(new Change("test", "coding.clear", "2023"), Stop);
                return all.Count;
            }
        );
}
