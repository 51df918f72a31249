using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Analyse.Exchange;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Cli.Analyse;

/// <summary><c>samla export refi-qda ROUND</c> and <c>samla import refi-qda FILE</c>: the exchange with other programs for qualitative analysis.</summary>
internal static class RefiQdaCommand
{
    private const string Name = "refi-qda";

    public static Command CreateExport()
    {
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var target = new Option<FileInfo?>("--out")
        {
            Description = "Fil som skrivs: ett projekt (.qdpx), eller kodschemat ensamt om namnet slutar på .qdc.",
        };
        var command = new Command(
            Name,
            "Skriver svar, kodschema och kodningar för NVivo, MAXQDA, ATLAS.ti med flera. Exempel: samla export refi-qda 2023 --out samla.qdpx"
        )
        {
            round,
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var (name, file) = (parsed.GetRequiredValue(round), parsed.GetValue(target));
                if (
                    !Key<Round>.TryParse(name, null, out var key)
                    || await services.GetRequiredService<ExportProject>().Run(key, stop) is not { } project
                )
                {
                    return CommandLine.Fail($"Omgången ”{name}” finns inte.");
                }

                var isCodebook = file?.Extension.Equals(".qdc", StringComparison.OrdinalIgnoreCase) == true;
                return isCodebook && project.Codes.Count == 0
                    ? CommandLine.Fail(
                        $"Omgången ”{name}” har inget kodschema att skriva. Lägg till koder, eller skriv ett projekt (.qdpx)."
                    )
                    : ResultFile.Put(
                        file,
                        output =>
                        {
                            if (isCodebook)
                            {
                                QdcWriter.Write(output, project.Codes);
                            }
                            else
                            {
                                QdpxWriter.Write(output, project);
                            }
                        }
                    );
            }
        );
    }

    public static Command CreateImport()
    {
        var file = new Argument<FileInfo>("FIL") { Description = "Projekt (.qdpx) eller kodschema (.qdc)." };
        var round = new Option<string?>("--round")
        {
            Description = "Omgången som det läses in i. Annars den som filen själv säger.",
            HelpName = "OMGÅNG",
        };
        var isDryRun = new Option<bool>("--dry-run") { Description = "Visar vad som skulle göras, och gör det inte." };
        var format = ResultFile.Format("text", "json", "csv");
        var command = new Command(
            Name,
            "Läser in kodningar eller koder ur ett annat program och säger vad som antogs och vad som inte gick att placera. Exempel: samla import refi-qda samla.qdpx --dry-run"
        )
        {
            file,
            round,
            isDryRun,
            format,
        };
        return Database.On(
            command,
            (parsed, services, stop) =>
                Import(
                    services.GetRequiredService<ImportExchange>(),
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(round),
                    parsed.GetValue(isDryRun),
                    parsed.GetRequiredValue(format),
                    stop
                )
        );
    }

    private static async Task<int> Import(
        ImportExchange import,
        FileInfo file,
        string? round,
        bool isDryRun,
        string format,
        CancellationToken cancellation
    )
    {
        ExchangeOutcome<ExchangeFile>.Read read;
        switch (Read(file))
        {
            case ExchangeOutcome<ExchangeFile>.Read whole:
                read = whole;
                break;
            case ExchangeOutcome<ExchangeFile>.Refused(var message):
                return CommandLine.Fail(message);
            default:
                throw new NotSupportedException();
        }

        var key = Key<Round>.TryParse(round ?? "", null, out var named) ? named : null;
        if (round is not null && key is null)
        {
            return CommandLine.Fail($"Omgången ”{round}” finns inte.");
        }

        if ((key ?? read.Content.Round) is not { } into)
        {
            return CommandLine.Fail(
                $"{file.Name}: Filen säger inte vilken omgång den hör till. Ange den med --round, till exempel --round 2023."
            );
        }

        return await import.Run(into, file.Name, read, isDryRun, Visitor.AtCommandLine.Actor, cancellation) switch
        {
            ImportExchange.Outcome.Done(var result) => ResultFile.Put(
                target: null,
                output => Write(output, result, format)
            ),
            ImportExchange.Outcome.Refused(var message) => CommandLine.Fail($"{file.Name}: {message}"),
            _ => throw new NotSupportedException(),
        };
    }

    private static ExchangeOutcome<ExchangeFile> Read(FileInfo file)
    {
        try
        {
            return !file.Exists ? Refused($"Filen {file} finns inte. Kontrollera sökvägen.")
                : file.Length > ExchangeFile.MaxBytes
                    ? Refused(
                        $"Filen {file} är större än {ExchangeFile.MaxBytes / 1024 / 1024} MB. Ta bort ljud, bild och film ur projektet och exportera det på nytt; de läses ändå inte in."
                    )
                : ExchangeFile.Read(file.Name, File.ReadAllBytes(file.FullName));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Refused($"Filen {file} kan inte läsas: {trouble.Message}");
        }
    }

    private static ExchangeOutcome<ExchangeFile>.Refused Refused(string message) => new(message);

    private static void Write(Stream output, ExchangeResult result, string format)
    {
        switch (format)
        {
            case "json":
                ExchangeJson.Write(output, result);
                break;
            case "csv":
                ExchangeCsv.Write(output, result);
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    Print(text, result);
                }

                break;
        }
    }

    private static void Print(StreamWriter text, ExchangeResult result)
    {
        text.WriteLine($"{result.File}: {result.Round.Title}");
        if (result.Round.Mark is { } mark)
        {
            text.WriteLine($"Underlaget: {mark}.");
        }

        text.WriteLine($"{(result.IsDryRun ? "Skulle läsas in" : "Inläst")}: {result.Added}");
        foreach (var code in result.Import.Codes)
        {
            text.WriteLine($"  {code.Id}: {code.Label}{(code.Codings > 0 ? $", {code.Codings}" : "")}");
        }

        text.WriteLine($"Fanns redan: {result.Import.AlreadyThere}");
        Print(text, "Antaget", result.Assumed);
        Print(text, "Inte placerat", result.Unplaced);
        Print(text, "Inte läst", result.Report.LeftOut);
    }

    private static void Print(StreamWriter text, string title, IReadOnlyList<string> messages)
    {
        text.WriteLine($"{title}: {(messages.Count == 0 ? "ingenting" : messages.Count)}");
        foreach (var message in messages)
        {
            text.WriteLine($"  {message.ReplaceLineEndings(" ")}");
        }
    }
}
