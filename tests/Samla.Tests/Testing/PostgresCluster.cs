using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Samla.Tests.Testing;

/// <summary>A PostgreSQL server of this run alone: made from the installed programs, on a free port, and gone afterwards.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly string _programs;
    private readonly DirectoryInfo _folder;
    private readonly int _port;

    private PostgresCluster(string programs, DirectoryInfo folder, int port) =>
        (_programs, _folder, _port) = (programs, folder, port);

    /// <summary>Why there is none on this machine; null where there is one.</summary>
    public static string? Missing { get; } =
        Programs() is null
            ? $"PostgreSQL is not installed (no {Installed}/*/bin/initdb; apt-get install postgresql)."
            : null;

    public static async Task<PostgresCluster> Start(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("samla-pg-");
        var cluster = new PostgresCluster(Programs()!, folder, FreePort());
        if (IsRoot) // whom the server refuses to run as
        {
            await Run("chown", ["postgres", folder.FullName], cancellation);
        }

        var data = Path.Combine(folder.FullName, "data");
        await cluster.RunAsServer(
            "initdb",
            ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
            cancellation
        );
        // What is lost in a power cut is made anew by the next run.
        var options =
            $"-p {cluster._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder.FullName} "
            + "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200";
        await cluster.RunAsServer(
            "pg_ctl",
            ["-D", data, "-w", "-l", Path.Combine(folder.FullName, "log"), "-o", options, "start"],
            cancellation
        );
        return cluster;
    }

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _port,
            Username = "postgres",
            Database = database,
            MaxPoolSize = 20,
        }.ToString();

    /// <summary>Runs a command that makes or drops a database.</summary>
    public async Task Execute(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names that the tests choose
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsServer(
            "pg_ctl",
            ["-D", Path.Combine(_folder.FullName, "data"), "-m", "immediate", "-w", "stop"],
            CancellationToken.None
        );
        _folder.Delete(recursive: true);
    }

    private static string? Programs() =>
        Directory.Exists(Installed)
            ? Directory
                .EnumerateDirectories(Installed)
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .MaxBy(bin =>
                    int.TryParse(
                        Path.GetFileName(Path.GetDirectoryName(bin)),
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : 0
                )
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunAsServer(string program, string[] arguments, CancellationToken cancellation)
    {
        var path = Path.Combine(_programs, program);
        return IsRoot
            ? Run("runuser", ["-u", "postgres", "--", path, .. arguments], cancellation)
            : Run(path, arguments, cancellation);
    }

    private static async Task Run(string program, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await output} {error}");
    }
}
