using System.CommandLine;
using System.CommandLine.Help;

namespace Samla.Cli;

/// <summary>Runs commands with the exit codes of the public contract: 0 done, 1 done with an error found, 2 could not be done.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int FoundErrors = 1;
    public const int Failed = 2;

    /// <summary>Parses and runs. What is wrong with the arguments is said in one line on standard error.</summary>
    public static int Run(RootCommand root, string[] args)
    {
        args = args is ["help", .. var rest] ? [.. rest, "--help"] : args;
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return Fail($"{parsed.Errors[0].Message} Kör ”samla help” för hjälp.");
        }

        return parsed.Invoke();
    }

    /// <summary>Says in one line what could not be done, and gives the exit code for it.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine($"samla: {message.ReplaceLineEndings(" ")}");
        return Failed;
    }
}
