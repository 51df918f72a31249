using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Samla.Cli;

/// <summary>Runs commands with the exit codes of the public contract: 0 done, 1 done with an error found, 2 could not be done.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int FoundErrors = 1;
    public const int Failed = 2;

    /// <summary>Parses and runs. What is wrong with the arguments is said in one line on standard error.</summary>
    public static async Task<int> Run(RootCommand root, string[] args)
    {
        foreach (var option in root.Options)
        {
            (option.Action, option.Description) = option switch
            {
                HelpOption => (new SwedishHelp(), "Visar hjälp."),
                VersionOption => (option.Action, "Visar programmets version."),
                _ => (option.Action, option.Description),
            };
        }

        args = args is ["help", .. var rest] ? [.. rest, "--help"] : args;
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        return parsed.Errors.Count > 0 && parsed.Action is not SwedishHelp
            ? Fail($"{WhatIsWrong(parsed)} Kör ”samla help” för hjälp.")
            : await parsed.InvokeAsync();
    }

    private static string WhatIsWrong(ParseResult parsed) =>
        parsed.Errors[0].SymbolResult switch
        {
            OptionResult { Option: var option, Tokens: [] } => $"Efter {option.Name} ska det stå ett värde.",
            OptionResult { Option: var option, Tokens: [var value, ..] } =>
                $"{option.Name} kan inte vara ”{value.Value}”.",
            ArgumentResult { Argument: var argument } => $"{argument.Name} saknas eller kan inte läsas.",
            _ when parsed.UnmatchedTokens is [var unknown, ..] => $"”{unknown}” känns inte igen.",
            _ => "Ett kommando saknas.",
        };

    /// <summary>Says in one line what could not be done, and gives the exit code for it.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine($"samla: {message.ReplaceLineEndings(" ")}");
        return Failed;
    }
}
