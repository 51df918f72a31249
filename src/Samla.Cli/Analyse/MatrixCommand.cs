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
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var format = ResultFile.Format("text", "json", "csv");
        var target = ResultFile.Option();
        var command = new Command(
            "matrix",
            "Visar för varje kod vilka regioner som säger, tiger, inte är tillfrågade eller inte är lästa. Exempel: samla matrix 2023 --format json"
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
                if (
                    !Key<Round>.TryParse(name, null, out var key)
                    || await services.GetRequiredService<FindRound>().Run(key, stop) is not { Mark: var mark }
                    || await services.GetRequiredService<ReadMatrix>().Run(key, stop) is not { } rows
                )
                {
                    return CommandLine.Fail($"Omgången ”{name}” finns inte.");
                }

                return ResultFile.Put(
                    parsed.GetValue(target),
                    output => Write(output, parsed.GetRequiredValue(format), rows, mark)
                );
            }
        );
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
