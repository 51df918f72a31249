using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Samla.Tests.Testing;

#pragma warning disable CA1050, MA0047, RCS1110 // the runtime looks for it by this name, outside any namespace

/// <summary>
/// What the runtime calls before the program of a <see cref="WarmProcess"/> begins (DOTNET_STARTUP_HOOKS): it runs the program
/// for each command that comes, and ends when no more can come. Nothing of the test framework may be used here.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null); // it is for this process alone
        var main = Assembly.Load("Samla.Cli").EntryPoint!;
        using var commands = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        while (commands.ReadLine() is { } line)
        {
            var command = JsonSerializer.Deserialize<WarmProcess.Command>(line)!;
            Environment.CurrentDirectory = command.Folder;
            var code = (int)main.Invoke(null, [command.Args])!;
            // The end of a process lets go of its connections; a file under one of them may be another's by the next command.
            SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            Environment.CurrentDirectory = AppContext.BaseDirectory;
            Console.Out.Write($"{command.Mark}{code}\n");
            Console.Error.Write($"{command.Mark}{code}\n");
        }

        Environment.Exit(0);
    }
}
