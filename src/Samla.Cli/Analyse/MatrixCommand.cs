using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Analyse;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Cli.Analyse;

/// <summary><c>samla matrix ROUND</c>: who says, is silent, was not asked or is not read, for each code.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var database = new Database();
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var format = new Option<string>("--format")
        {
            Description = "Resultatets format.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var target = new Option<FileInfo?>("--out") { Description = "Fil som resultatet skrivs till." };
        var command = new Command(
            "matrix",
            "Visar för varje kod vilka regioner som säger, tiger, inte är tillfrågade eller inte är lästa. Exempel: samla matrix 2023 --format json"
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
                        if (
                            !Key<Round>.TryParse(name, null, out var key)
                            || await services.GetRequiredService<FindRound>().Run(key, stop) is not { Mark: var mark }
                            || await services.GetRequiredService<ReadMatrix>().Run(key, stop) is not { } rows
                        )
                        {
                            return CommandLine.Fail($"Omgången ”{name}” finns inte.");
                        }

                        var trouble = ResultFile.Write(
                            parsed.GetValue(target),
                            output => Write(output, parsed.GetRequiredValue(format), rows, mark)
                        );
                        return trouble is null ? CommandLine.Done : CommandLine.Fail(trouble);
                    },
                    cancellation
                )
        );
        return command;
    }

    private static void Write(Stream output, string format, IReadOnlyList<CodeRow> rows, string? mark)
    {
        switch (format)
        {
            case "json":
                MatrixJson.Write(output, rows, mark);
                break;
            case "csv":
                MatrixCsv.Write(output, rows, mark);
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    if (mark is not null)
                    {
                        text.WriteLine($"Underlaget: {mark}.");
                    }

                    foreach (var (code, standing) in rows)
                    {
                        text.WriteLine(
                            $"{standing.Says.Count, 2} säger, {standing.Silent.Count, 2} nämner det inte, {standing.NotAsked.Count, 2} inte tillfrågade, {standing.NotRead.Count, 2} inte lästa  {code.Id}: {code.Label}"
                        );
                    }
                }

                break;
        }
    }
}
