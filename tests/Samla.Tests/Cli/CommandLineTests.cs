using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Samla.Tests.Cli;

/// <summary>The command line as a script meets it: exit codes, standard output, standard error, files.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Wrong = "Fyra regioner[^1] har ett råd för vatten.\n\n[^1]: Dalarna, Halland, Skåne.\n";
    private const string Untidy = "Tre regioner[^1] har  ett råd för vatten.\n\n[^1]: Dalarna, Halland, Skåne.\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_report_with_an_error_exits_with_1_and_says_where()
    {
        var (exit, output, error) = Run("check", File("råd.md", Wrong));

        Assert.Equal(1, exit);
        Assert.Contains("count-mismatch", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void A_report_without_error_exits_with_0() => Assert.Equal(0, Run("check", File("råd.md", Untidy)).Exit);

    [Theory]
    [InlineData("info", 1)]
    [InlineData("warning", 0)]
    public void The_least_severity_says_what_is_printed(string least, int findings)
    {
        var (_, output, _) = Run("check", File("råd.md", Untidy), "--format", "json", "--min-severity", least);

        using var json = JsonDocument.Parse(output);
        Assert.Equal(findings, json.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void A_result_can_go_to_a_file_and_then_nothing_is_printed()
    {
        var target = Path.Combine(_folder.FullName, "svar.csv");

        var (exit, output, error) = Run("check", File("råd.md", Wrong), "--format", "csv", "--out", target);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Empty(error);
        Assert.StartsWith("id,rule,severity", System.IO.File.ReadAllText(target), StringComparison.Ordinal);
        Assert.Equal(
            ["råd.md", "svar.csv"],
            _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Extract_gives_the_claims_and_the_matrix()
    {
        var (exit, output, _) = Run("extract", File("råd.md", Wrong));

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, exit);
        Assert.Equal(1, json.RootElement.GetProperty("claims").GetArrayLength());
        Assert.Equal(21, json.RootElement.GetProperty("matrix").GetArrayLength());
    }

    [Fact]
    public void A_workbook_begins_as_a_zip_does()
    {
        var target = Path.Combine(_folder.FullName, "matris.xlsx");

        Assert.Equal(0, Run("extract", File("råd.md", Wrong), "--format", "xlsx", "--out", target).Exit);
        Assert.Equal("PK"u8.ToArray(), System.IO.File.ReadAllBytes(target)[..2]);
    }

    [Theory]
    [InlineData("check", "saknas.md")]
    [InlineData("check", ".")]
    [InlineData("check")]
    [InlineData("granska")]
    [InlineData("check", "råd.md", "--format", "yaml")]
    [InlineData("check", "råd.md", "--out", "ingen/mapp/svar.txt")]
    [InlineData("extract", "tom.md")]
    public void What_cannot_be_done_exits_with_2_and_one_line_on_standard_error(params string[] args)
    {
        File("råd.md", Wrong);
        File("tom.md", "");

        var (exit, output, error) = Run(args);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.StartsWith("samla: ", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("check", "--help")]
    [InlineData("help", "extract")]
    public void Help_is_in_Swedish_with_an_example(params string[] args)
    {
        var (exit, output, _) = Run(args);

        Assert.Equal(0, exit);
        Assert.Contains("Användning: samla", output, StringComparison.Ordinal);
        Assert.Contains(
            "samla extract|samla check".Split('|')[args.Contains("extract") ? 0 : 1],
            output,
            StringComparison.Ordinal
        );
    }

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        return name;
    }

    private (int Exit, string Output, string Error) Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Samla.Cli.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        // Standard error is taken beside, so that neither pipe fills up and stops the process.
        var error = new StringBuilder();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => error.Append(line.Data is null ? "" : line.Data + "\n");
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.ToString());
    }
}
