using System.Text.Json;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>Reading in what a printed report said, by the contract that other people's scripts rely on.</summary>
public sealed class PrintedCommandTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _samla.Dispose();

    [Fact]
    public async Task A_report_is_looked_at_and_then_read_in_whole()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await File.WriteAllTextAsync(_samla.Path("tryckt.md"), PrintedSample.Report, Stop);
        string[] arguments =
        [
            "import",
            "printed",
            "tryckt.md",
            "--round",
            "2023",
            "--year",
            "2022",
            .. database.Options,
        ];

        var dry = await _samla.Run([.. arguments, "--dry-run", "--format", "json"]);
        Assert.Equal((0, ""), (dry.Code, dry.Error));
        using var said = JsonDocument.Parse(dry.Text);
        Assert.True(said.RootElement.GetProperty("dryRun").GetBoolean());
        Assert.Equal(4, said.RootElement.GetProperty("claims").GetArrayLength());
        Assert.Equal(
            ["13", "20"],
            said.RootElement.GetProperty("claims")[0]
                .GetProperty("regions")
                .EnumerateArray()
                .Select(one => one.GetString())
        );
        Assert.Equal(1, said.RootElement.GetProperty("unread").GetArrayLength());
        Assert.Empty(await database.Printed());

        var done = await _samla.Run(arguments);
        Assert.Equal(0, done.Code);
        Assert.Contains("Inlästa: 4 påståenden", done.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await database.Printed()).Count);

        var again = await _samla.Run(arguments);
        Assert.Equal((2, ""), (again.Code, again.Text));
        Assert.Contains("Det finns redan en inläst rapport om 2022.", again.Error, StringComparison.Ordinal);
        var csv = await _samla.Run([
            .. arguments.Select(one => one == "2022" ? "2021" : one),
            "--dry-run",
            "--format",
            "csv",
        ]);
        Assert.StartsWith(
            "number,section,page,footnote,words,subject,regions",
            csv.Text.TrimStart('\uFEFF'),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("saknas.md", "2023", "Filen")]
    [InlineData("tryckt.md", "1999", "Omgången 1999 finns inte.")]
    public async Task What_is_not_there_is_said_in_a_line(string file, string round, string why)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await File.WriteAllTextAsync(_samla.Path("tryckt.md"), PrintedSample.Report, Stop);
        var outcome = await _samla.Run([
            "import",
            "printed",
            file,
            "--round",
            round,
            "--year",
            "1998",
            .. database.Options,
        ]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Text));
        Assert.Contains(why, outcome.Error, StringComparison.Ordinal);
    }
}
