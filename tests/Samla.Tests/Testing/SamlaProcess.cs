using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Samla.Tests.Testing;

/// <summary>Runs the command line in a folder of its own, outside this process.</summary>
internal sealed class SamlaProcess : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("samla-");

    /// <summary>What a run printed and how it ended.</summary>
    public sealed record Ended(int Code, byte[] Output, string Error)
    {
        public string Text => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Output);
    }

    /// <summary>Puts a file into the folder.</summary>
    public string Put(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return name;
    }

    public string Path(string name) => System.IO.Path.Combine(Folder.FullName, name);

    /// <summary>The names of the files in the folder, sorted.</summary>
    public IEnumerable<string> Files =>
        Folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);

    /// <summary>Runs a command in a process that has run others before it: the same program, without its start.</summary>
    public Task<Ended> Run(params string[] args) =>
        WarmProcess.Run(Folder.FullName, args, TestContext.Current.CancellationToken);

    /// <summary>Runs a command in a process of its own, as a user does; for what the start, the end or two at once could change.</summary>
    public async Task<Ended> RunAlone(params string[] args)
    {
        var start = Start(args);
        start.WorkingDirectory = Folder.FullName;
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var cancellation = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Ended(process.ExitCode, output.ToArray(), await error);
    }

    public void Dispose() => Folder.Delete(recursive: true);

    /// <summary>How the program is started, with all that it prints caught.</summary>
    internal static ProcessStartInfo Start(params string[] args)
    {
        // The program that runs these tests; another one may be too old, or not be found at all.
        var dotnet = System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")
        );
        var start = new ProcessStartInfo(
            dotnet,
            [System.IO.Path.Combine(AppContext.BaseDirectory, "Samla.Cli.dll"), .. args]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
