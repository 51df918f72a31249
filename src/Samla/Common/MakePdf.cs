using System.ComponentModel;
using System.Diagnostics;

namespace Samla.Common;

/// <summary>
/// Makes a PDF of a Word file of ours, by LibreOffice where it is installed. It runs one file at a time, in a folder of its own that is
/// removed, with nothing of what this program knows.
/// </summary>
public sealed class MakePdf(string? program, TimeSpan limit) : IDisposable
{
    /// <summary>What a PDF is called where it is sent.</summary>
    public const string MediaType = "application/pdf";

    /// <summary>What somebody is told who asks where it is not installed.</summary>
    public const string Missing =
        "PDF kan inte göras här: LibreOffice (soffice) är inte installerat. Hämta Word-filen i stället, eller be den som driver Samla installera paketet libreoffice-writer-nogui.";

    private const string Failed =
        "PDF-filen kunde inte göras. Hämta Word-filen i stället, eller försök igen om en stund.";

    // With tags, so that those who do not see can read it too.
    private const string Filter = """pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}""";

    private const string Busy =
        "Många PDF-filer görs just nu. Försök igen om en minut, eller hämta Word-filen i stället.";

    /// <summary>Each takes some seconds and holds a whole file: more who wait would wait in vain.</summary>
    private const int MostAtOnce = 8;

    private readonly SemaphoreSlim _one = new(1);
    private int _asked;

    /// <summary>With LibreOffice as it is found on the machine.</summary>
    public static MakePdf OnMachine() => new(Find(), TimeSpan.FromSeconds(60));

    /// <summary>Whether there is something to make it with.</summary>
    public bool IsHere => program is not null;

    public async Task<Outcome> Run(byte[] word, CancellationToken cancellation)
    {
        if (program is null)
        {
            return new Outcome.NotMade(Missing);
        }

        try
        {
            return Interlocked.Increment(ref _asked) > MostAtOnce
                ? new Outcome.NotMade(Busy)
                : await InTurn(program, word, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _asked);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Outcome> InTurn(string program, byte[] word, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            await _one.WaitAsync(time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Outcome.NotMade(Failed); // those before took the time
        }

        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("samla-soffice-");
            var pdf = await Run(program, folder, word, time.Token);
            return pdf is null ? new Outcome.NotMade(Failed) : new Outcome.Made(pdf);
        }
        catch (Exception trouble)
            when (trouble is Win32Exception or IOException or UnauthorizedAccessException or AggregateException
                || (trouble is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return new Outcome.NotMade(Failed);
        }
        finally
        {
            _one.Release();
            if (folder is not null)
            {
                Remove(folder);
            }
        }
    }

    private static async Task<byte[]?> Run(
        string program,
        DirectoryInfo folder,
        byte[] word,
        CancellationToken cancellation
    )
    {
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "fil.docx"), word, cancellation);
        using var process = Process.Start(Command(program, folder))!;
        try
        {
            // Both are read, so that neither can fill up and stop it.
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            // Also the program that it starts in its turn.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        var pdf = Path.Combine(folder.FullName, "fil.pdf");
        return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : null;
    }

    /// <summary>Nothing in it comes from a user, and the settings of this program, which may hold passwords, do not follow.</summary>
    private static ProcessStartInfo Command(string program, DirectoryInfo folder)
    {
        var start = new ProcessStartInfo(
            program,
            [
                "--headless",
                "--norestore",
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profil"))}",
                "--convert-to",
                Filter,
                "fil.docx",
            ]
        )
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = start.Environment["PATH"];
        var system = start.Environment.TryGetValue("SystemRoot", out var root) ? root : null;
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder.FullName;
        start.Environment["TMPDIR"] = folder.FullName;
        if (system is not null)
        {
            start.Environment["SystemRoot"] = system; // without it no program starts on Windows
        }

        return start;
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that was killed may hold a file a moment longer; the PDF is no worse for it.
        }
        catch (UnauthorizedAccessException) { }
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice"))
            .FirstOrDefault(File.Exists);

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Made(byte[] Pdf) : Outcome;

        /// <param name="Message">Why, in Swedish, and what to do instead.</param>
        public sealed record NotMade(string Message) : Outcome;
    }
}
