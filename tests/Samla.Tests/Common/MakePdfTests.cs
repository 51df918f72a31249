using System.Diagnostics;
using System.Text.RegularExpressions;
using Samla.Collect;
using Samla.Common;
using Samla.Tests.Testing;

namespace Samla.Tests.Common;

public sealed partial class MakePdfTests(Databases databases) : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-prov-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_report_as_a_PDF_says_on_each_page_whether_it_is_a_draft_or_a_version()
    {
        using var make = MakePdf.OnMachine();
        Assert.SkipUnless(make.IsHere, "soffice is not installed; it makes the PDF.");
        await using var database = await databases.WithSample(Engine.Sqlite);
        var hash = (await database.Receipt(Sample2023.Värmland, 1))!.Version.Hash!;
        var submitted = await Pages(make, database);
        Assert.True(submitted.Length > 3);
        Assert.All(submitted.Skip(1), page => Assert.Contains("Version 1, inlämnad", page, StringComparison.Ordinal));
        Assert.Contains("Utan angivet beslut.", submitted[0], StringComparison.Ordinal);
        Assert.Contains(hash, Spaces().Replace(submitted[0], ""), StringComparison.Ordinal);

        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Ett nytt svar åt nämnden.", seen: 1);
        var draft = await Pages(make, database);
        Assert.All(draft, page => Assert.Matches(@"Utkast 21\s+februari 2024 kl\.\s+\d\d\.\d\d, inte inlämnat", page));
        Assert.Contains(draft, page => page.Contains("Ett nytt svar åt nämnden.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_is_not_installed_it_is_said_what_to_install()
    {
        using var make = new MakePdf(null, Long);
        var not = Assert.IsType<MakePdf.Outcome.NotMade>(await make.Run([], Stop));
        Assert.Contains("libreoffice-writer-nogui", not.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_ended_with_all_it_started_and_leaves_nothing()
    {
        var program = Program("echo $$ > {0}/pid; pwd > {0}/var; sleep 600 & echo $! > {0}/barn; wait");

        using var make = new MakePdf(program, TimeSpan.FromSeconds(2));
        var not = Assert.IsType<MakePdf.Outcome.NotMade>(await make.Run([1], Stop));

        Assert.Contains("kunde inte göras", not.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Written("var")));
        Assert.True(HasEnded(Written("pid")));
        Assert.True(HasEnded(Written("barn")));
    }

    [Fact]
    public async Task Who_comes_when_many_wait_is_told_so_at_once()
    {
        using var make = new MakePdf(Program("sleep 600"), TimeSpan.FromSeconds(2));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => make.Run([1], Stop)));

        var told = outcomes.Cast<MakePdf.Outcome.NotMade>().Select(one => one.Message).ToList();
        Assert.Equal(2, told.Count(one => one.StartsWith("Många PDF-filer görs", StringComparison.Ordinal)));
        Assert.Equal(8, told.Count(one => one.Contains("kunde inte göras", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("exit 0")]
    [InlineData("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2")]
    public async Task A_program_that_makes_nothing_is_no_fault_of_ours(string does)
    {
        using var make = new MakePdf(Program(does), Long);
        Assert.IsType<MakePdf.Outcome.NotMade>(await make.Run([1], Stop));
    }

    [Fact]
    public async Task The_program_gets_a_home_of_its_own_and_nothing_that_we_know()
    {
        var program = Program("env > {0}/miljo; cp fil.docx fil.pdf");

        using var make = new MakePdf(program, Long);
        var made = Assert.IsType<MakePdf.Outcome.Made>(await make.Run([1, 2, 3], Stop));

        Assert.Equal([1, 2, 3], made.Pdf);
        var names = Written("miljo").Split('\n').Select(line => line.Split('=')[0]).Where(name => name.Length > 0);
        Assert.Empty(names.Except(["PATH", "HOME", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_"]));
    }

    private string Program(string does)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for soffice is a shell script.");
        var path = Path.Combine(_folder.FullName, "soffice");
        File.WriteAllText(path, "#!/bin/sh\n" + does.Replace("{0}", _folder.FullName, StringComparison.Ordinal) + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private string Written(string file) => File.ReadAllText(Path.Combine(_folder.FullName, file)).Trim();

    private static bool HasEnded(string pid) => SpinWait.SpinUntil(() => !IsRunning(pid), TimeSpan.FromSeconds(10));

    // What has ended and waits for its parent to look has no command line any more.
    private static bool IsRunning(string pid)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{pid}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<string[]> Pages(MakePdf make, TestDatabase database)
    {
        var word = await database.Ask((ExportReport export) => export.Run(Sample2023.Round, Sample2023.Värmland, Stop));
        var pdf = Assert.IsType<MakePdf.Outcome.Made>(await make.Run(word!, Stop)).Pdf;
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed; it reads the PDF.");
        var file = Path.Combine(_folder.FullName, "rapport.pdf");
        await File.WriteAllBytesAsync(file, pdf, Stop);
        using var process = Process.Start(
            new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", file, "-"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return text.TrimEnd('\f', '\n').Split('\f');
    }

    [GeneratedRegex(@"\s", RegexOptions.None, 1_000)]
    private static partial Regex Spaces();
}
