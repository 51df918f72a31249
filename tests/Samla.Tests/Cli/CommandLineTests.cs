using System.Text.Json;
using MiniExcelLibs;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private const string Clean = "Två regioner[^1] har råd.\n\n[^1]: Dalarna, Skåne.\n";
    private const string OnlyForm = "Två regioner[^1] har har råd.\n\n[^1]: Skåne, Dalarna.\n";

    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Fact]
    public async Task A_report_without_findings_ends_with_0()
    {
        var ended = await _samla.RunAlone("check", _samla.Put("rapport.md", Clean));
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Equal(
            "rapport.md: 1 fotnot, 1 påstående (utf-8)\nInga avvikelser.\n",
            ended.Text.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task Findings_of_form_alone_end_with_0()
    {
        var ended = await _samla.RunAlone("check", _samla.Put("rapport.md", OnlyForm));
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("list-order", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_the_report_ends_with_1()
    {
        var ended = await _samla.RunAlone("check", _samla.Put("rapport.txt", Sample.WaterReport));
        Assert.Equal((1, ""), (ended.Code, ended.Error));
        Assert.Contains("Texten säger fyra regioner", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Text);
    }

    [Theory]
    [InlineData("Filen saknas.txt finns inte.", "check", "saknas.txt")]
    [InlineData("Filen saknas.txt finns inte.", "extract", "saknas.txt")]
    [InlineData("mapp är en mapp.", "check", "mapp")]
    [InlineData("mapp är en mapp.", "extract", "mapp")]
    [InlineData("Filen är tom.", "check", "tom.txt")]
    [InlineData("Filen är en PDF.", "check", "rapport.pdf")]
    [InlineData("", "check")]
    [InlineData("", "check", "")]
    [InlineData("", "check", "bra.md", "bra.md")]
    [InlineData("", "check", "bra.md", "--finns-inte")]
    [InlineData("", "check", "bra.md", "--format", "xml")]
    [InlineData("", "check", "bra.md", "--format")]
    [InlineData("", "check", "bra.md", "--min-severity", "fel")]
    [InlineData("", "check", "bra.md", "--out", "")]
    [InlineData("", "extract", "bra.md", "--format", "text")]
    [InlineData("", "granska", "bra.md")]
    [InlineData("Resultatet kan inte skrivas till", "check", "bra.md", "--out", "finns/inte.json")]
    [InlineData("Resultatet kan inte skrivas till", "check", "bra.md", "--out", "mapp")]
    [InlineData("Resultatet kan inte skrivas till", "check", "bra.md", "--annotate", "finns/inte.docx")]
    [InlineData("Filen efter --annotate blir ett Word-dokument.", "check", "bra.md", "--annotate", "ut.txt")]
    [InlineData("Filen efter --annotate är rapporten själv.", "check", "egen.docx", "--annotate", "egen.docx")]
    public async Task What_cannot_be_done_ends_with_2_and_says_why_in_one_line(string why, params string[] args)
    {
        _samla.Put("bra.md", Clean);
        _samla.Put("tom.txt", "");
        _samla.Put("egen.docx", "");
        _samla.Put("rapport.pdf", "%PDF-1.7\n");
        _samla.Folder.CreateSubdirectory("mapp");
        var before = _samla.Files.ToList();
        var ended = await _samla.RunAlone(args);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        Assert.StartsWith($"samla: {why}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.Equal(before, _samla.Files);
    }

    [Theory]
    [InlineData("info", 1, 3)]
    [InlineData("warning", 1, 2)]
    [InlineData("error", 1, 2)]
    public async Task The_least_severity_says_what_is_printed(string least, int code, int findings)
    {
        var file = _samla.Put("rapport.txt", Sample.WaterReport);
        var ended = await _samla.RunAlone("check", file, "--format", "json", "--min-severity", least);
        Assert.Equal(code, ended.Code);
        Assert.Equal(findings, JsonElement.Parse(ended.Output).GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task The_three_formats_hold_the_same_findings()
    {
        var file = _samla.Put("rapport.txt", Sample.WaterReport);
        var json = await _samla.RunAlone("check", file, "--format", "json");
        var csv = await _samla.RunAlone("check", file, "--format", "csv");
        var text = await _samla.RunAlone("check", file, "--format", "text");
        string[] rules =
        [
            .. JsonElement
                .Parse(json.Output)
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => finding.GetProperty("rule").GetString()!),
        ];
        Assert.Equal<int>([1, 1, 1], [json.Code, csv.Code, text.Code]);
        Assert.Equal(rules, CsvText.Rows(csv.Output).Skip(1).Select(row => row[1]));
        Assert.All(rules, rule => Assert.Contains(rule, text.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task A_file_gets_what_would_have_been_printed(string format)
    {
        var file = _samla.Put("rapport.txt", Sample.WaterReport);
        _samla.Put("ut", "något äldre");
        var printed = await _samla.RunAlone("check", file, "--format", format);
        var written = await _samla.RunAlone("check", file, "--format", format, "--out", "ut");
        Assert.Equal((1, "", ""), (written.Code, written.Text, written.Error));
        Assert.Equal(
            printed.Output,
            await File.ReadAllBytesAsync(_samla.Path("ut"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(["rapport.txt", "ut"], _samla.Files);
    }

    [Fact]
    public async Task A_result_that_cannot_be_made_leaves_the_older_one_alone()
    {
        _samla.Put("ut.json", "något äldre");
        var ended = await _samla.RunAlone("check", "saknas.txt", "--format", "json", "--out", "ut.json");
        Assert.Equal(2, ended.Code);
        Assert.Equal(
            "något äldre",
            await File.ReadAllTextAsync(_samla.Path("ut.json"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_neighbouring_file_is_nobody_elses_draft()
    {
        _samla.Put("ut.tmp", "något annat");
        var ended = await _samla.RunAlone("check", _samla.Put("rapport.md", Clean), "--out", "ut");
        Assert.Equal(0, ended.Code);
        Assert.Equal(["rapport.md", "ut", "ut.tmp"], _samla.Files);
    }

    [Fact]
    public async Task An_extract_is_JSON_unless_told_otherwise()
    {
        var ended = await _samla.RunAlone("extract", _samla.Put("rapport.txt", Sample.WaterReport));
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Equal(21, JsonElement.Parse(ended.Output).GetProperty("matrix").GetArrayLength());
    }

    [Fact]
    public async Task An_extract_can_be_a_table()
    {
        var file = _samla.Put("rapport.txt", Sample.WaterReport);
        var csv = await _samla.RunAlone("extract", file, "--format", "csv");
        var xlsx = await _samla.RunAlone("extract", file, "--format", "xlsx", "--out", "ut.xlsx");
        Assert.Equal<int>([0, 0], [csv.Code, xlsx.Code]);
        Assert.Equal("c17", CsvText.Rows(csv.Output)[1][0]);
        Assert.Equal(
            "c17",
            Assert.Single(
                MiniExcel.Query(_samla.Path("ut.xlsx"), useHeaderRow: true).Cast<IDictionary<string, object?>>()
            )["id"]
        );
    }

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    public async Task Help_lists_the_commands(params string[] args)
    {
        var ended = await _samla.RunAlone(args);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("check", ended.Text, StringComparison.Ordinal);
        Assert.Contains("extract", ended.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--help")]
    [InlineData("help", "check")]
    [InlineData("extract", "--help")]
    public async Task Every_commands_help_has_an_example(params string[] args)
    {
        var ended = await _samla.RunAlone(args);
        Assert.Equal(0, ended.Code);
        Assert.Contains("Exempel: samla ", ended.Text, StringComparison.Ordinal);
    }
}
