using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Samla.Load;

/// <summary>The web application as a process of its own. It can be killed, and started again on the same folder and port.</summary>
/// <param name="folder">Its data folder; filled with the sample at the first start.</param>
/// <param name="clock">Measures the starts.</param>
internal sealed class Server(string folder, TimeProvider clock) : IDisposable
{
    // Below what any system gives to outgoing connections: one of them, made while the server is away, must not take its port.
    private const int FirstPort = 20_000;
    private const int LastPort = 32_000;

    private const string AfterPassword = "Lösenord, nytt vid varje start: ";
    private const string LastWords = "Avsluta med Ctrl+C.";

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly int _port = FreePort();
    private Process? _process;
    private volatile TaskCompletionSource<int> _up = New();
    private volatile int _life;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>The sample accounts' password; another one after each start.</summary>
    public string Password { get; private set; } = "";

    /// <summary>How many times it has been killed: what was sent in one life and not answered may have been saved or not.</summary>
    public int Life => _life;

    /// <summary>Ends when it can be asked, with the life that it is in; waited for by those who lost contact.</summary>
    public Task<int> Up => _up.Task;

    /// <summary>What it has logged as a fault.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Starts it, and gives the time until it said that it was there.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public async Task<TimeSpan> Start(CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        _process = Process.Start(
            Program("Samla.Web.dll", ["--data", folder, "--urls", $"{Address}", "--Access:PerMinute", "100000"])
        )!;
        var complaint = _process.StandardError.ReadToEndAsync(cancellation);
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.IndexOf(AfterPassword, StringComparison.Ordinal) is >= 0 and var at)
            {
                Password = line[(at + AfterPassword.Length)..];
            }

            if (line == LastWords)
            {
                var time = clock.GetElapsedTime(started);
                _ = KeepFaults(_process.StandardOutput);
                _up.SetResult(_life);
                return time;
            }
        }

        throw new InvalidOperationException($"The server did not start: {await complaint}");
    }

    /// <summary>Kills it where it stands (SIGKILL); nothing in it gets to finish anything.</summary>
    public async Task Kill(CancellationToken cancellation)
    {
        // First, so that whoever loses contact knows why.
        _up = New();
        _life++;
        _process!.Kill();
        await _process.WaitForExitAsync(cancellation);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks <c>samla admin verify</c>; null where nothing is wrong.</summary>
    public async Task<string?> Verify(CancellationToken cancellation)
    {
        using var process = Process.Start(Program("Samla.Cli.dll", ["admin", "verify", "--data", folder]))!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? null : $"{output}{await error}";
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
    }

    private static TaskCompletionSource<int> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static ProcessStartInfo Program(string file, IEnumerable<string> args)
    {
        // The one that runs this program; another one may be too old, or not be found at all.
        var dotnet = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")
        );
        return new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, file), .. args])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
    }

    private static int FreePort()
    {
        for (var port = FirstPort + (Environment.ProcessId % (LastPort - FirstPort)); port < LastPort; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }

        throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"No port is free between {FirstPort} and {LastPort}.")
        );
    }

    private async Task KeepFaults(StreamReader log)
    {
        while (await log.ReadLineAsync() is { } line)
        {
            if (
                line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)
            )
            {
                _faults.Enqueue($"{line.Trim()} {(await log.ReadLineAsync())?.Trim()}");
            }
        }
    }
}
