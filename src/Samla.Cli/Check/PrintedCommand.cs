using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Cli.Check;

/// <summary><c>samla import printed FILE --round ROUND --year YEAR</c>: the claims of a report that is in print, to compare with.</summary>
internal static class PrintedCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Rapporten: Word (.docx), text (.txt) eller Markdown (.md).",
        };
        var round = new Option<string>("--round")
        {
            Description = "Omgången som jämförs med rapporten.",
            HelpName = "OMGÅNG",
            Required = true,
        };
        var year = new Option<int>("--year")
        {
            Description = "Året som rapporten handlar om.",
            HelpName = "ÅR",
            Required = true,
        };
        var isDryRun = new Option<bool>("--dry-run")
        {
            Description = "Visar vad som skulle läsas in, och gör det inte.",
        };
        var format = ResultFile.Format("text", "json", "csv");
        var command = new Command(
            "printed",
            "Läser in vad en tryckt rapport sade om hur många, för att jämföra med. Exempel: samla import printed rapport.txt --round 2024 --year 2022 --dry-run"
        )
        {
            file,
            round,
            year,
            isDryRun,
            format,
        };
        return Database.On(
            command,
            (parsed, services, stop) =>
                Run(
                    services.GetRequiredService<ImportPrintedReport>(),
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(round),
                    parsed.GetValue(year),
                    parsed.GetValue(isDryRun),
                    parsed.GetRequiredValue(format),
                    stop
                )
        );
    }

    private static async Task<int> Run(
        ImportPrintedReport import,
        FileInfo file,
        string round,
        int year,
        bool isDryRun,
        string format,
        CancellationToken cancellation
    )
    {
        var (content, trouble) = ReportFile.Read(file);
        if (content is null)
        {
            return CommandLine.Fail(trouble!.Message);
        }

        if (!Key<Round>.TryParse(round, null, out var into))
        {
            return CommandLine.Fail($"Omgången ”{round}” finns inte.");
        }

        return await import.Run(
            into,
            year,
            file.Name,
            content,
            isDryRun,
            Visitor.AtCommandLine.Actor,
            cancellation
        ) switch
        {
            ImportPrintedReport.Outcome.Read(var result) => ResultFile.Put(
                target: null,
                output => Write(output, result, isDryRun, format)
            ),
            ImportPrintedReport.Outcome.Refused(var message) => CommandLine.Fail($"{file.Name}: {message}"),
            _ => throw new NotSupportedException(),
        };
    }

    private static void Write(Stream output, ImportPrintedReport.Result result, bool isDryRun, string format)
    {
        switch (format)
        {
            case "json":
                PrintedFormats.WriteJson(output, result, isDryRun);
                break;
            case "csv":
                PrintedFormats.WriteCsv(output, result);
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    Print(text, result, isDryRun);
                }

                break;
        }
    }

    private static void Print(StreamWriter text, ImportPrintedReport.Result result, bool isDryRun)
    {
        text.WriteLine($"{result.File}: rapporten om {result.Year}, att jämföra med {result.Round.Title}");
        text.WriteLine($"{(isDryRun ? "Skulle läsas in" : "Inlästa")}: {result.Claims.Count} påståenden");
        text.WriteLine($"Stämmer inte i trycket: {result.Doubts.Count}");
        foreach (var doubt in result.Doubts)
        {
            text.WriteLine($"  {doubt.ReplaceLineEndings(" ")}");
        }

        text.WriteLine($"Går inte att läsa: {result.Unread.Count}");
        foreach (var one in result.Unread)
        {
            text.WriteLine($"  {one.Section}: {one.Words} {one.Why}");
        }
    }
}
