using System.CommandLine;
using System.CommandLine.Invocation;

namespace Samla.Cli;

/// <summary>Help in Swedish, made from the commands themselves.</summary>
internal sealed class SwedishHelp : SynchronousCommandLineAction
{
    private const int Indent = 36;

    /// <summary>Help is no error: it is shown even where the rest of the line is wrong.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Användning: {Usage(command)}");
        Section(
            output,
            "Kommandon",
            command.Subcommands.Select(sub => ($"{sub.Name} {Arguments(sub)}", sub.Description))
        );
        Section(output, "Argument", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(output, "Val", command.Options.Select(option => (Names(option), Described(option))));
        if (command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine(
                "Skriptet i källkodens rot har också ”./samla start” (webbplatsen) och ”./samla test” (alla tester)."
            );
            output.WriteLine("Svarskoder: 0 klart, 1 klart och minst ett fel hittat, 2 kunde inte göras.");
        }

        return CommandLine.Done;
    }

    private static string Usage(Command command) =>
        command is RootCommand ? "samla KOMMANDO [VAL]" : $"samla {NameOf(command)} {Arguments(command)} [VAL]";

    /// <summary>"export template": with the command that it belongs to.</summary>
    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? $"{NameOf(parent)} {command.Name}"
            : command.Name;

    private static string Arguments(Command command) =>
        string.Join(' ', command.Arguments.Select(argument => argument.Name));

    private static string Names(Option option) =>
        option.ValueType == typeof(bool) || option.ValueType == typeof(void)
            ? string.Join(", ", option.Aliases.Prepend(option.Name))
            : $"{option.Name} {Values(option)}";

    private static string Values(Option option)
    {
        var words = option
            .GetCompletions(System.CommandLine.Completions.CompletionContext.Empty)
            .Select(item => item.Label)
            .ToList();
        return words.Count == 0 ? option.HelpName ?? "FIL" : string.Join('|', words);
    }

    private static string? Described(Option option) =>
        option.HasDefaultValue && option.GetDefaultValue() is string value
            ? $"{option.Description} Annars {value}."
            : option.Description;

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, description) in list)
        {
            output.WriteLine($"  {name.TrimEnd(), -Indent} {description}");
        }
    }
}
