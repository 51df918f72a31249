using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Cli.Collect;

/// <summary><c>samla export submissions ROUND</c>: all submissions with their interventions.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", "Skriver ut uppgifter: submissions.") { CreateSubmissions() };

    private static Command CreateSubmissions()
    {
        var database = new Database();
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var format = new Option<string>("--to") { Description = "Format.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        var target = new Option<FileInfo?>("--out") { Description = "Fil som resultatet skrivs till." };
        var command = new Command(
            "submissions",
            "Skriver alla redovisningar med insatser. Exempel: samla export submissions 2023 --to json --out r.json"
        )
        {
            round,
            format,
            target,
        };
        database.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                database.Use(
                    parsed,
                    async (services, stop) =>
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
                        var trouble = ResultFile.Write(parsed.GetValue(target), buffer.CopyTo);
                        return trouble is null ? CommandLine.Done : CommandLine.Fail(trouble);
                    },
                    cancellation
                )
        );
        return command;
    }
}
