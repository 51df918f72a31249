using System.Text.Json;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>Reading in decisions and summing them, by the contract that other people's scripts rely on.</summary>
public sealed class GrantsCommandTests(Databases databases) : IDisposable
{
    private const string Heads = "case,county,decisionYear,area,granted,paid";

    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Fact]
    public async Task Decisions_are_tried_read_in_and_summed_as_the_contract_says()
    {
        await using var database = await databases.WithoutSample(Engine.Sqlite);
        _samla.Put(
            "b.csv",
            $"{Heads}\nA-1,20,2021,innovation,1000.50,400\nA-2,20,2022,,300,0\nA-3,01,2019,boende,5,5\n"
        );
        string[] import = ["import", "grants", "b.csv", "--format", "json", .. database.Options];

        using var dry = await Json([.. import, "--dry-run"]);
        Assert.Equal((3, 3, 0, 0), Counts(dry));
        Assert.False(dry.RootElement.GetProperty("imported").GetBoolean());

        using var done = await Json(import);
        Assert.Equal((3, 3, 0, 0), Counts(done));
        Assert.Empty(done.RootElement.GetProperty("rejected").EnumerateArray());
        using var again = await Json(import);
        Assert.Equal((3, 0, 0, 3), Counts(again));

        using var sums = await Json([
            "grants",
            "--by",
            "county,area",
            "--years",
            "2021-2024",
            "--format",
            "json",
            .. database.Options,
        ]);
        Assert.Equal(
            ["20 innovation 1000.5 400 1", "20 null 300 0 1"],
            sums.RootElement.GetProperty("cells")
                .EnumerateArray()
                .Select(cell =>
                    $"{cell.GetProperty("county").GetString()} {cell.GetProperty("area").GetString() ?? "null"} {cell.GetProperty("granted").GetRawText()} {cell.GetProperty("paid").GetRawText()} {cell.GetProperty("cases").GetInt32()}"
                )
        );
        var total = sums.RootElement.GetProperty("total");
        Assert.Equal(
            (1300.5m, 400m, 2),
            (
                total.GetProperty("granted").GetDecimal(),
                total.GetProperty("paid").GetDecimal(),
                total.GetProperty("cases").GetInt32()
            )
        );
    }

    [Fact]
    public async Task A_wrong_row_is_listed_with_its_field_and_ends_with_one()
    {
        await using var database = await databases.WithoutSample(Engine.Sqlite);
        _samla.Put("b.csv", $"{Heads}\nA-1,99,2021,innovation,1,0\nA-2,20,2021,innovation,1,0\n");

        var ended = await _samla.Run(["import", "grants", "b.csv", "--format", "json", .. database.Options]);

        Assert.Equal((1, ""), (ended.Code, ended.Error));
        using var json = JsonDocument.Parse(ended.Text);
        var rejected = Assert.Single(json.RootElement.GetProperty("rejected").EnumerateArray());
        Assert.Equal(
            (2, "county"),
            (rejected.GetProperty("row").GetInt32(), rejected.GetProperty("field").GetString())
        );
        Assert.Contains("”99” är inget län", rejected.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var text = await _samla.Run(["import", "grants", "b.csv", .. database.Options]);
        Assert.Contains("rad 2, Län:", text.Text, StringComparison.Ordinal);
        var csv = await _samla.Run(["import", "grants", "b.csv", "--format", "csv", .. database.Options]);
        Assert.StartsWith("row,field,reason\r\n2,county,", csv.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("saknas.csv", "", "", "finns inte")]
    [InlineData("b.csv", "--mapping", "saknas.json", "finns inte")]
    [InlineData("b.csv", "--mapping", "b.csv", "ingen giltig JSON")]
    [InlineData("tom.csv", "", "", "tom")]
    public async Task What_cannot_be_read_is_said_in_a_line(string file, string option, string value, string why)
    {
        await using var database = await databases.WithoutSample(Engine.Sqlite);
        _samla.Put("b.csv", $"{Heads}\nA-1,20,2021,innovation,1,0\n");
        _samla.Put("tom.csv", "");

        var ended = await _samla.Run([
            "import",
            "grants",
            file,
            .. option.Length > 0 ? [option, value] : Array.Empty<string>(),
            .. database.Options,
        ]);

        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--by", "kommun", "Det går inte att summera efter ”kommun”")]
    [InlineData("--by", "county,area,form,year", "högst 3")]
    [InlineData("--years", "2024-2021", "Skriv ett år eller två")]
    [InlineData("--years", "21", "Skriv ett år eller två")]
    [InlineData("--appropriation", "1:3", "kan inte vara")]
    public async Task A_cut_that_cannot_be_made_is_said_in_a_line(string option, string value, string why)
    {
        await using var database = await databases.WithoutSample(Engine.Sqlite);

        var ended = await _samla.Run(["grants", option, value, .. database.Options]);

        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> Json(string[] arguments)
    {
        var ended = await _samla.Run(arguments);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return JsonDocument.Parse(ended.Text);
    }

    private static (int Rows, int Added, int Replaced, int Unchanged) Counts(JsonDocument said)
    {
        var root = said.RootElement;
        return (
            root.GetProperty("rows").GetInt32(),
            root.GetProperty("added").GetInt32(),
            root.GetProperty("replaced").GetInt32(),
            root.GetProperty("unchanged").GetInt32()
        );
    }
}
