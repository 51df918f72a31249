using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Samla.Tests.Testing;

/// <summary>
/// A process of the command line that takes one command after the other: most of what a command costs is the start of its
/// process, and hundreds of tests run one. <see cref="StartupHook"/> is what runs within it.
/// </summary>
internal sealed class WarmProcess : IDisposable
{
    /// <summary>Those that wait for a command. They end with this process, whose pipes they read.</summary>
    private static readonly ConcurrentBag<WarmProcess> Idle = [];

    private readonly Process _process;

    private WarmProcess()
    {
        var start = SamlaProcess.Start();
        start.RedirectStandardInput = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WarmProcess).Assembly.Location;
        _process = Process.Start(start)!;
    }

    /// <summary>What is asked of it.</summary>
    /// <param name="Mark">What it writes, with the exit code, after all that the command wrote.</param>
    internal sealed record Command(string Folder, string[] Args, string Mark);

    /// <summary>Runs a command in a folder.</summary>
    public static async Task<SamlaProcess.Ended> Run(string folder, string[] args, CancellationToken cancellation)
    {
        var process = Idle.TryTake(out var idle) ? idle : new WarmProcess();
        try
        {
            var ended = await process.Run(new Command(folder, args, $"{Guid.NewGuid():N}"), cancellation);
            Idle.Add(process);
            return ended;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<SamlaProcess.Ended> Run(Command command, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command).AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        var error = ReadTo(command.Mark, _process.StandardError.BaseStream, cancellation);
        var (output, code) = await ReadTo(command.Mark, _process.StandardOutput.BaseStream, cancellation);
        return new SamlaProcess.Ended(code, output, Encoding.UTF8.GetString((await error).Bytes));
    }

    private static async Task<(byte[] Bytes, int Code)> ReadTo(
        string mark,
        Stream stream,
        CancellationToken cancellation
    )
    {
        var wanted = Encoding.ASCII.GetBytes(mark);
        var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancellation);
            Assert.True(
                count > 0,
                $"The command line ended before its time: {Encoding.UTF8.GetString(read.ToArray())}"
            );
            await read.WriteAsync(buffer.AsMemory(0, count), cancellation);
            if (
                buffer[count - 1] == '\n'
                && read.ToArray() is var bytes
                && bytes.AsSpan().LastIndexOf(wanted) is >= 0 and var end
            )
            {
                return (
                    bytes[..end],
                    int.Parse(bytes.AsSpan(end + wanted.Length).TrimEnd((byte)'\n'), CultureInfo.InvariantCulture)
                );
            }
        }
    }
}
