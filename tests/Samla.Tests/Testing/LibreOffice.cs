using System.Diagnostics;

namespace Samla.Tests.Testing;

/// <summary>LibreOffice, which opens a file and saves it again as a person would.</summary>
internal sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-lo-");

    public LibreOffice() =>
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, "soffice"))),
            "soffice is not installed; it opens Word files and saves them again."
        );

    /// <summary>Opens a file and saves it in another form, or in the same.</summary>
    public async Task<byte[]> Save(byte[] file, string from, string to)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var name = Path.Combine(_folder.FullName, $"fil.{from}");
        var saved = Path.Combine(_folder.CreateSubdirectory("sparad").FullName, $"fil.{to}");
        await File.WriteAllBytesAsync(name, file, cancellation);
        File.Delete(saved);
        var start = new ProcessStartInfo(
            "soffice",
            [
                "--headless",
                $"-env:UserInstallation={new Uri(Path.Combine(_folder.FullName, "profile"))}",
                "--convert-to",
                to,
                "--outdir",
                Path.GetDirectoryName(saved)!,
                name,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(File.Exists(saved), $"soffice: {await error}");
        return await File.ReadAllBytesAsync(saved, cancellation);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
