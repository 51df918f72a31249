using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Check;
using Samla.Cli.Check;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Publish;
using Samla.Reference;

namespace Samla.Cli.Publish;

/// <summary><c>samla compare ROUND FILE</c>: a sample edition's claims beside the printed report.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var round = new Argument<string>("OMGÅNG") { Description = "Exempelomgångens id: 2023 eller rus-2026." };
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Den tryckta rapporten: Word (.docx), text (.txt) eller Markdown (.md).",
        };
        var format = ResultFile.Format("text", "csv", "json");
        var target = ResultFile.Option();
        var command = new Command(
            "compare",
            "Jämför exempelutgåvans påståenden med den tryckta rapporten. Exempel: samla compare 2023 rapport.txt"
        )
        {
            round,
            file,
            format,
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var read = ReportFile.Check(parsed.GetRequiredValue(file));
                if (read is not CheckReport.Outcome.Checked(var print, _))
                {
                    return CommandLine.Fail(((CheckReport.Outcome.Unreadable)read).Message);
                }

                if (
                    Sample.Read(DataFolder.Sample) is not Sample.Outcome.Fits(var sample)
                    || DocumentRound.Read(DataFolder.Documents) is not DocumentRound.Outcome.Fits(var documents)
                )
                {
                    return CommandLine.Fail(
                        "Exempelomgångarnas filer kan inte läsas. Kör ”samla admin init” för att se varför."
                    );
                }

                var name = parsed.GetRequiredValue(round);
                var isDocuments = name == documents.Round.Id;
                var facts = isDocuments
                    ? documents.Printed
                    : [.. sample.Facts.Values.Select(fact => fact.AsPrintedEntry())];
                if (
                    !Key<Round>.TryParse(name, null, out var key)
                    || await services
                        .GetRequiredService<CompareWithPrint>()
                        .Run(key, facts, isSource: !isDocuments, print, stop)
                        is not { } result
                )
                {
                    return CommandLine.Fail($"Omgången ”{name}” finns inte eller har ingen utgåva.");
                }

                return ResultFile.Put(
                    parsed.GetValue(target),
                    output => ComparisonFile.Write(output, result, parsed.GetRequiredValue(format))
                );
            }
        );
    }
}
