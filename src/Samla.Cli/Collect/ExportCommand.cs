using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Cli.Collect;

/// <summary><c>samla export KIND</c>: all submissions; a reporter's template to fill in; its report for reading.</summary>
internal static class ExportCommand
{
    /// <param name="others">What later steps write.</param>
    public static Command Create(params Command[] others)
    {
        var names = string.Join(", ", others.Select(other => other.Name));
        var command = new Command("export", $"Skriver ut uppgifter: submissions, template, report, {names}.")
        {
            CreateSubmissions(),
            CreateWord(
                "template",
                "Skriver en uppgiftslämnares mall att fylla i utan webbplatsen. Exempel: samla export template 2023 --reporter 17 --to docx --out mall.docx",
                (services, round, reporter, stop) =>
                    services.GetRequiredService<WriteTemplate>().Run(round, reporter, stop)
            ),
            CreateWord(
                "report",
                "Skriver en uppgiftslämnares redovisning för läsning. Exempel: samla export report 2023 --reporter 17 --to docx --out redovisning.docx",
                (services, round, reporter, stop) =>
                    services.GetRequiredService<ExportReport>().Run(round, reporter, stop)
            ),
        };
        foreach (var other in others)
        {
            command.Add(other);
        }

        return command;
    }

    private static Command CreateSubmissions()
    {
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var format = new Option<string>("--to") { Description = "Format.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        var target = ResultFile.Option();
        var command = new Command(
            "submissions",
            "Skriver alla redovisningar med insatser. Exempel: samla export submissions 2023 --to json --out r.json"
        )
        {
            round,
            format,
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var name = parsed.GetRequiredValue(round);
                var buffer = new MemoryStream();
                if (
                    !Key<Round>.TryParse(name, null, out var key)
                    || !await services.GetRequiredService<ExportSubmissions>().Run(key, buffer, stop)
                )
                {
                    return CommandLine.Fail($"Omgången ”{name}” finns inte.");
                }

                buffer.Position = 0;
                return ResultFile.Put(parsed.GetValue(target), buffer.CopyTo);
            }
        );
    }

    private static Command CreateWord(
        string name,
        string description,
        Func<IServiceProvider, Key<Round>, Key<Reporter>, CancellationToken, Task<byte[]?>> make
    )
    {
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var reporter = new Option<string>("--reporter")
        {
            Description =
                "Uppgiftslämnaren: länskod, till exempel 17, lst-17 för länsstyrelsen, eller en annan myndighets beteckning.",
            HelpName = "KOD",
            Required = true,
        };
        var format = new Option<string>("--to") { Description = "Format.", DefaultValueFactory = _ => "docx" };
        format.AcceptOnlyFromAmong("docx");
        var target = ResultFile.Option();
        var command = new Command(name, description) { round, reporter, format, target };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var (which, whose) = (parsed.GetRequiredValue(round), parsed.GetRequiredValue(reporter));
                if (
                    !Key<Round>.TryParse(which, null, out var roundKey)
                    || !Key<Reporter>.TryParse(whose, null, out var reporterKey)
                    || await make(services, roundKey, reporterKey, stop) is not { } file
                )
                {
                    return CommandLine.Fail(
                        $"Uppgiftslämnaren ”{whose}” har ingen redovisning i omgången ”{which}”. Ange länskod (17), lst- och länskod (lst-17) eller myndighetens beteckning."
                    );
                }

                return ResultFile.Put(parsed.GetValue(target), output => output.Write(file));
            }
        );
    }
}
